import { faultRoutes } from '../../control/faultRoutes';
import { type Answer, jsonRoute, ok } from '../../control/jsonRoute';
import { BadInput } from '../../control/readInput';
import type { Method, ParamsOf } from '../../http/match';
import type { Route } from '../../http/route';
import type { Bank } from '../bank/bank';
import { SetupRefused } from '../bank/setupRefused';
import type { CallLog } from '../callLog';
import type { Notices } from '../notices/notices';
import type { WeChatPay } from '../weChatPay';
import {
  advance,
  changeOrder,
  clock,
  placeOrder,
  refund,
  setAbnormalFunds,
  setMerchant,
  setPerson,
  setSwitches,
} from './bankActions';
import { credentialRoutes } from './credentialRoutes';
import { readFault } from './faultInput';
import { keyRoutes } from './keyRoutes';
import { noticeRoutes } from './noticeRoutes';

/** A route whose handler asks the bank for something; what the bank cannot set up is a wrong field of the body. */
function bankRoute<const Path extends string>(
  method: Method,
  path: Path,
  does: string,
  run: (params: ParamsOf<Path>, body: unknown) => Answer | Promise<Answer>,
): Route {
  return jsonRoute(method, path, does, async (params: ParamsOf<Path>, body) => {
    try {
      return await run(params, body);
    } catch (error) {
      throw error instanceof SetupRefused ? new BadInput(error.field, error.reason) : error;
    }
  });
}

function partyRoutes(bank: Bank, notices: Notices): readonly Route[] {
  const MERCHANT = '/_sandbox/merchants/{mchId}';
  const changes =
    'changes what is named: {name, permission, maxRatio, available, returnsEnabled, abnormal, notifyUrl …}';
  return [
    bankRoute(
      'PUT',
      MERCHANT,
      'creates a merchant, or replaces all but the money of one: what is not named takes its default',
      ({ mchId }, body) => setMerchant(bank, notices, mchId, body, true),
    ),
    ...(['PATCH', 'POST'] as const).map((method) =>
      bankRoute(method, MERCHANT, changes, ({ mchId }, body) => setMerchant(bank, notices, mchId, body, false)),
    ),
    bankRoute(
      'POST',
      '/_sandbox/people/{openid}',
      'creates or changes a person: {appid, name, verified, abnormal, highRisk}',
      ({ openid }, body) => setPerson(bank, openid, body),
    ),
  ];
}

function orderRoutes(bank: Bank): readonly Route[] {
  return [
    bankRoute(
      'POST',
      '/_sandbox/orders',
      'a buyer pays an order: {amount, coupon, fee, sharing, family, payerMchId, ready …}, all optional',
      (_, body) => placeOrder(bank, body),
    ),
    bankRoute(
      'PATCH',
      '/_sandbox/orders/{transactionId}',
      'the subsidy arrives, the order is settled, its goods are shipped or received: {subsidyPending, settled, shipped, received}',
      ({ transactionId }, body) => changeOrder(bank, transactionId, body),
    ),
    bankRoute(
      'PATCH',
      '/_sandbox/lines/{detailId}',
      'money of an ecommerce line is held up on its way: {status, closedReason, redirectId, receivers}',
      ({ detailId }, body) => setAbnormalFunds(bank, detailId, body),
    ),
    bankRoute('POST', '/_sandbox/refunds', 'the buyer is paid back: {transactionId, amount}', (_, body) =>
      refund(bank, body),
    ),
  ];
}

function clockRoutes(bank: Bank, notices: Notices): readonly Route[] {
  return [
    bankRoute('GET', '/_sandbox/clock', "the bank's clock", () => clock(bank)),
    bankRoute(
      'POST',
      '/_sandbox/clock/advance',
      'lets time pass, and sends the notifications that are due: {ms, seconds, days}',
      async (_, body) => {
        const advanced = advance(bank, body);
        await notices.deliver();
        return advanced;
      },
    ),
  ];
}

function callRoutes(calls: CallLog): readonly Route[] {
  return [
    jsonRoute('GET', '/_sandbox/calls', 'the last calls on every wire', () => ok(calls.list())),
    jsonRoute('DELETE', '/_sandbox/calls', 'forgets the calls', () => {
      calls.clear();
      return ok([]);
    }),
  ];
}

function bookRoutes(bank: Bank): readonly Route[] {
  return [
    bankRoute('GET', '/_sandbox/books', 'orders, balances, shares, returns', () => ok(bank.books())),
    jsonRoute('POST', '/_sandbox/prove', 'proves all the books from the records alone', () => {
      bank.prove();
      return ok({ now: bank.clock.now() });
    }),
    bankRoute('GET', '/_sandbox/switches', 'the switches', () => ok(bank.switches)),
    bankRoute('PATCH', '/_sandbox/switches', 'changes switches', (_, body) => setSwitches(bank, body)),
  ];
}

/** WeChat Pay in the control API: orders, parties, time, faults, notifications, keys, books. */
export function weChatPayRoutes(weChatPay: WeChatPay): readonly Route[] {
  const { bank, faults, calls, notices, v3 } = weChatPay;
  return [
    ...orderRoutes(bank),
    ...partyRoutes(bank, notices),
    ...clockRoutes(bank, notices),
    ...faultRoutes('/_sandbox/faults', faults, readFault, {
      order: 'a fault for the next calls: {kind, api, times, effect …}',
      plural: 'faults',
    }),
    ...noticeRoutes(notices),
    ...keyRoutes(v3),
    ...credentialRoutes(weChatPay),
    ...callRoutes(calls),
    ...bookRoutes(bank),
  ];
}
