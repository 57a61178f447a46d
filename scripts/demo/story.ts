import { balanceOf, yuan } from './fundsTable';
import { type Fields, LIMIT_MS, type Stage, SUPPLIER } from './stage';

/** Expectations of the story: a demo that shows something else than it says must not end well. */
class StoryBroken extends Error {}

function expect(holds: boolean, what: string, answer?: Fields): void {
  if (!holds) throw new StoryBroken(`${what}${answer ? `\n${JSON.stringify(answer, null, 2)}` : ''}`);
}

const merchant = { type: 'MERCHANT_ID', account: SUPPLIER };
const person = { type: 'PERSONAL_OPENID', account: 'oUpF8uMuAJO_M2pxb1Q9zNjWeS6o' };

/** Plays the whole life of one order and answers whether the books balance at its end. */
export async function play(stage: Stage): Promise<boolean> {
  const { backend, client, control, chapter, tell, showFunds, setup } = stage;
  await control('POST', `people/${person.account}`, { appid: setup.appid, name: '张三' });
  const success = (answer: Fields) => answer.return_code === 'SUCCESS' && answer.err_code === undefined;
  const advised = (answer: Fields) => {
    const { retry, number, funds } = answer.advice as Fields;
    tell(`${answer.err_code}: ${answer.err_code_des}`);
    tell(`→ retry: ${retry}, number: ${number}, funds: ${funds}`);
  };

  chapter('A buyer pays ¥100.00 with the profit-sharing flag set');
  const { transaction_id } = await control('POST', 'orders', { ...setup.order, amount: 10_000 });
  tell(`transaction_id ${transaction_id}, fee ¥0.60, the rest frozen until it is shared`);
  await showFunds();

  chapter('The backend registers who may receive money');
  for (const receiver of [
    { ...merchant, name: '示例供应商', relation_type: 'SUPPLIER' },
    { ...person, name: '张三', relation_type: 'DISTRIBUTOR' },
  ]) {
    const added = await backend('profitSharingAddReceiver', { receiver });
    expect(success(added), 'the receiver is registered', added);
    tell(`${receiver.type} ${receiver.name}`);
  }

  const share = {
    transaction_id,
    out_order_no: 'SHARE-1',
    receivers: [
      { ...merchant, amount: 2000, description: 'goods' },
      { ...person, amount: 500, description: 'commission' },
    ],
  };

  chapter('A stranger calls the money function straight from a mini program');
  const before = stage.callsSoFar();
  const refused = await client('multiProfitSharing', share, { source: 'wx_client', openid: 'oStranger' });
  expect(refused.err_code === 'CALLER_REFUSED', 'a stranger is refused', refused);
  advised(refused);

  chapter('The backend makes a mistake: yuan instead of fen, and a misspelt field');
  const { description: _left, ...misspelt } = { ...share.receivers[1], amount: 5.5, descripton: 'commission' };
  const mistaken = await backend('multiProfitSharing', { ...share, receivers: [share.receivers[0], misspelt] });
  expect(mistaken.err_code === 'REQUEST_INVALID', 'the mistake is named', mistaken);
  for (const { field, message } of mistaken.violations as Fields[]) tell(`${field} ${message}`);
  expect(stage.callsSoFar() === before, 'nothing was sent');
  tell('Requests that reached WeChat Pay for these two: 0');

  chapter('Too early: WeChat Pay wants about a minute after the payment');
  const early = await backend('multiProfitSharing', share);
  expect(early.err_code === 'ORDER_NOT_READY', 'the order is not ready', early);
  advised(early);
  if (stage.link === 'cloudpay') await withoutUs(stage, share);
  await control('POST', 'clock/advance', { seconds: 60 });

  chapter('One minute later: ¥20.00 to the supplier, ¥5.00 to a person');
  const accepted = await backend('multiProfitSharing', share);
  expect(success(accepted), 'the share is accepted', accepted);
  tell(`accepted as ${accepted.order_id}; accepted is not paid, so ask:`);
  await control('POST', 'clock/advance', { seconds: 60 });
  const query = { transaction_id, out_order_no: share.out_order_no };
  const shared = await backend('profitSharingQuery', query);
  for (const line of JSON.parse(String(shared.receivers)) as Fields[]) {
    expect(line.result === 'SUCCESS', 'the receiver was paid', line);
    tell(`${line.type} ${yuan(Number(line.amount))} ${line.result}`);
  }
  await showFunds();

  chapter('The answer to a second share is lost on the way back');
  await control('POST', 'faults', { api: 'multiProfitSharing', kind: 'silence', effect: 'after' });
  const second = {
    ...share,
    out_order_no: 'SHARE-2',
    receivers: [{ ...merchant, amount: 300, description: 'freight' }],
  };
  const recovered = await backend('multiProfitSharing', second);
  expect(success(recovered), 'the function asked for itself', recovered);
  tell(`The function asked WeChat Pay before anything else: ${second.out_order_no} exists, it is ${recovered.status}.`);

  chapter('And a third one meets a WeChat Pay that does not answer at all');
  const silence = { kind: 'silence', effect: 'after', times: 9 };
  for (const api of ['multiProfitSharing', 'profitSharingQuery']) await control('POST', 'faults', { api, ...silence });
  const third = { ...second, out_order_no: 'SHARE-3', receivers: [{ ...merchant, amount: 100, description: 'tip' }] };
  const unanswered = await backend('multiProfitSharing', third);
  expect(unanswered.err_code === 'NO_ANSWER', 'no answer came', unanswered);
  advised(unanswered);
  await control('DELETE', 'faults');
  const found = await backend('profitSharingQuery', { transaction_id, out_order_no: third.out_order_no });
  tell(`Query first: WeChat Pay knows ${third.out_order_no}, it is ${found.status}.`);
  const again = await backend('multiProfitSharing', third);
  expect(success(again) && again.order_id === found.order_id, 'the repetition is the same share', again);
  tell(`Repeated with the same number: the same order_id ${again.order_id}, the money moved once.`);
  await control('POST', 'clock/advance', { seconds: 60 });
  await showFunds();

  chapter('The function crashes in the middle of a share');
  stage.crashAfterSending('multiProfitSharing');
  const fourth = {
    ...second,
    out_order_no: 'SHARE-4',
    receivers: [{ ...merchant, amount: 100, description: 'bonus' }],
  };
  const crashed = await backend('multiProfitSharing', fourth).catch((error: Error) => error);
  if (!(crashed instanceof Error)) throw new StoryBroken('the function did not crash');
  tell('The caller only learns that the function died. Did the money move? The ledger has the intent:');
  await new Promise((over) => setTimeout(over, LIMIT_MS));
  await control('POST', 'clock/advance', { seconds: 60 });
  const { report } = await backend('profitSharingReconcile', { look_ahead_ms: 3_600_000 });
  const { looked, settled: ended, unknown } = report as Record<string, number>;
  tell(`profitSharingReconcile asked WeChat Pay about ${looked} numbers: ${ended} settled, ${unknown} unknown.`);
  const repeated = await backend('multiProfitSharing', fourth);
  expect(success(repeated), 'the crashed share stands', repeated);
  tell(`${fourth.out_order_no} stands, once: ${(repeated.settlement as Fields).state}.`);
  await showFunds();

  chapter('WeChat Pay tells the supplier, and so does somebody else');
  const told = (await control('GET', 'notifications')) as unknown as { attempts: { status?: number }[] }[];
  expect(
    told.length > 0 && told.every(({ attempts }) => attempts.at(-1)?.status === 200),
    'every notification is recorded',
  );
  tell(`${told.length} notifications arrived, were verified on their raw bytes, and are recorded.`);
  const forged = await control('POST', 'notifications/forge', { flaw: 'altered' });
  expect(forged.status === 401, 'a forged notification is refused', forged);
  tell('A forged one, one byte altered: HTTP 401, and nothing recorded.');

  chapter('The supplier gives ¥8.00 back');
  const returned = await backend('profitSharingReturn', {
    out_order_no: share.out_order_no,
    out_return_no: 'RETURN-1',
    return_account: merchant.account,
    return_amount: 800,
    description: 'one item sent back',
  });
  expect(success(returned), 'the return is accepted', returned);
  await control('POST', 'clock/advance', { seconds: 60 });
  const settled = await backend('profitSharingReturnQuery', {
    out_order_no: share.out_order_no,
    out_return_no: 'RETURN-1',
  });
  expect(settled.result === 'SUCCESS', 'the return is done', settled);
  tell(`${yuan(Number(settled.return_amount))} back to the merchant: ${settled.result}`);

  chapter('Nothing more to share: the rest is released to the merchant, and a removed receiver stays removed');
  const finished = await backend('profitSharingFinish', {
    transaction_id,
    out_order_no: 'FINISH-1',
    description: 'all shared',
  });
  expect(success(finished), 'the order is finished', finished);
  const removed = await backend('profitSharingRemoveReceiver', { receiver: person });
  expect(success(removed), 'the receiver is removed', removed);
  await control('POST', 'clock/advance', { seconds: 60 });
  const late = await backend('multiProfitSharing', { ...share, out_order_no: 'SHARE-9' });
  expect(late.err_code !== undefined, 'a finished order cannot be shared', late);
  advised(late);
  await showFunds();

  chapter('Do the books balance?');
  const { broughtIn, accountedFor } = balanceOf(await stage.books());
  tell(`brought in ${yuan(broughtIn)}, accounted for ${yuan(accountedFor)}`);
  return broughtIn === accountedFor;
}

/** The same request through `cloud.cloudPay.*`: what callers of the plain SDK get to see of a refusal. */
async function withoutUs({ directly, tell, setup }: Stage, share: Fields): Promise<void> {
  const lost = await directly('multiProfitSharing', {
    ...share,
    sub_mch_id: setup.payer,
    nonce_str: 'demo',
    receivers: JSON.stringify(share.receivers),
  });
  expect(lost.errCode === 0, 'wx-server-sdk overwrites the code', lost);
  tell('What cloud.cloudPay.* makes of the same answer:');
  tell(`errCode: ${lost.errCode}, errMsg: ${lost.errMsg}   ← the code is gone, and it reads like success`);
}
