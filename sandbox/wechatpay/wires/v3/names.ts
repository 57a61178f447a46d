import type { KeyObject } from 'node:crypto';
import { Rsa } from 'wechatpay-axios-plugin';
import { isRecord } from '../../../isRecord';
import type { Field } from './fields';
import type { PlatformKeys } from './platformKeys';
import { type Json, paramError, type V3Answer } from './v3Answer';

type Opened = { readonly ok: true; readonly fields: Json } | { readonly ok: false; readonly answer: V3Answer };

function holdsEncrypted(fields: readonly Field[], given: Json): boolean {
  return fields.some(({ name, encrypted, items = [] }) => {
    const value = given[name];
    if (encrypted) return value !== undefined;
    return Array.isArray(value) && value.some((item) => isRecord(item) && holdsEncrypted(items, item));
  });
}

/** @throws what node:crypto throws, for text that was not encrypted with this key */
function open(fields: readonly Field[], given: Json, key: KeyObject): Json {
  const opened = fields.flatMap(({ name, encrypted, items = [] }) => {
    const value = given[name];
    if (encrypted && typeof value === 'string') return [[name, Rsa.decrypt(value, key)]];
    if (!Array.isArray(value)) return [];
    return [[name, value.map((item) => (isRecord(item) ? open(items, item, key) : item))]];
  });
  return { ...given, ...Object.fromEntries(opened) };
}

/**
 * Opens the encrypted names of a request with the key of ours that Wechatpay-Serial names. The header counts only where
 * there is something to open: published clients send their own serial number in it on every call.
 */
export async function openNames(
  platform: PlatformKeys,
  fields: readonly Field[],
  given: Json,
  serial: string | undefined,
): Promise<Opened> {
  if (!holdsEncrypted(fields, given)) return { ok: true, fields: given };
  const key = serial === undefined ? undefined : await platform.find(serial);
  if (!key) {
    const issue = serial === undefined ? '必填' : '不是当前有效的微信支付公钥ID或平台证书序列号';
    const detail = { field: 'Wechatpay-Serial', location: 'header', issue } as const;
    return { ok: false, answer: paramError('平台证书序列号Wechatpay-Serial错误', detail) };
  }
  try {
    return { ok: true, fields: open(fields, given, key.privateKey) };
  } catch {
    return { ok: false, answer: paramError('请确认待处理的消息是否为加密后的密文') };
  }
}
