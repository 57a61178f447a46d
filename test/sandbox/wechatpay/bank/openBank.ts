import { openState } from '../../../../sandbox/sandboxState';
import type { Identity, Outcome, Refusal } from '../../../../sandbox/wechatpay/bank/outcome';
import type { ReceiverType, ReturnOrder, ShareOrder } from '../../../../sandbox/wechatpay/bank/records';
import type { OrderInput } from '../../../../sandbox/wechatpay/bank/setup';
import type { ShareInput, ShareReceiver } from '../../../../sandbox/wechatpay/bank/share';
import type { Switches } from '../../../../sandbox/wechatpay/bank/switches';
import { parties } from '../../../../sandbox/wechatpay/seedParties';

export const payerMchId = parties.subMerchant.mchId;
export const [supplier, distributor] = parties.receivers;
export const [zhang, li] = parties.people;
export const minute = 60_000;
export const day = 86_400_000;

/** The service provider calling for its sub-merchant, as the v2 wires find it. */
export const me: Identity = {
  mchId: parties.provider.mchId,
  appid: parties.provider.appid,
  subMchId: payerMchId,
  subAppid: parties.subMerchant.appid,
  family: 'ordinary',
  wire: 'v2',
};
export const meOnV3: Identity = { ...me, wire: 'v3' };

export function merchantGets(account: string, amount: number, description = '分给商户'): ShareReceiver {
  return { type: 'MERCHANT_ID', account, amount, description };
}

export function personGets(account: string, amount: number, type: ReceiverType = 'PERSONAL_SUB_OPENID'): ShareReceiver {
  return { type, account, amount, description: '分给个人' };
}

/** The value of an accepted call; a refusal fails the test with its text. */
export function got<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw new Error(`refused: ${JSON.stringify(outcome.refusal)}`);
}

/** The refusal of a refused call. */
export function refusal(outcome: Outcome<unknown>): Refusal {
  if (!outcome.ok) return outcome.refusal;
  throw new Error(`accepted: ${JSON.stringify(outcome.value)}`);
}

/** A bank with the default parties, both merchants and both people registered as receivers. */
export function openBank(switches: Partial<Switches> = {}) {
  const { bank } = openState({ switches });
  for (const { mchId: account, name } of parties.receivers) {
    got(bank.addReceiver(me, { type: 'MERCHANT_ID', account, name, relationType: 'SUPPLIER' }));
  }
  got(bank.addReceiver(me, { type: 'PERSONAL_OPENID', account: zhang.openid, relationType: 'USER' }));
  got(bank.addReceiver(me, { type: 'PERSONAL_SUB_OPENID', account: li.openid, relationType: 'USER' }));
  let serial = 0;
  return {
    bank,
    /** A paid order; the minute of waiting is over unless `waited` says otherwise. */
    order(amount = 10_000, more: Partial<OrderInput> & { waited?: number } = {}): string {
      const { waited = 30 * minute, ...input } = more;
      const { transactionId } = bank.payOrder({ payerMchId, amount, ...input });
      bank.clock.advance(waited);
      return transactionId;
    },
    share(
      transactionId: string,
      receivers: readonly ShareReceiver[],
      more: Partial<ShareInput> & { as?: Identity } = {},
    ): Outcome<ShareOrder> {
      const { as = me, ...input } = more;
      serial += 1;
      return bank.share(as, { kind: 'multi', transactionId, outOrderNo: `S${serial}`, receivers, ...input });
    },
    finish(transactionId: string, outOrderNo?: string, as: Identity = me): Outcome<ShareOrder> {
      serial += 1;
      return bank.finish(as, { transactionId, outOrderNo: outOrderNo ?? `F${serial}`, description: '分账已完成' });
    },
    returnShare(
      outOrderNo: string,
      amount: number,
      more: { number?: string; from?: string; as?: Identity } = {},
    ): Outcome<ReturnOrder> {
      serial += 1;
      const { number = `R${serial}`, from = supplier.mchId, as = me } = more;
      return bank.returnShare(as, {
        outOrderNo,
        outReturnNo: number,
        returnMchId: from,
        amount,
        description: '用户退款',
      });
    },
    /** Time for what is pending. */
    settle(): void {
      bank.clock.advance(bank.switches.completionMs);
    },
    left(transactionId: string): number {
      return bank.order(transactionId)?.unsplit ?? Number.NaN;
    },
    page(transactionId: string) {
      const page = bank.order(transactionId);
      if (!page) throw new Error(`no order ${transactionId}`);
      return page;
    },
    balance(mchId: string): number {
      return bank.merchant(mchId)?.available ?? Number.NaN;
    },
  };
}
