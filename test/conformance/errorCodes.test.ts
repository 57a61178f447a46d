import type { OperationName } from '../../shared/generated/contract';
import { codes } from '../../shared/generated/errors';
import { operations } from '../../shared/generated/operations';
import { type Harness, openHarness, person, supplier } from './harness';
import { linksUnderTest } from './links';
import { recorded, sees } from './seen';

/** What WeChat Pay says, in its own spelling and words, and the contract's code for it. */
type Said = readonly [code: string, words: string, contract: string];

/** The error table of the CloudPay.profitSharingFinish page, which the other pages share, and codes seen in live answers. */
const onOlderWires: readonly Said[] = [
  'SYSTEMERROR',
  'INVALID_TRANSACTIONID',
  'PARAM_ERROR',
  'INVALID_REQUEST',
  'FREQUENCY_LIMITED',
  'ORDER_NOT_READY',
  'OPENID_MISMATCH',
  'NOT_SHARE_ORDER',
  'AMOUNT_OVERDUE',
  'NOAUTH',
  'USER_NOT_EXIST',
].map((code) => [code, code, code]);

/** The error tables of the v3 pages; INVALID_REQUEST says by its words what the older wires say by a code. */
const onV3: readonly Said[] = [
  ['SYSTEM_ERROR', '系统异常', 'SYSTEMERROR'],
  ['PARAM_ERROR', '参数错误', 'PARAM_ERROR'],
  ['INVALID_REQUEST', 'HTTP 请求不符合微信支付 APIv3 接口规则', 'INVALID_REQUEST'],
  ['INVALID_REQUEST', '订单处理中，请稍后重试', 'ORDER_NOT_READY'],
  ['INVALID_REQUEST', 'appid与openid不匹配', 'OPENID_MISMATCH'],
  ['INVALID_REQUEST', '非分账订单不支持分账', 'NOT_SHARE_ORDER'],
  ['FREQUENCY_LIMITED', '频率过高', 'FREQUENCY_LIMITED'],
  ['RATELIMIT_EXCEED', '频率过高', 'FREQUENCY_LIMITED'],
  ['NO_AUTH', '商户无权限', 'NOAUTH'],
  ['NOT_ENOUGH', '金额不足', 'AMOUNT_OVERDUE'],
  ['RULE_LIMIT', '规则限制', 'AMOUNT_OVERDUE'],
  ['RESOURCE_NOT_EXISTS', '记录不存在', 'RESOURCE_NOT_EXISTS'],
];

const receivers = [{ ...supplier, amount: 1, description: 'd' }];
/** Every operation has one: a test of one without fails by its name. */
const requests: Partial<Record<OperationName, object>> = {
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
  profitSharingOrderAmountQuery: { transaction_id: '42' },
  profitSharingMerchantRatioQuery: {},
  profitSharingBill: { bill_date: '2026-03-01' },
  profitSharingAfterSales: {
    ...{ transaction_id: '42', amount: 1, type: 'SERVICE_FEE_INCOME', scene: 'RETURN_GOODS', refund_id: '50' },
  },
  profitSharingAfterSalesQuery: { transaction_id: '42' },
};

const isMoney = (name: string) => operations.find((operation) => operation.name === name)?.effect === 'money';

describe.each(linksUnderTest.map((link) => [link.name, link] as const))('over %s', (_name, link) => {
  let harness: Harness;
  const seen = new Map<string, Set<string>>();
  beforeAll(async () => {
    harness = recorded(await openHarness(link), seen);
  });
  afterAll(() => harness.close());

  const table = ['cloudpay', 'cloudrun', 'apiv2'].includes(link.link) ? onOlderWires : onV3;
  // A doubt about money is not answered at once but taken to WeChat Pay: the conformance suite plays that.
  const isSettledFirst = (name: string, contract: string) => isMoney(name) && codes[contract]?.funds === 'unknown';
  // A direct merchant has no ratio of a partner to ask for.
  const asked = operations
    .filter(
      ({ name, links }) => links.includes(link.link) && !(link.direct && name === 'profitSharingMerchantRatioQuery'),
    )
    .map(({ name }) => name);
  const cases = asked.flatMap((name) =>
    table.filter(([, , contract]) => !isSettledFirst(name, contract)).map((said) => [name, ...said] as const),
  );

  it.each(cases)('%s answered %s (%s) is %s and says what to do next', async (name, code, words, contract) => {
    const operation = operations.find((candidate) => candidate.name === name);
    const row = codes[contract];
    if (!operation || !row || !requests[name]) throw new Error(`${name} or ${contract} is not in the tables`);
    await harness.control('POST', 'faults', { api: name, kind: 'code', code, message: words });
    const reply = await harness.call(name, { ...requests[name] });
    const { category, retry, number, funds } = { ...row, ...(operation.effect === 'money' ? {} : row.read) };
    expect(reply).toMatchObject({
      err_code: contract,
      err_code_des: words,
      // After-sales orders have no number of ours.
      advice: {
        origin: 'wechatpay',
        category,
        retry,
        number: isMoney(name) && !operation.idempotencyKey ? 'any' : number,
        funds,
      },
    });
  });

  sees('errorCodes', link, seen);
});
