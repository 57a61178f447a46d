import fc from 'fast-check';
import { type Fields, person, supplier } from '../conformance/harness';
import type { Injection } from './injection';
import type { Request } from './request';
import type { Act, Run } from './run';
import { distributor } from './simulation';
import { type Callers, index, pick, step, times } from './step';

/** How many instances are called at once. */
const abreast = fc.constantFrom(1, 1, 1, 2, 3);

/** How a request is sent for the first time. */
export interface Sending {
  readonly shown: string;
  readonly injection?: Injection;
  acts(request: Request): readonly Act[];
  /** What happens as soon as these are answered. */
  next?(run: Run, request: Request): Promise<unknown>;
}

/** Makes a request under a new number, and sends it. */
export async function begin(
  callers: Callers,
  run: Run,
  request: Omit<Request, 'number' | 'wish'>,
  how: Sending,
): Promise<Request> {
  callers.numbers += 1;
  const number = `N${callers.numbers}`;
  const field = request.family === 'share' ? 'out_order_no' : 'out_return_no';
  const made: Request = {
    ...request,
    number,
    body: { ...request.body, [field]: number },
    wish: callers.requests.length,
  };
  callers.requests.push(made);
  if (how.injection) await run.arm(how.injection);
  await run.together(...how.acts(made));
  await how.next?.(run, made);
  return made;
}

const line = fc.tuple(fc.constantFrom(supplier, supplier, distributor, person), fc.integer({ min: 1, max: 400 }));

const share = (sending: fc.Arbitrary<Sending>) =>
  fc
    .record({
      operation: fc.oneof(
        { weight: 4, arbitrary: fc.constant('multiProfitSharing' as const) },
        { weight: 1, arbitrary: fc.constant('profitSharing' as const) },
      ),
      order: fc.nat({ max: 3 }),
      lines: fc.uniqueArray(line, { minLength: 1, maxLength: 3, selector: ([{ account }]) => account }),
      sending,
    })
    .map(({ operation, order, lines, sending: how }) =>
      step({
        name: `${how.shown} × ${operation} of order ${order}: ${lines.map(([{ account }, amount]) => `${account} ${amount}`).join(', ')}`,
        perform: (callers, run) => {
          const receivers = lines.map(([to, amount]) => ({ ...to, amount, description: '分账' }));
          const body = { transaction_id: pick(callers.orders, order), receivers };
          return begin(callers, run, { operation, family: 'share', body }, how);
        },
      }),
    );

const finish = (sending: fc.Arbitrary<Sending>) =>
  fc.tuple(fc.nat({ max: 3 }), sending).map(([order, how]) =>
    step({
      name: `${how.shown} × finish order ${order}`,
      perform: (callers, run) => {
        const body = { transaction_id: pick(callers.orders, order), description: '完结' };
        return begin(callers, run, { operation: 'profitSharingFinish', family: 'share', body }, how);
      },
    }),
  );

const returning = (sending: fc.Arbitrary<Sending>) =>
  fc.tuple(index, fc.integer({ min: 1, max: 300 }), sending).map(([which, amount, how]) =>
    step({
      name: `${how.shown} × return ${amount} of share ${which}`,
      needs: 'share',
      perform: (callers, run) => {
        const shares = callers.requests.filter(({ family }) => family === 'share');
        const accepted = shares.filter((each) => run.memoryOf(each).accepted);
        const { number } = pick(accepted.length > 0 ? accepted : shares, which);
        const body = {
          out_order_no: number,
          return_account: supplier.account,
          return_amount: amount,
          description: '退款',
        };
        return begin(callers, run, { operation: 'profitSharingReturn', family: 'return', body }, how);
      },
    }),
  );

const again = fc.tuple(index, abreast, fc.boolean()).map(([which, many, reconciled]) =>
  step({
    name: `${many} × request ${which} again${reconciled ? ', during a reconciliation' : ''}`,
    needs: 'request',
    perform: ({ requests }, run) => {
      const meanwhile: Act[] = reconciled ? [{ do: 'reconcile' }] : [];
      return run.together(...times(many, { do: 'send', request: pick(requests, which) }), ...meanwhile);
    },
  }),
);

const OTHER = { description: '另一笔' };

const otherPayload = fc.tuple(index, fc.boolean()).map(([which, both]) =>
  step({
    name: `another request under the number of request ${which}${both ? ', and itself' : ''}`,
    needs: 'request',
    perform: ({ requests }, run) => {
      const first = pick(requests, which);
      const other = { ...first, body: changed(first.body), wish: requests.length };
      requests.push(other);
      const sent = both ? [first, other] : [other];
      return run.together(...sent.map((request): Act => ({ do: 'send', request })));
    },
  }),
);

function changed({ receivers, ...rest }: Fields): Fields {
  if (!Array.isArray(receivers)) return { ...rest, ...OTHER };
  const [first, ...others] = receivers as Fields[];
  return { ...rest, receivers: [{ ...first, ...OTHER, amount: Number(first?.amount) + 1 }, ...others] };
}

/** Sends again under the same number or another one, whichever the last reply allowed. */
export const asAdvised = index.map((which) =>
  step({
    name: `request ${which} once more, as its caller was advised`,
    needs: 'request',
    perform: async (callers, run) => {
      const request = pick(callers.requests, which);
      if (!run.memoryOf(request).mayRenumber) return run.together({ do: 'send', request });
      callers.numbers += 1;
      const number = `N${callers.numbers}`;
      const field = request.family === 'share' ? 'out_order_no' : 'out_return_no';
      const renumbered = { ...request, number, body: { ...request.body, [field]: number } };
      callers.requests[callers.requests.indexOf(request)] = renumbered;
      callers.givenUp.push(request);
      return run.together({ do: 'send', request: renumbered });
    },
  }),
);

/** So many calls at once. */
export function atOnce(many: number): Sending {
  return { shown: String(many), acts: (request) => times(many, { do: 'send', request }) };
}

/** New requests; what is listed twice is twice as likely. */
export const begunBy = (sending: fc.Arbitrary<Sending>) => [
  ...Array.from({ length: 4 }, () => share(sending)),
  finish(sending),
  ...Array.from({ length: 2 }, () => returning(sending)),
];

/** Steps that move money, or try to. */
export const moneySteps = [...begunBy(abreast.map(atOnce)), again, again, otherPayload, asAdvised, asAdvised];
