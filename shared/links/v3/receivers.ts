import type { Config } from '../../config';
import { accountOf, linesAmong } from '../../lines';
import type { Contract } from '../../operation';
import { toBeijingTime } from './beijingTime';
import type { EncodeContext } from './route';

/** The receivers of a request; the walk hands them over parsed and validated. */
export function receiversOf(request: Contract): readonly Contract[] {
  return Array.isArray(request.receivers) ? request.receivers : [];
}

/** The receiver of an add or remove request. */
export function receiverOf(request: Contract): Contract {
  return (request.receiver ?? {}) as Contract;
}

/**
 * The receivers of a share as v3 wants them, every name encrypted whichever receivers carry one. The caller's objects
 * stay untouched.
 */
export function toPayees(
  request: Contract,
  context: EncodeContext,
  accountKey = 'account',
  nameKey = 'name',
): Contract[] {
  return receiversOf(request).map(({ type, account, amount, description, name }) => ({
    type,
    [accountKey]: account,
    ...(name !== undefined && { [nameKey]: context.encrypt(String(name)) }),
    amount,
    description,
  }));
}

/** The lines of an answer in the contract's words: `account` whatever the link calls it, times in Beijing. */
export function toLines(receivers: unknown): Contract[] | undefined {
  if (!Array.isArray(receivers)) return undefined;
  return linesAmong(receivers).map((item) => {
    const line = inBeijingTime(item);
    line.account = accountOf(item);
    delete line.receiver_account;
    delete line.receiver_mchid;
    return line;
  });
}

/**
 * `sub_appid`, when a receiver is named by an openid under it. Without need it is not sent: it is usually the calling
 * mini program's own AppID, which need not belong to the sub-merchant.
 */
export function subAppidFor(request: Contract): unknown {
  const types = [receiverOf(request), ...receiversOf(request)].map(({ type }) => type);
  return types.includes('PERSONAL_SUB_OPENID') ? request.sub_appid : undefined;
}

/** Openids of the merchant's own AppID mean nothing without it (partner share page of 2026: appid with PERSONAL_OPENID). */
export function settingsForPersons(request: Contract, { appid }: Config): string[] {
  const types = [receiverOf(request), ...receiversOf(request)].map(({ type }) => type);
  return !appid && types.includes('PERSONAL_OPENID') ? ['WECHATPAY_APPID'] : [];
}

const TIMES = ['finish_time', 'create_time'];

/** The same fields with every time as the contract writes it. */
export function inBeijingTime(fields: Contract): Contract {
  const dated = { ...fields };
  for (const name of TIMES) {
    const time = dated[name];
    if (typeof time === 'string') dated[name] = toBeijingTime(time);
  }
  return dated;
}
