import { cloudRoutes } from '../cloudbase/control/cloudRoutes';
import {
  type Answer,
  advance,
  changeOrder,
  clock,
  ok,
  placeOrder,
  putState,
  refund,
  setMerchant,
  setPerson,
  setSwitches,
} from '../wechatpay/control/actions';
import { readFault } from '../wechatpay/control/faultInput';
import { noticeRoutes } from '../wechatpay/control/noticeRoutes';
import type { World } from '../world';

export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** `:name` stands for one segment. */
  readonly path: string;
  readonly does: string;
  readonly run: (world: World, segment: string, body: unknown) => Answer;
}

/** Everything the control API can do, in the order of its index. */
export const routes: readonly Route[] = [
  {
    method: 'POST',
    path: '/_sandbox/orders',
    does: 'a buyer pays an order: {amount, coupon, fee, sharing, family, payerMchId, ready …}, all optional',
    run: (world, _, body) => placeOrder(world, body),
  },
  {
    method: 'PATCH',
    path: '/_sandbox/orders/:transactionId',
    does: 'the subsidy arrives, or the order is settled: {subsidyPending, settled}',
    run: changeOrder,
  },
  {
    method: 'POST',
    path: '/_sandbox/refunds',
    does: 'the buyer is paid back: {transactionId, amount}',
    run: (world, _, body) => refund(world, body),
  },
  {
    method: 'PUT',
    path: '/_sandbox/merchants/:mchId',
    does: 'creates a merchant, or replaces all but the money of one: what is not named takes its default',
    run: (world, mchId, body) => setMerchant(world, mchId, body, true),
  },
  ...(['PATCH', 'POST'] as const).map(
    (method): Route => ({
      method,
      path: '/_sandbox/merchants/:mchId',
      does: 'changes what is named: {name, permission, maxRatio, available, returnsEnabled, abnormal, notifyUrl …}',
      run: (world, mchId, body) => setMerchant(world, mchId, body, false),
    }),
  ),
  {
    method: 'POST',
    path: '/_sandbox/people/:openid',
    does: 'creates or changes a person: {appid, name, verified, abnormal, highRisk}',
    run: setPerson,
  },
  { method: 'GET', path: '/_sandbox/clock', does: "the bank's clock", run: ({ bank }) => clock(bank.clock.now()) },
  {
    method: 'POST',
    path: '/_sandbox/clock/advance',
    does: 'lets time pass: {ms, seconds, days}',
    run: (world, _, body) => advance(world, body),
  },
  {
    method: 'POST',
    path: '/_sandbox/faults',
    does: 'a fault for the next calls: {kind, api, times, effect …}',
    run: ({ faults }, _, body) => {
      faults.inject(readFault(body));
      return ok(faults.list());
    },
  },
  { method: 'GET', path: '/_sandbox/faults', does: 'faults still waiting', run: ({ faults }) => ok(faults.list()) },
  {
    method: 'DELETE',
    path: '/_sandbox/faults',
    does: 'no more faults',
    run: ({ faults }) => {
      faults.clear();
      return ok([]);
    },
  },
  ...cloudRoutes,
  ...noticeRoutes,
  {
    method: 'GET',
    path: '/_sandbox/books',
    does: 'orders, balances, shares, returns',
    run: ({ bank }) => ok(bank.books()),
  },
  {
    method: 'GET',
    path: '/_sandbox/calls',
    does: 'the last calls on every wire',
    run: ({ calls }) => ok(calls.list()),
  },
  {
    method: 'DELETE',
    path: '/_sandbox/calls',
    does: 'forgets the calls',
    run: ({ calls }) => {
      calls.clear();
      return ok([]);
    },
  },
  { method: 'GET', path: '/_sandbox/switches', does: 'the switches', run: ({ bank }) => ok(bank.switches) },
  {
    method: 'PATCH',
    path: '/_sandbox/switches',
    does: 'changes switches',
    run: (world, _, body) => setSwitches(world, body),
  },
  {
    method: 'GET',
    path: '/_sandbox/state',
    does: 'everything the bank remembers',
    run: ({ bank }) => ok(JSON.parse(bank.export())),
  },
  {
    method: 'PUT',
    path: '/_sandbox/state',
    does: 'continues from such a state',
    run: (world, _, body) => putState(world, body),
  },
  {
    method: 'POST',
    path: '/_sandbox/reset',
    does: 'back to the first moment',
    run: (world) => {
      world.reset();
      return ok({ now: world.bank.clock.now() });
    },
  },
];
