import { createHash, X509Certificate } from 'node:crypto';
import { Aes } from 'wechatpay-axios-plugin';
import { beijingRfc3339 } from '../../bank/beijingTime';
import type { Endpoint } from './endpoint';
import { refusal, success } from './v3Answer';

const ASSOCIATED = 'certificate';

/** The platform certificates in force, each encrypted with the merchant's APIv3 key. */
export const certificates: Endpoint = {
  method: 'GET',
  path: '/v3/certificates',
  link: 'apiv3',
  api: 'certificates',
  // wechatpay-java names the algorithm. There are no SM2 keys here, so SM2 is refused and not answered with RSA.
  fields: () => [{ name: 'algorithm_type', type: 'string', values: ['RSA', 'ALL'] }],
  run: async ({ v3, caller }) => {
    const known = await v3.platform.certificates();
    // WeChat Pay answers so to a merchant that has only its public key (seen in live answers).
    if (known.length === 0) return refusal(404, 'RESOURCE_NOT_EXISTS', '无可用的平台证书');
    v3.setHeld(caller.mchId, 'certificate');
    const key = v3.merchants.apiV3Key(caller.mchId);
    const data = known.map(({ serial, pem }) => {
      const { validFrom, validTo } = new X509Certificate(pem);
      const nonce = createHash('sha256').update(serial).digest('hex').slice(0, 12);
      return {
        serial_no: serial,
        effective_time: beijingRfc3339(Date.parse(validFrom)),
        expire_time: beijingRfc3339(Date.parse(validTo)),
        encrypt_certificate: {
          algorithm: 'AEAD_AES_256_GCM',
          nonce,
          associated_data: ASSOCIATED,
          ciphertext: Aes.AesGcm.encrypt(pem, key, nonce, ASSOCIATED),
        },
      };
    });
    return success({ data });
  },
};
