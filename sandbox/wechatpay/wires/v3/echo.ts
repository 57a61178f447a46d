import { Rsa } from 'wechatpay-axios-plugin';
import type { Endpoint } from './endpoint';
import { success } from './v3Answer';

/** Proves signature, verification and encryption without money, and a notification address (partner/4015139289). */
export const echo: Endpoint = {
  method: 'POST',
  path: '/v3/security/echo',
  link: 'apiv3',
  api: 'securityEcho',
  namesKey: true,
  fields: () => [
    { name: 'echo_message', type: 'string', required: true, maxLength: 1024 },
    { name: 'encrypted_echo_message', type: 'string', encrypted: true },
    { name: 'notify_url', type: 'string', maxLength: 256, pattern: /^https?:\/\/[^?\s]+$/ },
  ],
  run: async ({ v3, notices, caller, fields }) => {
    const { echo_message, encrypted_echo_message: opened, notify_url: url } = fields;
    if (typeof url === 'string') notices.echo(caller.mchId, url, String(echo_message));
    if (typeof opened !== 'string') return success({ echo_message });
    // What WeChat Pay encrypts for a merchant, it encrypts with the key of the merchant's certificate.
    const { publicKey } = await v3.merchants.of(caller.mchId);
    return success({ echo_message, encrypted_echo_message: Rsa.encrypt(opened, publicKey) });
  },
};
