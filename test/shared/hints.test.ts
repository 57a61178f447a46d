import type { UnknownFields } from '../../shared/contract';
import { operations } from '../../shared/generated/operations';
import { apiv3 } from '../../shared/links/apiv3';
import type { Link } from '../../shared/links/link';
import { refusal } from '../../shared/links/v3/refusal';
import { present } from '../../shared/reply';
import { settle } from '../../shared/result';
import { serve } from '../../shared/serve';
import { fromFunction } from './callers';
import { config } from './links/v3/setting';

const env = { PROFIT_SHARING_SUB_MCH_ID: '1900000109', PROFIT_SHARING_LOCALE: 'en', PROFIT_SHARING_LEDGER: 'off' };
const receiver = { type: 'MERCHANT_ID', account: '1900000110', amount: 1, description: 'd' };
const share = { transaction_id: '42', out_order_no: 'S1', receivers: [receiver] };
const paying = (more: UnknownFields) => ({ ...share, receivers: [{ ...receiver, ...more }] });
const returning = {
  ...{ out_order_no: 'S1', out_return_no: 'R1', return_account_type: 'MERCHANT_ID' },
  ...{ return_account: '1900000110', return_amount: 1, description: 'd' },
};

beforeEach(() => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
});
afterEach(() => jest.restoreAllMocks());

const operationCalled = (name: string) => {
  const found = operations.find((one) => one.name === name);
  if (!found) throw new Error(name);
  return found;
};

async function call(name: string, event: UnknownFields) {
  const sent: UnknownFields[] = [];
  const link: Link = {
    async send(_operation, request) {
      sent.push({ ...request });
      return { kind: 'fault', code: 'NOT_SENT', detail: 'x' };
    },
  };
  const reply = await serve(operationCalled(name), env, { cloudpay: async () => link })(event, fromFunction);
  return { reply, sent };
}

describe('a field that the contract does not know', () => {
  it.each<[string, string, UnknownFields, RegExp]>([
    ['multiProfitSharing', 'mch_id', { ...share, mch_id: '1900000100' }, /filled in by the function, leave it out/],
    ['multiProfitSharing', 'appid', { ...share, appid: 'wx8888888888888888' }, /filled in by the function/],
    ['multiProfitSharing', 'sign', { ...share, sign: 's' }, /filled in by the function/],
    ['multiProfitSharing', 'sign_type', { ...share, sign_type: 'HMAC-SHA256' }, /filled in by the function/],
    ['multiProfitSharing', 'sp_mchid', { ...share, sp_mchid: '1' }, /filled in by the function/],
    [
      'multiProfitSharing',
      'unfreeze_unsplit',
      { ...share, unfreeze_unsplit: true },
      /profitSharing.*multiProfitSharing/,
    ],
    ['profitSharing', 'finish', { ...share, finish: true }, /profitSharing.*multiProfitSharing/],
    ['multiProfitSharing', 'sub_mchid', { ...share, sub_mchid: '1900000109' }, /called sub_mch_id/],
    ['profitSharingReturn', 'return_mchid', { ...returning, return_mchid: '1900000110' }, /called return_account/],
    ['profitSharingReturn', 'amount', { ...returning, amount: 1 }, /called return_amount/],
    [
      'multiProfitSharing',
      'receivers[0].receiver_account',
      paying({ receiver_account: '1900000110' }),
      /called account/,
    ],
    ['multiProfitSharing', 'receivers[0].encrypted_name', paying({ encrypted_name: 'n' }), /called name/],
    ['multiProfitSharing', 'out_order_noo', { ...share, out_order_noo: 'S1' }, /did you mean out_order_no\?/],
    ['multiProfitSharing', 'recievers', { ...share, recievers: [] }, /did you mean receivers\?/],
    ['multiProfitSharing', 'colour', { ...share, colour: 'red' }, /^is not a known field$/],
    ['multiProfitSharing', 'id', { ...share, id: '1' }, /^is not a known field$/],
  ])('of %s: %s', async (name, field, event, message) => {
    const { reply, sent } = await call(name, event);
    const violation = reply.violations?.find((one) => one.field === field && one.rule === 'unknown');
    expect(violation?.message).toMatch(message);
    expect(sent).toEqual([]);
  });
});

it('a receiver is removed by the very object that added it', async () => {
  const added = {
    type: 'MERCHANT_ID',
    account: '1900000110',
    name: 'n',
    relation_type: 'CUSTOM',
    custom_relation: 'c',
  };
  for (const given of [added, JSON.stringify(added)]) {
    const { reply, sent } = await call('profitSharingRemoveReceiver', { receiver: given });
    expect(reply.err_code).toBe('NOT_SENT');
    expect(sent.map(({ receiver }) => receiver)).toEqual([{ type: 'MERCHANT_ID', account: '1900000110', name: 'n' }]);
  }
});

it.each([
  [{ field: '/body/receivers/0/amount', issue: '-', value: 'oUpF8uMuAJO_M2pxb1Q9zNjWeS6o' }, ' (receivers[0].amount)'],
  [{ field: 'out_order_no', location: 'body' }, ' (out_order_no)'],
  [{ field: '姓名 张三' }, ''],
  [undefined, ''],
])(
  'an error of API v3 is described with the field that its detail %j names, and nothing else of it',
  (detail, named) => {
    const body = Buffer.from(JSON.stringify({ code: 'PARAM_ERROR', message: '参数错误', detail }));
    const said = refusal({ status: 400, body }, operationCalled('multiProfitSharing'), {}, {});
    expect(said).toMatchObject({ fields: { err_code: 'PARAM_ERROR', err_code_des: `参数错误${named}` } });
  },
);

it('a return over apiv3 may name a share whose number holds |, and not have one itself', () => {
  const link = apiv3(config());
  const check = (request: UnknownFields) =>
    link.check?.(operationCalled('profitSharingReturn'), { ...returning, ...request });
  expect(check({ out_order_no: 'S|1' })).toEqual([]);
  expect(check({ out_return_no: 'R|1' })).toMatchObject([{ field: 'out_return_no', rule: 'pattern' }]);
});

describe('a time that is a placeholder', () => {
  const lines = [
    { type: 'MERCHANT_ID', account: '1900000110', amount: 1, result: 'PENDING', finish_time: '19700101080000' },
    { type: 'MERCHANT_ID', account: '1900000111', amount: 1, result: 'SUCCESS', finish_time: '20261127120000' },
  ];
  const answer = { return_code: 'SUCCESS', result_code: 'SUCCESS', ...{ transaction_id: '42', out_order_no: 'S1' } };
  const fields = { ...answer, order_id: '30', status: 'PROCESSING', receivers: JSON.stringify(lines) };
  const query = { transaction_id: '42', out_order_no: 'S1' };

  it('is left out, and the reply says so', () => {
    for (const parsed of [undefined, { receivers: lines }]) {
      const sent = { fields, ...(parsed && { parsed }) };
      const reply = present(settle(operationCalled('profitSharingQuery'), query, sent), 'en');
      const [pending, paid] = JSON.parse(String(reply.receivers));
      expect([pending.finish_time, paid.finish_time]).toEqual([undefined, '20261127120000']);
      expect(reply.deviations).toContainEqual({
        ...{ field: 'receivers[0].finish_time', rule: 'placeholder' },
        message: expect.stringContaining('left out'),
      });
    }
  });
});
