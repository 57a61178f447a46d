import { createHash } from 'node:crypto';
import { Aes } from 'wechatpay-axios-plugin';
import { beijingRfc3339 } from '../bank/beijingTime';
import type { NoticeSettings } from './noticeSettings';
import type { NotificationSource } from './notificationSource';

function eventType(about: NotificationSource['about'], { eventType: spelling }: NoticeSettings): string {
  if (spelling === 'TRANSACTION.SUCCESS') return spelling;
  return about === 'share' ? 'PROFITSHARING.SUCCESS' : 'PROFITSHARING.RETURN';
}

/**
 * The body of a notification (pay.weixin.qq.com/doc/v3/partner/4012075216): what happened, encrypted with AES-256-GCM.
 * @param apiV3Key of the merchant that is notified
 */
export function envelopeOf(
  id: string,
  { about, at, resource }: NotificationSource,
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
    summary: about === 'share' ? '分账' : '分账回退',
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
