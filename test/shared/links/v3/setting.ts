import type { Caller } from '../../../../shared/caller';
import type { Config } from '../../../../shared/config';
import type { OperationName, UnknownFields } from '../../../../shared/contract';
import { profitSharingQuery } from '../../../../shared/generated/operations/profitSharingQuery';
import type { Link, RowSink, SendResult } from '../../../../shared/links/link';
import type { Effect, Operation } from '../../../../shared/operation';
import type { Violation } from '../../../../shared/violations';
import { merchantPem, publicKey } from '../../wechatpay/keys';
import vectors from '../../wechatpay/vectors.json';

/** A provider's configuration in public-key mode. */
export function config(over: Partial<Config> = {}): Config {
  return {
    link: 'apiv3',
    subMchId: '1900000109',
    subAppid: undefined,
    clientAccess: 'none',
    allowedOpenids: new Set(),
    locale: 'zh-CN',
    timeoutMs: 60_000,
    ledger: 'off',
    onSettled: undefined,
    ledgerKeys: [],
    baseUrl: undefined,
    mchId: '1900000100',
    appid: 'wx8888888888888888',
    brandMchId: '1900000200',
    apiV2Key: undefined,
    apiV3Key: vectors.keys.apiv3_key,
    mchSerial: vectors.keys.merchant_serial,
    mchPrivateKey: merchantPem,
    mchCert: undefined,
    publicKeyId: publicKey.serial,
    publicKey: publicKey.publicPem,
    ...over,
  };
}

/** The same provider, trusting platform certificates instead. */
export function certificateMode(over: Partial<Config> = {}): Config {
  return config({ publicKey: undefined, publicKeyId: undefined, ...over });
}

const EFFECTS: readonly [RegExp, Effect][] = [
  [/Query$|Bill$/, 'read'],
  [/Receiver$/, 'register'],
];

/** As much of an operation as a v3 link reads. */
export function operation(name: string): Operation {
  const effect = EFFECTS.find(([pattern]) => pattern.test(name))?.[1] ?? 'money';
  return { ...profitSharingQuery, name: name as OperationName, effect };
}

const caller: Caller = {
  hop: 'scf',
  source: 'wx_client,scf',
  openid: undefined,
  appid: undefined,
  fromAppid: undefined,
  variables: {},
};

export function send(
  link: Link,
  name: string,
  request: UnknownFields,
  timeoutMs = 60_000,
  rows?: RowSink,
): Promise<SendResult> {
  return link.send(operation(name), request, { timeoutMs, caller, ...(rows && { rows }) });
}

/** What a link finds that it cannot say. */
export function violationsOf(link: Link, name: string, request: UnknownFields): Violation[] {
  return link.check?.(operation(name), request) ?? [];
}

/** The fields of an answer; fails the test when there was none. */
export function fieldsOf(sent: SendResult): UnknownFields {
  if (sent.kind !== 'answer') throw new Error(`${sent.code} ${sent.detail}`);
  return sent.fields;
}

export const shareRequest: UnknownFields = {
  sub_mch_id: '1900000109',
  nonce_str: '5K8264ILTKCH16CQ2502SI8ZNMTM67VS',
  transaction_id: '4208450740201411110007820472',
  out_order_no: 'P20150806125346',
  receivers: [{ type: 'MERCHANT_ID', account: '86693852', amount: 888, description: '分给商户A' }],
};

export const queryRequest: UnknownFields = {
  sub_mch_id: '1900000109',
  nonce_str: '5K8264ILTKCH16CQ2502SI8ZNMTM67VS',
  transaction_id: '4208450740201411110007820472',
  out_order_no: 'P20150806125346',
};

export const orderAnswer: UnknownFields = {
  sub_mchid: '1900000109',
  transaction_id: '4208450740201411110007820472',
  out_order_no: 'P20150806125346',
  order_id: '3008450740201411110007820472',
  state: 'PROCESSING',
};
