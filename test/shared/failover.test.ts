import { exchangeWithBackup } from '../../shared/failover';
import { type HttpAnswer, HttpFault, type HttpRequest } from '../../shared/http';

const answer: HttpAnswer = { status: 200, headers: {}, body: Buffer.from('ok') };
const request: HttpRequest = {
  method: 'POST',
  url: new URL('https://api.mch.weixin.qq.com/v3/profitsharing/orders?x=1'),
  headers: {},
  body: '{}',
  timeoutMs: 1000,
  maxBytes: 1000,
};

/** Sends over hosts that answer, or fail, by a script. */
function hosts(behaviour: Record<string, HttpFault | HttpAnswer>) {
  const asked: HttpRequest[] = [];
  const send = async (outgoing: HttpRequest) => {
    asked.push(outgoing);
    const outcome = behaviour[outgoing.url.host];
    if (!outcome || outcome instanceof HttpFault) throw outcome ?? new HttpFault('before-send', 'ENOTFOUND');
    return outcome;
  };
  return { asked, send };
}

it('asks the main host alone while it answers', async () => {
  const { asked, send } = hosts({ 'api.mch.weixin.qq.com': answer });
  expect(await exchangeWithBackup(request, send)).toBe(answer);
  expect(asked).toEqual([request]);
});

it('takes the very same request to the backup host when the main one cannot be reached', async () => {
  const { asked, send } = hosts({ 'api2.mch.weixin.qq.com': answer });
  expect(await exchangeWithBackup(request, send)).toBe(answer);
  expect(asked.map(({ url }) => url.href)).toEqual([
    'https://api.mch.weixin.qq.com/v3/profitsharing/orders?x=1',
    'https://api2.mch.weixin.qq.com/v3/profitsharing/orders?x=1',
  ]);
  expect(asked[1]?.body).toBe(request.body);
});

it.each([
  ['after-send', 'ECONNRESET'],
  ['after-send', 'TIMEOUT'],
  ['answer-too-large', 'ANSWER_TOO_LARGE'],
] as const)('never doubles a doubt: %s (%s) stays with the main host', async (stage, code) => {
  const fault = new HttpFault(stage, code);
  const { asked, send } = hosts({ 'api.mch.weixin.qq.com': fault, 'api2.mch.weixin.qq.com': answer });
  await expect(exchangeWithBackup(request, send)).rejects.toBe(fault);
  expect(asked).toHaveLength(1);
});

it('has no backup for a host that is not WeChat Pay’s', async () => {
  const { asked, send } = hosts({});
  const elsewhere = { ...request, url: new URL('http://127.0.0.1:9/') };
  await expect(exchangeWithBackup(elsewhere, send)).rejects.toMatchObject({ code: 'ENOTFOUND' });
  expect(asked).toHaveLength(1);
});

it('does not start anew when the time is over', async () => {
  const { asked, send } = hosts({ 'api2.mch.weixin.qq.com': answer });
  const slow = async (outgoing: HttpRequest) => {
    await new Promise((resolve) => setTimeout(resolve, 30));
    return send(outgoing);
  };
  await expect(exchangeWithBackup({ ...request, timeoutMs: 20 }, slow)).rejects.toMatchObject({ stage: 'before-send' });
  expect(asked).toHaveLength(1);
});
