import type { Caller } from '../../shared/caller';
import { complete } from '../../shared/complete';
import type { Config } from '../../shared/config';
import { exchangeWithBackup } from '../../shared/failover';
import { operations } from '../../shared/generated/operations';
import type { Exchange, HttpAnswer } from '../../shared/http';
import { apiv2 } from '../../shared/links/apiv2';
import { apiv3 } from '../../shared/links/apiv3';
import { brand } from '../../shared/links/brand';
import { cloudrun } from '../../shared/links/cloudrun';
import { ecommerce } from '../../shared/links/ecommerce';
import type { Link, Sent } from '../../shared/links/index';
import type { Contract, LinkName, Operation } from '../../shared/operation';

/** Links that carry their own keys, or can be pointed at a sandbox. */
type OpenLink = Exclude<LinkName, 'cloudpay'>;

const factories: Readonly<Record<OpenLink, (config: Config, send: Exchange) => Link>> = {
  cloudrun,
  apiv2,
  apiv3,
  ecommerce,
  brand,
};

/** What came back of one question, and the answer as it arrived: its headers say more than the contract keeps. */
export interface Heard {
  readonly operation: Operation;
  readonly request: Contract;
  readonly sent: Sent;
  readonly raw: HttpAnswer | undefined;
}

/** A link as the functions would open it. */
export type Line = (operationName: string, event: Contract) => Promise<Heard>;

/** The owner at a terminal; nothing of it travels on these links. */
const OWNER: Caller = {
  hop: 'scf',
  source: 'scf',
  openid: undefined,
  appid: undefined,
  fromAppid: undefined,
  variables: {},
};

/** Longest wait for one answer, in ms. */
const TIMEOUT_MS = 10_000;

/** Opens the configured link, for operations that only read. */
export function openLine(config: Config, link: OpenLink): Line {
  let raw: HttpAnswer | undefined;
  const road = factories[link](config, async (request) => {
    raw = await exchangeWithBackup(request);
    return raw;
  });
  return async (operationName, event) => {
    const operation = operations.find(({ name, effect }) => name === operationName && effect === 'read');
    if (!operation) throw new TypeError(`${operationName} is no question`);
    const { request } = complete(operation, event, config, OWNER);
    raw = undefined;
    const sent = await road.send(operation, request, { timeoutMs: TIMEOUT_MS, caller: OWNER });
    return { operation, request, sent, raw };
  };
}
