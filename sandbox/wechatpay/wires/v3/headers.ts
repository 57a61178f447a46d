import type { Incoming } from '../../../http/incoming';
import type { Endpoint } from './endpoint';
import { paramError, type V3Answer } from './v3Answer';

/** The rules are documented (Accept and User-Agent always, JSON in the body); status and code are inferred. */
export function wrongHeaders({ headers }: Incoming, { method, file, namesKey }: Endpoint): V3Answer | undefined {
  const { accept = '', 'user-agent': agent } = headers;
  const readsJson = file || /application\/(json|\*)|\*\/\*/i.test(accept);
  if (!readsJson || !agent) return paramError('Http头缺少Accept或User-Agent');
  if (namesKey && !headers['wechatpay-serial']) return paramError('Http头缺少Wechatpay-Serial');
  const type = (headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase();
  return method === 'POST' && type !== 'application/json' ? paramError('Content-Type须为application/json') : undefined;
}
