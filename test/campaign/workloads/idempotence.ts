import fc from 'fast-check';
import { settleAll } from '../audit';
import { placeOrder, query, reconcile, wait } from '../commonSteps';
import { must } from '../discrepancy';
import { injectionSteps } from '../injectionSteps';
import { asAdvised, begunBy, type Sending } from '../moneySteps';
import { idOf, type Request } from '../request';
import type { Act, Rules } from '../run';
import { isReordered, type Spelling, spellings } from '../spelling';
import { index, pick, step } from '../step';
import type { Workload } from '../workload';

const anySpelling = fc.constantFrom(...spellings);

/** How often at once, and how each writes it. */
const written = fc.array(anySpelling, { minLength: 1, maxLength: 4 });

const sent = (request: Request, as: readonly Spelling[]): Act[] =>
  as.map((spelling) => ({ do: 'send', request, spelling }));

const again = fc.tuple(index, written, fc.boolean()).map(([which, as, reconciled]) =>
  step({
    name: `request ${which} again as ${as.join(' + ')}${reconciled ? ', during a reconciliation' : ''}`,
    needs: 'request',
    perform: ({ requests }, run) => {
      const meanwhile: Act[] = reconciled ? [{ do: 'reconcile' }] : [];
      return run.together(...sent(pick(requests, which), as), ...meanwhile);
    },
  }),
);

const SEAMS = ['wire', 'late', 'hostile', 'database', 'crash', 'clock'] as const;

/** The same wish, through many instances, in many spellings and at many times, moves money once. */
export const idempotence: Workload = {
  name: 'idempotence',
  steps: (link, most, seams) => {
    const mine = SEAMS.filter((seam) => seams.includes(seam));
    const begun = begunBy(
      written.map((as): Sending => ({ shown: as.join(' + '), acts: (request) => sent(request, as) })),
    );
    const others = [again, again, again, again, asAdvised, query, wait, wait, reconcile, placeOrder];
    return fc.commands([...begun, ...others, ...injectionSteps(link, mine, 5)], {
      maxCommands: most,
      size: 'max',
      disableReplayLog: true,
    });
  },
  rules: oneRequestWhateverItsSpelling,
  end: async ({ requests }, run) => {
    for (const request of requests) {
      await run.together(...sent(request, ['camelJson', 'nonce', 'fieldOrder', 'reordered']));
    }
    await settleAll(run);
  },
};

/** Nothing here is sent under the number of another request: only another order of lines may be called a conflict. */
function oneRequestWhateverItsSpelling(): Rules {
  const orders = new Map<string, Set<boolean>>();
  return {
    before: (acts) => {
      for (const act of acts) {
        if (act.do !== 'send') continue;
        const known = orders.get(idOf(act.request)) ?? new Set();
        orders.set(idOf(act.request), known.add(isReordered(act.request.body, act.spelling ?? 'asWritten')));
      }
    },
    answered: (act, reply) => {
      if (act.do !== 'send' || reply.err_code !== 'NUMBER_CONFLICT') return;
      const both = orders.get(idOf(act.request))?.size === 2;
      must(both, 'the same request in another spelling was taken for another', act, reply);
    },
  };
}
