import type { Text } from '../locale';
import { mask } from '../mask';
import type { RecordSummary } from './ledgerQueries';

type AboutRecord = Pick<RecordSummary, '_id' | 'link'>;

/** The record was sent over another link, or by another merchant number. */
export function otherLink({ link }: AboutRecord): Text {
  return {
    zh: `账本中有经 ${link} 接入方式（或以另一商户号）发出的请求，当前配置查不到它们：请用当时的 PROFIT_SHARING_LINK 与 WECHATPAY_MCH_ID 另部署一个对账函数。`,
    en: `The ledger holds requests sent over ${link} or by another merchant number, which this configuration cannot ask about: deploy this function once more with their PROFIT_SHARING_LINK and WECHATPAY_MCH_ID.`,
  };
}

export function cannotAsk({ _id, link }: AboutRecord): Text {
  return {
    zh: `${_id}：${link} 接入方式只能用 out_order_no 查询回退，而账本不知道它。请在商户平台核对。`,
    en: `${_id}: ${link} finds a return by out_order_no only, which the ledger does not know. Look it up in the merchant platform.`,
  };
}

export function otherRequest({ _id }: AboutRecord): Text {
  return {
    zh: `${_id}：微信支付中该单号是另一笔请求（接收方或金额不同），账本中的这笔没有结果。请查明是谁用了这个单号，这笔请换新单号。`,
    en: `${_id}: at WeChat Pay this number is another request, with other receivers or amounts; what the ledger holds has no outcome. Find out who used the number, and take a new one.`,
  };
}

export function noEnd({ _id }: AboutRecord): Text {
  return {
    zh: `${_id}：五天后仍没有最终结果，此后每天查询一次。请在商户平台核对或联系微信支付。`,
    en: `${_id}: no end after five days; it is now asked about once a day. Look it up in the merchant platform or ask WeChat Pay.`,
  };
}

/** @param why a code, without personal data */
export function recordSetAside(id: string, why: string): Text {
  const named = mask(id.slice(0, 100));
  return {
    zh: `${named}：这条账本记录无法处理（${why}），已推后，其余记录不受影响。请在数据库中检查它。`,
    en: `${named}: this record of the ledger could not be processed (${why}); it was put off and the round went on. Look at it in the database.`,
  };
}

export function blockedLink(link: string, code: string): Text {
  return {
    zh: `账本中有经 ${link} 发出的请求，这一轮没能查询它们（${code}）。`,
    en: `The ledger holds requests sent over ${link}; they could not be asked about in this round (${code}).`,
  };
}

export function failedTask(id: string): Text {
  return {
    zh: `每日任务 ${id} 出错，半小时后再试；详情见函数日志。`,
    en: `The daily task ${id} failed and is tried again in half an hour; the function's log says why.`,
  };
}

export function notifyFailed(name: string, error: unknown): Text {
  const { code, message = '' } = error as { code?: unknown; message?: string };
  const why = mask(String(code ?? message));
  return {
    zh: `PROFIT_SHARING_ON_SETTLED 指定的云函数 ${name} 调用失败（${why}），五分钟后再通知。`,
    en: `The function ${name} of PROFIT_SHARING_ON_SETTLED failed (${why}); it is told again in five minutes.`,
  };
}

export function freezeEnds(merchant: string, transactionId: string, day: string): Text {
  return {
    zh: `订单 ${transactionId}（商户 ${merchant}）分过账但没有完结，未分的钱最迟在 ${day} 自动解冻给分账方，之后不能再分。请尽快分完或调用 profitSharingFinish。`,
    en: `Payment ${transactionId} of ${merchant} was shared and never finished: what is left goes back to the merchant on ${day} at the latest and can be shared no more. Share it or call profitSharingFinish.`,
  };
}

export function noBill(day: string, why: Text): Text {
  return {
    zh: `${day} 的账单没有核对：${why.zh}。半小时后再试。`,
    en: `The bill of ${day} was not compared: ${why.en}. It is tried again in half an hour.`,
  };
}

export function noDayBook(reason: string): Text {
  return {
    zh: `没有核对账单，也没有检查冻结期：集合 profit_sharing_breaks 不可用（${reason}）。`,
    en: `Neither bills nor freezes were checked: the collection profit_sharing_breaks cannot be used (${reason}).`,
  };
}
