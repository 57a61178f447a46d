import { invoking } from '../../scripts/call/invoking';
import { account } from '../../scripts/cloudApi/checkKey';
import { ENV_ID } from '../../scripts/cloudApi/environment';
import { type RunningCloud, startCloudApi } from '../../scripts/cloudApi/startCloudApi';
import { bash, bashUntil, type Ended, type Running } from './bash';
import { type Checkout, makeCheckout } from './checkout';
import type { Command } from './commandsIn';
import { type Form, formOf, type Place } from './forms';

/** What came of it. */
export interface Played {
  /** By the line of the command. */
  readonly ended: ReadonlyMap<string, Ended>;
  /** What none of them may have printed. */
  readonly secrets: readonly string[];
}

interface Act extends Command {
  readonly form: Form;
}

/**
 * Runs the commands of the pages as they stand, in a checkout of their own, in the order of the pages. What does not need
 * each other runs side by side. A command without a form is not run.
 */
export async function play(commands: readonly Command[]): Promise<Played> {
  const acts = commands.flatMap((command): Act[] => {
    const form = formOf(command.line);
    return form ? [{ ...command, form }] : [];
  });
  const at = (...places: Place[]) => acts.filter(({ form }) => places.includes(form.place));
  const checkout = await makeCheckout();
  const ended = new Map<string, Ended>();
  const run = async ({ line, form: { input } }: Act, typed = line, env = {}) => {
    const environment = { cwd: checkout.folder, env: { ...checkout.env, ...env }, ...(input && { input }) };
    ended.set(line, await bash(typed.replace('<yourFunction>', checkout.yourFunction), environment));
  };
  try {
    for (const act of at('build')) await run(act);
    await together([
      oneByOne(at('here', 'merchant'), (act) => run(act)),
      inTheCloud(at('cloud'), run),
      besideSandbox(at('sandbox', 'besideSandbox'), checkout, run, ended),
    ]);
    for (const act of at('last')) await run(act);
    return { ended, secrets: [...checkout.secrets, account.secretKey] };
  } finally {
    await checkout.remove();
  }
}

type Run = (act: Act, typed?: string, env?: Record<string, string>) => Promise<void>;

/** Waits for all, also where one fails: none may still be at work in a checkout that is removed. */
async function together(works: readonly Promise<void>[]): Promise<void> {
  const failed = (await Promise.allSettled(works)).find((end) => end.status === 'rejected');
  if (failed) throw failed.reason;
}

async function oneByOne(acts: readonly Act[], work: (act: Act) => Promise<void>): Promise<void> {
  for (const act of acts) await work(act);
}

/** Deployed functions answer that all went well: what they do is shown elsewhere. */
const SUCCESS = { return_code: 'SUCCESS', result_code: 'SUCCESS' };

async function inTheCloud(acts: readonly Act[], run: Run): Promise<void> {
  const cloud: RunningCloud = await startCloudApi();
  invoking(cloud.api, () => ({ InvokeResult: 0, RetMsg: JSON.stringify(SUCCESS) }));
  try {
    const isCall = ({ line }: Act) => line.startsWith('npm run call ');
    // At a terminal the user is asked before money moves; here there is no user.
    const typed = (act: Act) => act.line.replace('<envId>', ENV_ID) + (isCall(act) ? ' --yes' : '');
    const work = (act: Act) => run(act, typed(act), { ...cloud.env });
    const calls = acts.filter(isCall);
    const changes = acts.filter((act) => !isCall(act));
    await together([oneByOne(changes, work), oneByOne(calls, work)]);
  } finally {
    await cloud.stop();
  }
}

/** Starts each sandbox as the pages do, and does the rest beside the last one. */
async function besideSandbox(acts: readonly Act[], checkout: Checkout, run: Run, ended: Map<string, Ended>) {
  let sandbox: Running | undefined;
  try {
    for (const { line } of acts.filter(({ form }) => form.place === 'sandbox')) {
      await sandbox?.stop();
      // Ports that are free, because others run here as well.
      const typed = line.replace('--port 9527', '--port 0 --secure-port 0');
      sandbox = await bashUntil(/按 Ctrl-C 停止/, typed, { cwd: checkout.folder, env: checkout.env });
      ended.set(line, { code: 0, output: sandbox.output });
    }
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(sandbox?.output ?? '')?.[0] ?? '';
    let transactionId = '';
    await oneByOne(
      acts.filter(({ form }) => form.place === 'besideSandbox'),
      async (act) => {
        const options = act.line.startsWith('npm run call') ? ` --sandbox ${url}` : '';
        const typed = act.line.replace('http://127.0.0.1:9527', url).replaceAll('<transactionId>', transactionId);
        await run(act, typed + options);
        transactionId = /"transaction_id": ?"(\d+)"/.exec(ended.get(act.line)?.output ?? '')?.[1] ?? transactionId;
      },
    );
  } finally {
    await sandbox?.stop();
  }
}
