import { parseCaller } from '../../shared/caller';
import { realClock } from '../../shared/clock';
import type { UnknownFields } from '../../shared/contract';
import { Deadline } from '../../shared/deadline';
import { multiProfitSharing } from '../../shared/generated/operations/multiProfitSharing';
import { profitSharingAddReceiver } from '../../shared/generated/operations/profitSharingAddReceiver';
import { profitSharingFinish } from '../../shared/generated/operations/profitSharingFinish';
import { profitSharingReturn } from '../../shared/generated/operations/profitSharingReturn';
import { hash } from '../../shared/ledger/hash';
import type { SendResult } from '../../shared/links/link';
import type { Operation } from '../../shared/operation';
import { present } from '../../shared/reply';
import { sendWithRetry } from '../../shared/sendWithRetry';
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

const released = (account: string) =>
  JSON.stringify([{ type: 'MERCHANT_ID', account, amount: 7, description: '解冻给分账方', result: 'SUCCESS' }]);
const both = (...lists: string[]) => JSON.stringify(lists.flatMap((list) => JSON.parse(list)));

const accepted: SendResult = { kind: 'answer', fields: head };
const lost: SendResult = { kind: 'fault', code: 'NO_ANSWER', detail: 'ECONNRESET' };
const notSent: SendResult = { kind: 'fault', code: 'NOT_SENT', detail: 'ECONNREFUSED' };
const failing = (err_code: string, err_code_des = ''): SendResult => ({
  kind: 'answer',
  fields: { return_code: 'SUCCESS', result_code: 'FAIL', err_code, err_code_des },
});
const found = (receivers: string): SendResult => ({
  kind: 'answer',
  fields: { ...head, status: 'PROCESSING', receivers },
});
const notFound = failing('RESOURCE_NOT_EXISTS');

/** The clock, in ms. It stands still unless a link moves it: no deadline here depends on how busy the machine is. */
let now = 0;
const clock = { ...realClock, elapsed: () => now };

/** Delivers over a link that answers the script in turn; answers what was sent and what came of it. */
async function play(
  script: readonly (SendResult | (() => Promise<SendResult>))[],
  operation: Operation = multiProfitSharing,
  asked: UnknownFields = request,
  ms = 60_000,
) {
  const sent: { name: string; bytes: string }[] = [];
  const pauses: number[] = [];
  const caller = parseCaller(fromFunction);
  if (!caller) throw new Error('the fixture has an identity');
  const link = {
    send: async ({ name }: Operation, given: UnknownFields) => {
      sent.push({ name, bytes: JSON.stringify(given) });
      const answer = script[sent.length - 1] ?? lost;
      return typeof answer === 'function' ? await answer() : answer;
    },
  };
  const delivery = { caller, timeoutMs: 1000, deadline: new Deadline(ms, clock) };
  const pause = async (waitMs: number) => pauses.push(waitMs);
  const delivered = await sendWithRetry(link, operation, asked, { ...delivery, pause });
  return { ...delivered, reply: present(delivered.result, 'en'), sent, names: sent.map(({ name }) => name), pauses };
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

it('sends once what no answer can be verified of, and leaves the money in doubt', async () => {
  const { names, reply } = await play([{ kind: 'fault', code: 'BAD_ANSWER', detail: 'signed', isLasting: true }]);
  expect(names).toEqual([share]);
  expect(reply).toMatchObject({
    err_code: 'BAD_ANSWER',
    advice: { retry: 'query_first', number: 'reuse', funds: 'unknown' },
    settlement: { state: 'unknown' },
  });
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

it.each([
  ['another amount', line(101)],
  ['another receiver', line(100, '1900000111')],
  ['a stranger beside ours', both(line(100), line(7, '1900000111'))],
  ['ours twice', both(line(100), line(100))],
  ['money for the payer, in the words of a stranger', both(line(100), released('1900000111'))],
])('never passes %s under its number off as its own share, and sends no more', async (_what, other) => {
  const { names, reply } = await play([lost, found(other)]);
  expect(names).toEqual([share, query]);
  expect(reply).toMatchObject({
    err_code: 'NO_ANSWER',
    advice: { funds: 'unknown' },
    settlement: { state: 'unknown' },
  });
});

it.each([
  ['shows no receiver yet', { ...head, status: 'PROCESSING', receivers: '[]' }],
  ['says that all is over and not for whom', { ...head, status: 'FINISHED' }],
  ['says that it was closed and not for whom', { ...head, status: 'CLOSED' }],
  ['leaves out the number', { ...head, out_order_no: undefined, status: 'PROCESSING', receivers: line(100) }],
  ['leaves out the payment', { ...head, transaction_id: '', status: 'PROCESSING', receivers: line(100) }],
  ['holds unreadable receivers', { ...head, status: 'PROCESSING', receivers: '[{' }],
  ['holds a receiver that is none', { ...head, status: 'PROCESSING', receivers: '[null]' }],
])('takes a query that %s for no evidence, and stays in doubt', async (_what, fields) => {
  const { names, reply } = await play([lost, { kind: 'answer', fields }, lost, notFound, lost]);
  expect(names.slice(0, 3)).toEqual([share, query, share]);
  expect(reply).toMatchObject({ err_code: 'NO_ANSWER', advice: { number: 'reuse', funds: 'unknown' } });
});

it('finds its share by its receivers in whatever order, and the rest that went back to the payer beside them', async () => {
  const receivers = [...request.receivers, { ...request.receivers[0], account: 'oPerson', amount: 5 }];
  const answered = both(released('1900000109'), line(5, 'oPerson'), line(100));
  const { reply } = await play([lost, found(answered)], multiProfitSharing, { ...request, receivers });
  expect(reply.settlement?.receivers).toEqual([
    expect.objectContaining({ index: 1, account_hash: hash('oPerson'), amount: 5, detail_id: '36' }),
    expect.objectContaining({ index: 0, account_hash: hash('1900000110'), amount: 100, detail_id: '36' }),
  ]);
});

describe('a finish that got lost', () => {
  const finish = { sub_mch_id: '1900000109', transaction_id: '42', out_order_no: 'S1', description: '分账已完结' };
  const known = { ...head, sub_mch_id: '1900000109', status: 'FINISHED' };
  const ask = (fields: UnknownFields) =>
    play([lost, { kind: 'answer', fields: { ...known, ...fields } }], profitSharingFinish, finish, 1000);

  it.each([
    ['its own reason', { amount: 100, description: '分账已完结' }],
    ['what went back to the payer', { receivers: both(released('1900000109')) }],
  ])('is found by %s', async (_what, fields) => {
    expect((await ask(fields)).reply).toMatchObject({ settlement: { state: 'settled', receivers: [] } });
  });

  it.each([
    ['a share under its number', { receivers: line(100) }],
    ['a share to the payer itself', { receivers: line(100, '1900000109') }],
    ['money for a stranger in the words of a release', { receivers: both(released('1900000110')) }],
    ['a finish for another reason', { amount: 100, description: '另一次完结' }],
    ['an end without a reason', {}],
    ['a share whose receivers have no description', { receivers: JSON.stringify([{ account: '1900000110' }]) }],
  ])('is not taken for found by %s', async (_what, fields) => {
    expect((await ask(fields)).reply).toMatchObject({ err_code: 'NO_ANSWER', advice: { funds: 'unknown' } });
  });
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

describe('a return that got lost', () => {
  const returnRequest = {
    out_order_no: 'S1',
    out_return_no: 'R1',
    return_account_type: 'MERCHANT_ID',
    return_account: '1900000110',
    return_amount: 5,
    description: 'd',
  };
  const { description: _description, ...known } = returnRequest;
  const ask = (fields: UnknownFields) =>
    play(
      [
        lost,
        { kind: 'answer', fields: { return_code: 'SUCCESS', ...known, return_no: '31', result: 'SUCCESS', ...fields } },
      ],
      profitSharingReturn,
      returnRequest,
      1000,
    );

  it('is asked about by the query of returns', async () => {
    const { names, reply } = await ask({});
    expect(names).toEqual(['profitSharingReturn', 'profitSharingReturnQuery']);
    expect(reply).toMatchObject({ result: 'SUCCESS', return_no: '31', settlement: { state: 'settled' } });
  });

  it.each([
    ['another account', { return_account: '1900000111' }],
    ['another amount', { return_amount: 6 }],
    ['another share', { out_order_no: 'S2' }],
    ['no account', { return_account: undefined }],
    ['no amount', { return_amount: undefined }],
    ['no number', { out_return_no: undefined }],
  ])('is not taken for found with %s', async (_what, fields) => {
    const { reply } = await ask(fields);
    expect(reply).toMatchObject({ err_code: 'NO_ANSWER', advice: { number: 'reuse', funds: 'unknown' } });
  });
});

it('does not repeat what moves no money', async () => {
  const { names } = await play([lost], profitSharingAddReceiver, {
    receiver: { type: 'PERSONAL_OPENID', account: 'o' },
  });
  expect(names).toEqual(['profitSharingAddReceiver']);
});
