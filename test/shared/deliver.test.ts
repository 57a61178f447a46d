import { identify } from '../../shared/caller';
import { Deadline } from '../../shared/deadline';
import { deliver } from '../../shared/deliver';
import { multiProfitSharing } from '../../shared/generated/operations/multiProfitSharing';
import { profitSharingAddReceiver } from '../../shared/generated/operations/profitSharingAddReceiver';
import { profitSharingFinish } from '../../shared/generated/operations/profitSharingFinish';
import { profitSharingReturn } from '../../shared/generated/operations/profitSharingReturn';
import type { Sent } from '../../shared/links/index';
import type { Contract, Operation } from '../../shared/operation';
import { fromFunction } from './callers';

const request = {
  sub_mch_id: '1900000109',
  nonce_str: 'n',
  transaction_id: '42',
  out_order_no: 'S1',
  receivers: [{ type: 'MERCHANT_ID', account: '1900000110', amount: 100, description: 'd' }],
};
const head = {
  return_code: 'SUCCESS',
  result_code: 'SUCCESS',
  transaction_id: '42',
  out_order_no: 'S1',
  order_id: '30',
};
const line = (amount: number, account = '1900000110') =>
  JSON.stringify([{ type: 'MERCHANT_ID', account, amount, description: 'd', result: 'PENDING', detail_id: '36' }]);

const accepted: Sent = { kind: 'answer', fields: head };
const lost: Sent = { kind: 'fault', code: 'NO_ANSWER', detail: 'ECONNRESET' };
const notSent: Sent = { kind: 'fault', code: 'NOT_SENT', detail: 'ECONNREFUSED' };
const failing = (err_code: string, err_code_des = ''): Sent => ({
  kind: 'answer',
  fields: { return_code: 'SUCCESS', result_code: 'FAIL', err_code, err_code_des },
});
const found = (receivers: string): Sent => ({ kind: 'answer', fields: { ...head, status: 'PROCESSING', receivers } });
const notFound = failing('RESOURCE_NOT_EXISTS');

/** The clock, in epoch ms. It stands still unless a link moves it: no deadline here depends on how busy the machine is. */
let now: number;
beforeEach(() => {
  now = Date.now();
  jest.spyOn(Date, 'now').mockImplementation(() => now);
});
afterEach(() => jest.restoreAllMocks());

/** Delivers over a link that answers the script in turn; answers what was sent and what came of it. */
async function play(
  script: readonly (Sent | (() => Promise<Sent>))[],
  operation: Operation = multiProfitSharing,
  asked: Contract = request,
  ms = 60_000,
) {
  const sent: { name: string; bytes: string }[] = [];
  const pauses: number[] = [];
  const caller = identify(fromFunction);
  if (!caller) throw new Error('the fixture has an identity');
  const link = {
    send: async ({ name }: Operation, given: Contract) => {
      sent.push({ name, bytes: JSON.stringify(given) });
      const answer = script[sent.length - 1] ?? lost;
      return typeof answer === 'function' ? await answer() : answer;
    },
  };
  const delivery = { caller, locale: 'en' as const, timeoutMs: 1000, deadline: new Deadline(ms) };
  const pause = async (waitMs: number) => pauses.push(waitMs);
  const delivered = await deliver(link, operation, asked, { ...delivery, pause });
  return { ...delivered, sent, names: sent.map(({ name }) => name), pauses };
}

const share = 'multiProfitSharing';
const query = 'profitSharingQuery';

it('sends once what is answered at once', async () => {
  expect((await play([accepted])).names).toEqual([share]);
});

it.each([
  ['a refusal', failing('NOT_SHARE_ORDER')],
  ['too many calls', failing('FREQUENCY_LIMITED')],
  ['an order that is not ready', failing('ORDER_NOT_READY')],
  ['a request that never left', notSent],
])('sends once what ends in %s', async (_what, answer) => {
  const { names, reply } = await play([answer]);
  expect(names).toEqual([share]);
  expect(reply.advice?.funds).toBe('unchanged');
});

it('takes a lost answer to WeChat Pay first, and answers with what it knows', async () => {
  const { names, reply, found: settledByQuery } = await play([lost, found(line(100))]);
  expect(names).toEqual([share, query]);
  expect(reply).toMatchObject({ result_code: 'SUCCESS', order_id: '30', status: 'PROCESSING' });
  expect(reply).not.toHaveProperty('err_code');
  expect(settledByQuery).toBe(true);
});

it('sends the same bytes again when WeChat Pay has no such number', async () => {
  const { names, sent, reply } = await play([lost, notFound, accepted]);
  expect(names).toEqual([share, query, share]);
  expect(sent[2]?.bytes).toBe(sent[0]?.bytes);
  expect(reply).toMatchObject({ result_code: 'SUCCESS' });
});

it('does the same after SYSTEMERROR', async () => {
  expect((await play([failing('SYSTEMERROR'), notFound, accepted])).names).toEqual([share, query, share]);
});

it('gives up after three times, with a longer pause before each, and says to query', async () => {
  const { names, reply, pauses } = await play([
    failing('SYSTEMERROR'),
    notFound,
    failing('SYSTEMERROR'),
    notFound,
    failing('SYSTEMERROR'),
    notFound,
  ]);
  expect(names).toEqual([share, query, share, query, share, query]);
  expect(reply).toMatchObject({
    err_code: 'SYSTEMERROR',
    advice: { retry: 'query_first', number: 'reuse', funds: 'unknown' },
  });
  for (const [turn, pause] of pauses.entries()) {
    expect(pause).toBeGreaterThanOrEqual(100 * 2 ** turn);
    expect(pause).toBeLessThan(300 * 2 ** turn);
  }
});

it.each(['account', 'receiver_account', 'receiver_mchid'])('knows its own share again by %s', async (name) => {
  const line = { type: 'MERCHANT_ID', [name]: '1900000110', amount: 100, description: 'd', result: 'PENDING' };
  const { reply, names } = await play([lost, found(JSON.stringify([line]))]);
  expect(reply).toMatchObject({ status: 'PROCESSING', settlement: { state: 'processing' } });
  expect(names).toEqual(['multiProfitSharing', 'profitSharingQuery']);
});

it('never passes another request off as this one because it has the same number', async () => {
  for (const other of [line(101), line(100, '1900000111'), '[]']) {
    const { names, reply } = await play([lost, found(other)]);
    expect(names).toEqual([share, query]);
    expect(reply).toMatchObject({ err_code: 'NO_ANSWER', advice: { funds: 'unknown' } });
  }
});

it('does not take a share under its number for the finish that got lost', async () => {
  const finish = { sub_mch_id: '1900000109', transaction_id: '42', out_order_no: 'S1', description: '分账已完结' };
  const asAFinish = { ...head, sub_mch_id: '1900000109', status: 'FINISHED' };
  const share = await play([lost, found(line(100))], profitSharingFinish, finish);
  expect(share.reply).toMatchObject({ err_code: 'NO_ANSWER', advice: { funds: 'unknown' } });
  for (const fields of [
    { ...asAFinish, amount: 100, description: '分账已完结' },
    { ...asAFinish, receivers: line(100, '1900000109') },
  ]) {
    const { reply } = await play([lost, { kind: 'answer', fields }], profitSharingFinish, finish);
    expect(reply).not.toHaveProperty('err_code');
  }
});

it.each([
  ['never left', notSent],
  ['met too many calls', failing('FREQUENCY_LIMITED')],
  ['was refused', failing('AMOUNT_OVERDUE')],
])('does not forget the doubt of the first request because the second %s', async (_what, second) => {
  for (const asked of [notFound, lost]) {
    const { names, reply } = await play([lost, asked, second]);
    expect(names).toEqual([share, query, share]);
    expect(reply).toMatchObject({
      err_code: 'NO_ANSWER',
      advice: { retry: 'query_first', number: 'reuse', funds: 'unknown' },
    });
  }
});

it('leaves a doubt as it is when there is no time to end it', async () => {
  const { names, reply } = await play([lost], multiProfitSharing, request, 300);
  expect(names).toEqual([share]);
  expect(reply).toMatchObject({ err_code: 'NO_ANSWER', advice: { retry: 'query_first', funds: 'unknown' } });
});

it('sends nothing when the time is already up, and says that nothing left', async () => {
  const { names, reply, sends } = await play([accepted], multiProfitSharing, request, 0);
  expect(names).toEqual([]);
  expect(sends).toBe(0);
  expect(reply).toMatchObject({ err_code: 'NOT_SENT', advice: { number: 'reuse', funds: 'unchanged' } });
});

it('sends nothing more when asking used up the time, and keeps the doubt', async () => {
  const slowly = async () => {
    now += 700;
    return notFound;
  };
  const { names, reply, sends } = await play([lost, slowly, accepted], multiProfitSharing, request, 650);
  expect(names).toEqual([share, query]);
  expect(sends).toBe(1);
  expect(reply).toMatchObject({ err_code: 'NO_ANSWER', advice: { number: 'reuse', funds: 'unknown' } });
});

it('takes a lost return to the query of returns', async () => {
  const giveBack = {
    out_order_no: 'S1',
    out_return_no: 'R1',
    return_account_type: 'MERCHANT_ID',
    return_account: '1900000110',
    return_amount: 5,
    description: 'd',
  };
  const { description: _description, ...known } = giveBack;
  const answer: Sent = {
    kind: 'answer',
    fields: { return_code: 'SUCCESS', ...known, return_no: '31', result: 'SUCCESS' },
  };
  const { names, reply } = await play([lost, answer], profitSharingReturn, giveBack);
  expect(names).toEqual(['profitSharingReturn', 'profitSharingReturnQuery']);
  expect(reply).toMatchObject({ result: 'SUCCESS', return_no: '31' });
});

it('does not repeat what moves no money', async () => {
  const { names } = await play([lost], profitSharingAddReceiver, {
    receiver: { type: 'PERSONAL_OPENID', account: 'o' },
  });
  expect(names).toEqual(['profitSharingAddReceiver']);
});
