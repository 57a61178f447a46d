import { caller, type FamilyUnderTest, families, shareOf } from './families';
import { type Json, paidOrder, type Sandbox, settle, startSandbox } from './v3Merchants';

const ecommerce = families.find(({ paths }) => paths.orders.includes('ecommerce')) as FamilyUnderTest;
const ordinary = families[0] as FamilyUnderTest;

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.stop());
beforeEach(() => sandbox.state.reset());

/** A share of 1 yuan that was paid, and its one line as the query shows it. */
async function paidShare(family: FamilyUnderTest) {
  const calling = await caller(sandbox, family);
  const id = paidOrder(sandbox, family.payerMchId, family === ecommerce ? 'ecommerce' : 'ordinary');
  const { json } = await calling.ask('POST', family.paths.orders, shareOf(family, id, 'P1', 100));
  settle(sandbox);
  const [{ detail_id }] = json.receivers as [{ detail_id: string }];
  const query = family === ecommerce ? `sub_mchid=${family.payerMchId}&transaction_id=${id}&out_order_no=P1` : '';
  const shown = async () => {
    const answer = await calling.ask('GET', `${family.paths.orders}?${query}`);
    return (answer.json.receivers as [Json])[0];
  };
  return { detail_id, shown };
}

async function mark(detailId: string, body: Json) {
  const url = `${sandbox.url}/_sandbox/lines/${detailId}`;
  const answer = await fetch(url, { method: 'PATCH', body: JSON.stringify(body) });
  return { status: answer.status, json: (await answer.json()) as Json };
}

describe('money of an ecommerce line that is held up on its way', () => {
  it('is shown as pending, then as gone to another merchant, and then no more', async () => {
    const { detail_id, shown } = await paidShare(ecommerce);
    expect(await shown()).not.toHaveProperty('abnormal_status');
    await mark(detail_id, { status: 'ABNORMAL_PENDING', redirectId: 'F1' });
    expect(await shown()).toMatchObject({ abnormal_status: 'ABNORMAL_PENDING', funds_abnormal_redirect_id: 'F1' });
    await mark(detail_id, { status: 'ABNORMAL_FINISHED', receivers: ['1900000111'] });
    expect(await shown()).toMatchObject({
      abnormal_status: 'ABNORMAL_FINISHED',
      funds_abnormal_receivers: [{ mchid: '1900000111' }],
    });
    await mark(detail_id, { status: 'none' });
    expect(await shown()).not.toHaveProperty('abnormal_status');
  });

  it('is shown as closed with the reason, and survives an export', async () => {
    const { detail_id, shown } = await paidShare(ecommerce);
    await mark(detail_id, { status: 'ABNORMAL_CLOSED', closedReason: 'CLOSED_REASON_TIMEOUT' });
    const { bank } = sandbox.state;
    bank.import(bank.export());
    expect(await shown()).toMatchObject({
      abnormal_status: 'ABNORMAL_CLOSED',
      funds_abnormal_closed_reason: 'CLOSED_REASON_TIMEOUT',
    });
  });

  it('moves no money', async () => {
    const { detail_id } = await paidShare(ecommerce);
    const balances = () => sandbox.state.bank.books().merchants.map(({ mchId, available }) => [mchId, available]);
    const before = balances();
    await mark(detail_id, { status: 'ABNORMAL_CLOSED', closedReason: 'CLOSED_REASON_RESTRICT_TRANSFER' });
    expect(balances()).toEqual(before);
    sandbox.state.bank.prove();
  });

  it('is nothing that another family, an unknown line or an open state knows', async () => {
    const { detail_id } = await paidShare(ordinary);
    expect(await mark(detail_id, { status: 'ABNORMAL_PENDING' })).toMatchObject({
      status: 400,
      json: { field: 'detailId' },
    });
    expect(await mark('none', { status: 'ABNORMAL_PENDING' })).toMatchObject({
      status: 400,
      json: { field: 'detailId' },
    });
    expect(await mark(detail_id, {})).toMatchObject({ status: 400, json: { field: 'status' } });
    const marked = await paidShare(ecommerce);
    const reason = { status: 'ABNORMAL_PENDING', closedReason: 'CLOSED_REASON_TIMEOUT' };
    expect(await mark(marked.detail_id, reason)).toMatchObject({ status: 400, json: { field: 'closedReason' } });
  });
});
