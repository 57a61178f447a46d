import fc from 'fast-check';
import { noticeFlaws } from '../../sandbox/wechatpay/notices/notice';
import { type Fields, person, supplier } from '../conformance/harness';
import { distributor } from './simulation';
import { index, pick, step, times } from './step';

export const query = index.map((which) =>
  step({
    name: `query request ${which}`,
    needs: 'request',
    perform: ({ requests }, run) => run.together({ do: 'query', request: pick(requests, which) }),
  }),
);

export const placeOrder = fc.constant(
  step({
    name: 'place an order',
    perform: async ({ orders }, { simulation }) => orders.push(simulation.placeOrder()),
  }),
);

export const wait = fc
  .constantFrom(2000, 70_000, 600_000, 7_200_000, 86_400_000, 6 * 86_400_000)
  .map((ms) => step({ name: `wait ${ms / 1000} s`, perform: (_, run) => run.pass(ms) }));

export const reconcile = fc.tuple(fc.constantFrom(1, 1, 2, 3), fc.boolean()).map(([many, asTimer]) =>
  step({
    name: `${many} × reconcile${asTimer ? ' by timer' : ''}`,
    perform: (_, run) => run.together(...times(many, { do: 'reconcile', ...(asTimer && { by: 'timer' as const }) })),
  }),
);

const register = fc
  .tuple(fc.constantFrom(supplier, distributor, person), fc.constantFrom(true, true, false))
  .map(([receiver, isAdded]) =>
    step({
      name: `${isAdded ? 'add' : 'remove'} ${receiver.account}`,
      perform: (_, run) => {
        const operation = isAdded ? 'profitSharingAddReceiver' : 'profitSharingRemoveReceiver';
        const named = receiver === person ? {} : { name: receiver === supplier ? '示例供应商' : '示例分销商' };
        const added = { ...receiver, ...named, relation_type: 'DISTRIBUTOR' };
        return run.together({ do: 'register', operation, receiver: isAdded ? added : receiver });
      },
    }),
  );

const change = fc
  .constantFrom<Fields>(
    { abnormal: true },
    { abnormal: false },
    { available: 0 },
    { available: 5000 },
    { highRisk: true },
  )
  .map((flags) =>
    step({
      name: `the supplier is ${JSON.stringify(flags)}`,
      perform: async (_, { simulation }) => simulation.sandbox.state.bank.setMerchant(supplier.account, flags),
    }),
  );

const notice = fc
  .tuple(index, fc.option(fc.constantFrom(...noticeFlaws)), fc.integer({ min: 1, max: 4 }))
  .map(([which, flaw, copies]) =>
    step({
      name: flaw ? `forge notification ${which}: ${flaw}` : `notification ${which} comes ${copies} times at once`,
      perform: async (_, run) => {
        const { notices } = run.simulation.sandbox.state;
        const sent = notices.list();
        if (sent.length === 0) return;
        const { id } = pick(sent, which);
        await (flaw ? notices.forge(flaw, id) : notices.redeliver(id, copies));
        run.look();
      },
    }),
  );

/** Sources disagree about these, so that WeChat Pay may write them either way. */
const spelling = fc
  .record({
    eventType: fc.constantFrom('TRANSACTION.SUCCESS' as const, 'PROFITSHARING' as const),
    originalType: fc.constantFrom('profitsharing' as const, 'transaction' as const),
    returnReceiver: fc.constantFrom('payer' as const, 'returner' as const),
    associatedData: fc.constantFrom('', 'profitsharing'),
  })
  .map((settings) =>
    step({
      name: `notifications look like ${JSON.stringify(settings)}`,
      perform: async (_, { simulation }) => {
        const { notices } = simulation.sandbox.state;
        notices.settings = { ...notices.settings, ...settings };
      },
    }),
  );

/** Steps after which no money has moved that would not have moved anyway; what is listed twice is twice as likely. */
export const commonSteps = [
  query,
  wait,
  wait,
  reconcile,
  reconcile,
  register,
  change,
  notice,
  spelling,
  placeOrder,
  placeOrder,
];
