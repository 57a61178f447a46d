import { type Clock, realClock } from '../../../shared/clock';
import { Ledger } from '../../../shared/ledger/ledger';
import type { Link } from '../../../shared/links/link';
import type { Operation } from '../../../shared/operation';
import { serve } from '../../../shared/serve';
import { contextOf } from '../callers';
import { MemoryStore } from '../ledger/memoryStore';
import { examples } from './examples';

/** So little time is left that nothing is tried twice, on a clock that stands still: a busy machine takes none of it. */
const inAHurry = contextOf({ TCB_SOURCE: 'scf' }, 'both', 700);
const stopped: Clock = { ...realClock, elapsed: () => 0, after: () => () => {} };

/** The most the platform takes for a reply. */
export const MOST_BYTES = 6 * 1024 * 1024;

const settings = {
  PROFIT_SHARING_SUB_MCH_ID: '1900000109',
  PROFIT_SHARING_LOCALE: 'en',
  WECHATPAY_MCH_ID: '1900000100',
  WECHATPAY_APPID: 'wx8888888888888888',
  WECHATPAY_BRAND_MCH_ID: '1900000108',
  WECHATPAY_API_V2_KEY: 'k'.repeat(32),
  WECHATPAY_API_V3_KEY: 'k'.repeat(32),
  WECHATPAY_MCH_SERIAL: '1'.repeat(40),
  WECHATPAY_MCH_PRIVATE_KEY: '-----BEGIN PRIVATE KEY-----\nk\n-----END PRIVATE KEY-----',
};

/** Asks once over a link that answers by its script, with a ledger in memory behind it. */
export async function askOnce(operation: Operation, send: Link['send'], on = operation.links[0]) {
  const env = { ...settings, PROFIT_SHARING_LINK: on };
  const ledger = new Ledger(new MemoryStore());
  let sends = 0;
  const counted: Link['send'] = (...asked) => {
    sends += 1;
    return send(...asked);
  };
  const link = async () => ({ send: counted });
  const links = { cloudpay: link, cloudrun: link, apiv2: link, apiv3: link, ecommerce: link, brand: link };
  const reply = await serve(operation, env, links, async () => ledger, stopped)(examples[operation.name], inAHurry);
  expect(sends).toBeGreaterThan(0);
  const text = JSON.stringify(reply);
  expect(Buffer.byteLength(text)).toBeLessThan(MOST_BYTES);
  expect(reply.err_code).not.toBe('ADAPTER_ERROR');
  return reply;
}
