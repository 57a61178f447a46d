import { codes } from '../../shared/generated/errors';
import { operations } from '../../shared/generated/operations';
import { linksUnderTest } from './links';
import { openTill, person, supplier, type Till } from './till';

/** The error table of the CloudPay.profitSharingFinish page, which the other pages share, and codes seen in live answers. */
const documented = [
  'SYSTEMERROR',
  'INVALID_TRANSACTIONID',
  'PARAM_ERROR',
  'INVALID_REQUEST',
  'FREQUENCY_LIMITED',
  'ORDER_NOT_READY',
  'OPENID_MISMATCH',
  'NOT_SHARE_ORDER',
  'AMOUNT_OVERDUE',
];
const observed = ['NOAUTH', 'USER_NOT_EXIST'];

const receivers = [{ ...supplier, amount: 1, description: 'd' }];
const requests: Record<string, object> = {
  profitSharing: { transaction_id: '42', out_order_no: 'S1', receivers },
  multiProfitSharing: { transaction_id: '42', out_order_no: 'S1', receivers },
  profitSharingAddReceiver: { receiver: { ...person, relation_type: 'DISTRIBUTOR' } },
  profitSharingRemoveReceiver: { receiver: person },
  profitSharingQuery: { transaction_id: '42', out_order_no: 'S1' },
  profitSharingFinish: { transaction_id: '42', out_order_no: 'F1', description: 'd' },
  profitSharingReturn: {
    out_order_no: 'S1',
    out_return_no: 'R1',
    return_account: '1900000110',
    return_amount: 1,
    description: 'd',
  },
  profitSharingReturnQuery: { out_order_no: 'S1', out_return_no: 'R1' },
};

describe.each(linksUnderTest.map((link) => [link.name, link] as const))('over %s', (_name, link) => {
  let till: Till;
  beforeAll(async () => {
    till = await openTill(link);
  });
  afterAll(() => till.close());

  const cases = Object.keys(requests).flatMap((name) =>
    [...documented, ...observed].map((code) => [name, code] as const),
  );

  it.each(cases)('%s keeps %s and says what to do next', async (name, code) => {
    const operation = operations.find((candidate) => candidate.name === name);
    const row = codes[code];
    if (!operation || !row) throw new Error(`${name} or ${code} is not in the tables`);
    await till.control('POST', 'faults', { api: name, kind: 'code', code, message: code });
    const reply = await till.call(name, { ...requests[name] });
    const { category, retry, number, funds } = { ...row, ...(operation.effect === 'money' ? {} : row.read) };
    expect(reply).toMatchObject({
      err_code: code,
      err_code_des: code,
      advice: { origin: 'wechatpay', category, retry, number, funds },
    });
  });
});
