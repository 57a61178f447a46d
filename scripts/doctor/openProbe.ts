import type { Caller } from '../../shared/caller';
import type { Config } from '../../shared/config';
import type { OperationName, RequestFields, RequestOf } from '../../shared/contract';
import { exchangeWithBackup } from '../../shared/failover';
import { operations } from '../../shared/generated/operations';
import type { HttpAnswer } from '../../shared/http';
import { links } from '../../shared/links/index';
import type { SendResult } from '../../shared/links/link';
import { normalizeRequest } from '../../shared/normalizeRequest';
import type { Operation } from '../../shared/operation';

/** The outcome of one request, and the response as it arrived: its headers say more than the contract keeps. */
export interface ProbeResult {
  readonly operation: Operation;
  readonly request: RequestFields;
  readonly sent: SendResult;
  readonly raw: HttpAnswer | undefined;
}

/** A link as the functions would open it. */
export type Probe = (operationName: OperationName, event: RequestFields) => Promise<ProbeResult>;

/** The owner at a terminal; nothing of it travels on these links. */
const OWNER: Caller = {
  hop: 'scf',
  source: 'scf',
  openid: undefined,
  appid: undefined,
  fromAppid: undefined,
  variables: {},
};

/** Longest wait for one response, in ms. */
const TIMEOUT_MS = 10_000;

/** Opens the configured link, for operations that only read. */
export function openProbe(config: Config): Probe {
  let raw: HttpAnswer | undefined;
  const link = links[config.link](config, async (request) => {
    raw = await exchangeWithBackup(request);
    return raw;
  });
  return async (operationName, event) => {
    const operation = operations.find(({ name, effect }) => name === operationName && effect === 'read');
    if (!operation) throw new TypeError(`${operationName} does not only read`);
    const { fields } = normalizeRequest(operation, event, config, OWNER);
    const request = fields as RequestOf<OperationName>;
    raw = undefined;
    const sent = await (await link).send(operation, request, { timeoutMs: TIMEOUT_MS, caller: OWNER });
    return { operation, request, sent, raw };
  };
}
