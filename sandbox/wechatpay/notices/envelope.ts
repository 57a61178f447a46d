import { createHash } from 'node:crypto';
import { Aes } from 'wechatpay-axios-plugin';
import { beijingRfc3339 } from '../bank/beijingTime';
import type { About } from './notice';
import type { NoticeSettings } from './noticeSettings';
import type { NotificationSource } from './notificationSource';

/** Names of events where `eventType` asks for them; that of the test is no page's. */
const EVENTS = { share: 'PROFITSHARING.SUCCESS', return: 'PROFITSHARING.RETURN', echo: 'SECURITY.ECHO' } as const;

const SUMMARIES = { share: '分账', return: '分账回退', echo: '商户签名验签/加解密测试' } as const;

function eventType(about: About, { eventType: spelling }: NoticeSettings): string {
  return spelling === 'TRANSACTION.SUCCESS' && about !== 'echo' ? spelling : EVENTS[about];
}

/**
 * The body of a notification (pay.weixin.qq.com/doc/v3/partner/4012075216): what happened, encrypted with AES-256-GCM.
 * @param apiV3Key of the merchant that is notified
 */
export function envelopeOf(
  id: string,
  { about, at, resource }: Pick<NotificationSource, 'about' | 'at' | 'resource'>,
  apiV3Key: string,
  settings: NoticeSettings,
): string {
  const { associatedData, originalType } = settings;
  const nonce = createHash('sha256').update(id).digest('hex').slice(0, 12);
  return JSON.stringify({
    id,
    create_time: beijingRfc3339(at),
    resource_type: 'encrypt-resource',
    event_type: eventType(about, settings),
    summary: SUMMARIES[about],
    resource: {
      original_type: originalType,
      algorithm: 'AEAD_AES_256_GCM',
      ciphertext: Aes.AesGcm.encrypt(JSON.stringify(resource), apiV3Key, nonce, associatedData),
      associated_data: associatedData,
      nonce,
    },
  });
}

/** The same envelope with another last bit in the tag, which ends the ciphertext. */
export function withWrongTag(envelope: string): string {
  return envelope.replace(/("ciphertext":")([^"]+)/, (_, head: string, ciphertext: string) => {
    const bytes = Buffer.from(ciphertext, 'base64');
    bytes.writeUInt8(bytes.readUInt8(bytes.length - 1) ^ 1, bytes.length - 1);
    return head + bytes.toString('base64');
  });
}
