import type { Config } from '../../config';
import type { Json, JsonObject, RequestFields, RequestOf } from '../../contract';
import type { ShareReceiver } from '../../generated/types';
import { accountOf, linesAmong } from '../../lines';
import { toBeijingTime } from './beijingTime';
import type { EncodeContext } from './route';

export type Receiver = ShareReceiver | NonNullable<RequestFields['receiver']>;

export type ReceiverRequest = RequestOf<'profitSharingAddReceiver' | 'profitSharingRemoveReceiver'>;

function receiversIn({ receiver, receivers = [] }: RequestFields): readonly Receiver[] {
  return receiver ? [receiver, ...receivers] : receivers;
}

/** The receivers of a share in v3's fields, every name encrypted. The caller's objects stay unchanged. */
export function toPayees(
  receivers: readonly ShareReceiver[],
  context: EncodeContext,
  accountKey = 'account',
  nameKey = 'name',
): JsonObject[] {
  return receivers.map(({ type, account, amount, description, name }) => ({
    type,
    [accountKey]: account,
    ...(name !== undefined && { [nameKey]: context.encrypt(name) }),
    amount,
    description,
  }));
}

/** The lines of an answer in the contract's words: `account` whatever the link calls it, times in Beijing. */
export function toLines(receivers: Json): JsonObject[] | undefined {
  if (!Array.isArray(receivers)) return undefined;
  return (linesAmong(receivers) as JsonObject[]).map((item) => {
    const line = inBeijingTime(item);
    line.account = accountOf(item) as Json;
    delete line.receiver_account;
    delete line.receiver_mchid;
    return line;
  });
}

/**
 * `sub_appid`, only where a receiver is named by an openid under it: it is usually the calling mini program's own
 * AppID, which need not belong to the sub-merchant.
 */
export function subAppidFor(request: RequestFields): string | undefined {
  const isNeeded = receiversIn(request).some(({ type }) => type === 'PERSONAL_SUB_OPENID');
  return isNeeded ? request.sub_appid : undefined;
}

/** Openids of the merchant's own AppID mean nothing without it (partner share page of 2026: appid with PERSONAL_OPENID). */
export function settingsForPersons(request: RequestFields, { appid }: Config): string[] {
  const hasPerson = receiversIn(request).some(({ type }) => type === 'PERSONAL_OPENID');
  return !appid && hasPerson ? ['WECHATPAY_APPID'] : [];
}

const TIMES = ['finish_time', 'create_time'];

export function inBeijingTime(fields: JsonObject): { [name: string]: Json } {
  const dated = { ...fields };
  for (const name of TIMES) {
    const time = dated[name];
    if (typeof time === 'string') dated[name] = toBeijingTime(time);
  }
  return dated;
}
