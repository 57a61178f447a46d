import { balanceOf, type Funds } from './balance';
import type { Fields, Presenter } from './chapters';
import { Play } from './play';
import type { Receiver, Stage } from './stage';

const SHARE = 'multiProfitSharing';

/** Far enough ahead that reconciliation queries every number that waits, in ms. */
const LOOK_AHEAD_MS = 3_600_000;

const line = ({ type, account }: Receiver, amount: number, description: string) => ({
  type,
  account,
  amount,
  description,
});

/** The order that is played, and the first share of it. */
interface Order {
  readonly transactionId: string;
  /** A request that shares this order under a new number. */
  share(receivers: readonly Fields[]): Fields & { readonly out_order_no: string };
  readonly first: Fields & { readonly out_order_no: string };
}

async function pay(play: Play): Promise<Order> {
  const { stage } = play;
  const { supplier, person, appid } = stage;
  await stage.control('POST', `people/${person.account}`, { appid, name: person.name });
  let transactionId = '';
  await play.chapter('paid', async () => {
    const paid = (await stage.control('POST', 'orders', { ...stage.order, amount: 10_000 })) as Fields;
    transactionId = String(paid.transaction_id);
    return { facts: { transactionId } };
  });
  const share: Order['share'] = (receivers) => ({
    transaction_id: transactionId,
    out_order_no: stage.number('SHARE'),
    receivers,
  });
  return { transactionId, share, first: share([line(supplier, 2000, 'goods'), line(person, 500, 'commission')]) };
}

/** Before any money moves: receivers, and calls that must not reach WeChat Pay. */
async function prepare(play: Play, { first }: Order): Promise<void> {
  const { stage } = play;
  const { supplier, person } = stage;
  await play.chapter('registered', async () => {
    const add = (receiver: Fields) => play.accepted('profitSharingAddReceiver', { receiver });
    await add({ ...supplier, relation_type: 'SUPPLIER' });
    return { ...(await add({ ...person, relation_type: 'DISTRIBUTOR' })), facts: { receivers: [supplier, person] } };
  });
  const arrived = async () => ((await stage.control('GET', 'calls')) as unknown[]).length;
  const before = await arrived();
  await play.chapter('stranger', () => play.refused(SHARE, first, 'CALLER_REFUSED', 'client'));
  await play.chapter('mistaken', async () => {
    const misspelt = { type: person.type, account: person.account, amount: 5.5, descripton: 'commission' };
    const receivers = [line(supplier, 2000, 'goods'), misspelt];
    const refused = await play.refused(SHARE, { ...first, receivers }, 'REQUEST_INVALID');
    play.expect((await arrived()) === before, 'a request reached WeChat Pay', refused.callId);
    return refused;
  });
}

async function shareTwice(play: Play, { transactionId, first, share }: Order): Promise<void> {
  const { stage } = play;
  await play.chapter('tooEarly', () => play.refused(SHARE, first, 'ORDER_NOT_READY'));
  await play.minutePasses();
  await play.chapter('shared', async () => {
    const accepted = await play.accepted(SHARE, first);
    await play.minutePasses();
    const numbers = { transaction_id: transactionId, out_order_no: first.out_order_no };
    const { reply: found } = await play.accepted('profitSharingQuery', numbers);
    const lines = JSON.parse(String(found.receivers)) as Fields[];
    play.expect(
      lines.every(({ result }) => result === 'SUCCESS'),
      'a receiver was not paid',
      accepted.callId,
    );
    return { ...accepted, facts: { lines } };
  });
  await play.chapter('lost', async () => {
    await stage.control('POST', 'faults', { kind: 'silence', api: SHARE, effect: 'after' });
    return play.accepted(SHARE, share([line(stage.supplier, 300, 'freight')]));
  });
}

/** WeChat Pay answers neither the share nor the queries after it; afterwards the same number finds the same share. */
async function goUnanswered(play: Play, { transactionId, share }: Order): Promise<void> {
  const { stage } = play;
  await play.chapter('unanswered', async () => {
    for (const api of [SHARE, 'profitSharingQuery']) {
      await stage.control('POST', 'faults', { api, kind: 'silence', effect: 'after', times: 9 });
    }
    const request = share([line(stage.supplier, 50, 'tip')]);
    const unanswered = await play.refused(SHARE, request, 'NO_ANSWER').finally(() => stage.control('DELETE', 'faults'));
    const numbers = { transaction_id: transactionId, out_order_no: request.out_order_no };
    const { reply: found } = await play.accepted('profitSharingQuery', numbers);
    const { reply: again, callId } = await play.accepted(SHARE, request);
    play.expect(again.order_id === found.order_id, 'the repetition is another share', callId);
    await play.minutePasses();
    return { ...unanswered, facts: { found, again } };
  });
}

/** The function dies after WeChat Pay took its request; reconciliation finds out, and the number moves money once. */
async function crash(play: Play, { share }: Order, limitMs: number): Promise<void> {
  const { stage } = play;
  await play.chapter('crashed', async () => {
    await stage.control('POST', 'crashes', { function: SHARE, on: 'pay', moment: 'after' });
    const request = share([line(stage.supplier, 50, 'bonus')]);
    const { callId, reply: none } = await stage.backend(SHARE, request);
    play.expect(none === undefined, 'the function did not crash', callId);
    await new Promise((over) => setTimeout(over, limitMs));
    await play.minutePasses();
    const { reply: reconciled } = await play.accepted('profitSharingReconcile', { look_ahead_ms: LOOK_AHEAD_MS });
    const repeated = await play.accepted(SHARE, request);
    return { ...repeated, callId, facts: { report: reconciled.report } };
  });
}

/** One receiver of two cannot be paid: WeChat Pay finds out when the line is executed, not when it is accepted. */
async function payPartly(play: Play, { share }: Order): Promise<void> {
  const { supplier, person, appid, control } = play.stage;
  const verified = (is: boolean) => control('POST', `people/${person.account}`, { appid, verified: is });
  await play.chapter('partly', async () => {
    await verified(false);
    try {
      const accepted = await play.accepted(SHARE, share([line(supplier, 50, 'bonus'), line(person, 50, 'bonus')]));
      await play.minutePasses();
      const { transaction_id, out_order_no } = accepted.request;
      const { reply: found } = await play.accepted('profitSharingQuery', { transaction_id, out_order_no });
      const lines = JSON.parse(String(found.receivers)) as Fields[];
      play.expect(lines.map(({ result }) => result).join() === 'SUCCESS,CLOSED', 'both were paid', accepted.callId);
      return { ...accepted, facts: { lines } };
    } finally {
      await verified(true);
    }
  });
}

interface Notified {
  readonly id: string;
  readonly attempts: readonly { readonly status: number; readonly flaw?: string }[];
}

async function notify(play: Play, earlier: ReadonlySet<string>): Promise<void> {
  const { control } = play.stage;
  await play.chapter('notified', async () => {
    const all = (await control('GET', 'notifications')) as Notified[];
    const fresh = all.filter(({ id }) => !earlier.has(id));
    const recorded = ({ attempts }: Notified) => attempts.at(-1)?.status === 200;
    play.expect(fresh.length > 0 && fresh.every(recorded), 'a notification was not recorded');
    const forged = (await control('POST', 'notifications/forge', { flaw: 'altered' })) as Fields;
    play.expect(forged.status === 401, `a forged notification was answered with ${forged.status}`);
    return { facts: { recorded: fresh.length, forged: forged.status } };
  });
}

async function close(play: Play, { transactionId, first, share }: Order): Promise<void> {
  const { supplier, person, number, control } = play.stage;
  await play.chapter('returned', async () => {
    const numbers = { out_order_no: first.out_order_no, out_return_no: number('RETURN') };
    const what = { return_account: supplier.account, return_amount: 800, description: 'one item sent back' };
    const accepted = await play.accepted('profitSharingReturn', { ...numbers, ...what });
    await play.minutePasses();
    const { reply } = await play.accepted('profitSharingReturnQuery', numbers);
    play.expect(reply.result === 'SUCCESS', 'the return did not succeed', accepted.callId);
    return { ...accepted, reply };
  });
  await play.chapter('finished', async () => {
    const rest = { transaction_id: transactionId, out_order_no: number('FINISH'), description: 'all shared' };
    const finished = await play.accepted('profitSharingFinish', rest);
    const { type, account } = person;
    await play.accepted('profitSharingRemoveReceiver', { receiver: { type, account } });
    await play.minutePasses();
    const late = await play.stage.backend(SHARE, share([line(supplier, 100, 'too late')]));
    play.expect(late.failure !== undefined, 'a finished order was shared', late.callId);
    return { ...finished, facts: { late: late.reply } };
  });
  await play.chapter('reconciled', async () => {
    const done = await play.accepted('profitSharingReconcile', { look_ahead_ms: LOOK_AHEAD_MS });
    return { ...done, facts: { report: done.reply.report } };
  });
  await play.chapter('balanced', async () => {
    const { broughtIn, accountedFor } = balanceOf((await control('GET', 'books')) as Funds);
    play.expect(broughtIn === accountedFor, `${broughtIn} fen came in, ${accountedFor} are there`);
    return { facts: { broughtIn, accountedFor } };
  });
}

/**
 * Plays the life of one order of 100 yuan through the functions: shared, with lost answers, a crash, a receiver that
 * cannot be paid, a return, and the rest released. The shares together are the 30 % that WeChat Pay lets receivers have.
 * @throws {StoryBroken} when a chapter ends otherwise
 */
export async function playOrder(stage: Stage, presenter: Presenter): Promise<void> {
  const play = new Play(stage, presenter);
  const earlier = new Set(((await stage.control('GET', 'notifications')) as Notified[]).map(({ id }) => id));
  const order = await pay(play);
  await prepare(play, order);
  await shareTwice(play, order);
  await goUnanswered(play, order);
  if (stage.crashLimitMs !== undefined) await crash(play, order, stage.crashLimitMs);
  await payPartly(play, order);
  await notify(play, earlier);
  await close(play, order);
}
