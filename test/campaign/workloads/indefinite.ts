import fc from 'fast-check';
import type { Fault } from '../../../sandbox/wechatpay/faults';
import { placeOrder, query, reconcile, wait } from '../commonSteps';
import { must } from '../discrepancy';
import { injectionSteps } from '../injectionSteps';
import { moneySteps } from '../moneySteps';
import type { Rules } from '../run';
import type { Workload } from '../workload';

/** What stands for an answer, in turn. */
const SILENCE: readonly Fault[] = [
  { kind: 'silence', effect: 'after' },
  { kind: 'silence', effect: 'before' },
  { kind: 'slow', delayMs: 10_000 },
  { kind: 'broken', effect: 'after', connection: 'cut' },
  { kind: 'silence', effect: 'before' },
  { kind: 'status', status: 502, body: '<html>Bad Gateway</html>', effect: 'after' },
  { kind: 'broken', effect: 'before', connection: 'whole' },
];

/** More than any run asks for. */
const ROUNDS = 100;

const SEAMS = ['late', 'database', 'crash', 'clock', 'poison', 'link'] as const;

/** Answers that never come: the ledger never claims an end, no reply does, and nothing is announced. */
export const indefinite: Workload = {
  name: 'indefinite',
  steps: (link, most, seams) => {
    const mine = SEAMS.filter((seam) => seams.includes(seam));
    const steps = [...moneySteps, query, query, wait, wait, wait, reconcile, reconcile, reconcile, placeOrder];
    return fc.commands([...steps, ...injectionSteps(link, mine, 5)], {
      maxCommands: most,
      size: 'max',
      disableReplayLog: true,
    });
  },
  rules: claimsNothing,
  begin: async (run) => {
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const fault of SILENCE) await run.arm({ seam: 'wire', fault });
    }
    // WeChat Pay would tell by itself what it did not answer.
    await run.arm({ seam: 'notice', fault: { kind: 'drop', times: 1000 } });
  },
};

/** A request that certainly never left is refused without an answer. */
const UNSENT = new Set(['NOT_SENT', 'CONFIG_ERROR']);

function claimsNothing(): Rules {
  return {
    answered: (act, reply) => {
      if (act.do !== 'send' && act.do !== 'query') return;
      must(reply.err_code !== undefined, 'an answer was claimed that never came', act, reply);
      must(reply.err_code !== 'RESOURCE_NOT_EXISTS', 'not found, though WeChat Pay did not say so', act, reply);
    },
    always: (simulation) => {
      const news = simulation.news();
      must(news.length === 0, 'an end was announced that is not known', news);
      for (const record of simulation.records()) {
        const isOpen = record.state === 'intended' || record.state === 'unknown';
        const neverLeft = record.attempts.every(({ outcome }) => outcome && UNSENT.has(outcome.code ?? ''));
        must(
          isOpen || (record.state === 'refused' && neverLeft),
          'the ledger claims an end that WeChat Pay did not give',
          record,
        );
      }
    },
  };
}
