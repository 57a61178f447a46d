import { generateKeyPairSync } from 'node:crypto';
import { inspectPermission } from '../../../scripts/doctor/inspectPermission';
import type { ProbeResult } from '../../../scripts/doctor/openProbe';
import { readConfig } from '../../../shared/config';
import { profitSharingMerchantRatioQuery } from '../../../shared/generated/operations/profitSharingMerchantRatioQuery';
import type { SendResult } from '../../../shared/links/link';

const { config } = readConfig(
  { PROFIT_SHARING_LINK: 'apiv3', PROFIT_SHARING_SUB_MCH_ID: '1900000109', WECHATPAY_MCH_ID: '1900000100' },
  'nowhere',
);
const request = { sub_mch_id: '1900000109' };

/** What is found when WeChat Pay answers this. */
function foundIn(sent: SendResult) {
  const heard: ProbeResult = { operation: profitSharingMerchantRatioQuery, request, sent, raw: undefined };
  return inspectPermission(config, async () => heard);
}

const answer = (fields: object): SendResult => ({
  kind: 'answer',
  fields: { return_code: 'SUCCESS', ...request, ...fields },
});

it('takes a refusal that names the key and is not signed for one that cannot be verified', async () => {
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const keyed = {
    ...config,
    mchSerial: '1',
    mchPrivateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    publicKeyId: 'PUB_KEY_ID_1',
    publicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
  };
  const raw = { status: 403, headers: { 'wechatpay-serial': 'PUB_KEY_ID_1' }, body: Buffer.from('{}') };
  const sent = answer({ result_code: 'FAIL', err_code: 'NO_AUTH' });
  const heard: ProbeResult = { operation: profitSharingMerchantRatioQuery, request, sent, raw };
  expect(await inspectPermission(keyed, async () => heard)).toMatchObject([
    { check: 'wechatpay-key', level: 'problem', says: { en: expect.stringContaining('cannot be verified') } },
  ]);
});

it('warns when nothing of an order may be shared', async () => {
  expect(await foundIn(answer({ max_ratio: 0 }))).toMatchObject([
    { check: 'permission', level: 'ok' },
    { check: 'ratio', level: 'warning', says: { en: 'The maximum ratio is 0 %: nothing can be shared' } },
  ]);
});

it('says a ratio in percent', async () => {
  expect(await foundIn(answer({ max_ratio: 2050 }))).toMatchObject([
    {},
    { says: { en: 'At most 20.5 % of an order may be shared' } },
  ]);
});

it('only warns of what passes by itself', async () => {
  const busy = { result_code: 'FAIL', err_code: 'FREQUENCY_LIMITED', err_code_des: '频率过高' };
  expect(await foundIn(answer(busy))).toMatchObject([{ check: 'permission', level: 'warning' }]);
});

it('tells where to allow an address that is not on the list', async () => {
  const refusal = { result_code: 'FAIL', err_code: 'NOAUTH', err_code_des: '此IP地址不允许调用该接口' };
  expect(await foundIn(answer(refusal))).toMatchObject([
    { level: 'problem', fix: { en: expect.stringContaining('IP allowlist of the merchant platform') } },
  ]);
});

it('finds a problem in an answer that never came, with the advice of the error table', async () => {
  expect(await foundIn({ kind: 'fault', code: 'NO_ANSWER', detail: 'ECONNRESET' })).toMatchObject([
    {
      check: 'permission',
      level: 'problem',
      says: { en: 'No answer came (ECONNRESET)' },
      fix: { en: expect.not.stringMatching(/moved|money|number/) },
    },
  ]);
});
