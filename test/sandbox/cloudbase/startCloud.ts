import { join } from 'node:path';
import { Cloud } from '../../../sandbox/cloudbase/cloud';
import type { PayLink } from '../../../sandbox/cloudbase/payActions';
import { clockRoute, cloudRoutes } from '../../../sandbox/cloudbase/routes';
import type { Transit } from '../../../sandbox/cloudbase/transit';
import type { HttpResponse } from '../../../sandbox/http/httpResponse';
import { listen } from '../../../sandbox/http/listen';

export const identity = { openid: 'oAlice', appid: 'wx8888888888888889' };

/** A WeChat Pay that gives the same answer to everything. */
export function payAnswer(body: string, contentType = 'application/octet-stream'): HttpResponse {
  return { status: 200, contentType, body: Buffer.from(body), delayMs: 0, cut: 'none' };
}

/** CloudBase alone, without WeChat Pay's money rules behind it. */
export async function startCloud(
  pay: PayLink = () => payAnswer('{}'),
  options: { maxInstances?: number; timeoutMs?: number; transit?: Transit } = {},
) {
  let url = '';
  const fixtures = join(__dirname, 'fixtures');
  const cloud = new Cloud({
    identity,
    pay,
    functionsDir: fixtures,
    functions: { hurried: { dir: join(fixtures, 'probe'), timeoutMs: options.timeoutMs ?? 200 } },
    maxInstances: options.maxInstances ?? 2,
    shape: 'both',
    verbose: false,
    ...(options.transit && { transit: options.transit }),
    adminUrl: () => `${url}/admin`,
  });
  const listening = await listen([...cloudRoutes(cloud), clockRoute(cloud)], 0, '127.0.0.1');
  url = listening.url;
  return {
    url,
    cloud,
    /** The reply of a function, or undefined when it failed. */
    reply: async (name: string, data: object, as?: unknown, environment?: unknown): Promise<unknown> => {
      const answer = await cloud.call(name, { data, as, ...(environment !== undefined && { environment }) });
      return 'result' in answer ? answer.result : undefined;
    },
    stop: async () => {
      cloud.stop();
      await listening.stop();
    },
  };
}
