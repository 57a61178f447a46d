import { Transformer } from 'wechatpay-axios-plugin';
import { ask, type Fields, forSub, openDesk, ownFields, post, provider, signed, trueSign } from './desk';

const bytes = (fields: Fields) => Buffer.from(Transformer.toXml(fields));
const failed = { return_code: 'FAIL', return_msg: '签名失败' };

describe('a signature', () => {
  const { state, transactionId } = openDesk();
  const query = { mch_id: provider.mchId, nonce_str: 'n', transaction_id: transactionId };
  const amountOf = (fields: Fields) => post(state, 'profitSharingOrderAmountQuery', bytes(fields)).fields;
  const honest = signed(query);

  it('by HMAC-SHA256 is accepted, and the answer carries one that the plugin verifies', () => {
    const answer = amountOf(honest);
    expect(answer).toMatchObject({ return_code: 'SUCCESS', unsplit_amount: '9940' });
    expect(answer.sign).toBe(trueSign(answer, provider.mchId));
  });

  it('holds whatever the order of the fields and the characters in their values', () => {
    const desk = openDesk();
    const description = ' 分账 & <b>"完成"</b> \n😀';
    const fields = {
      ...forSub,
      ...ownFields(desk.transactionId).profitSharingFinish,
      out_order_no: 'odd',
      description,
    };
    const backwards = Object.fromEntries(Object.entries(signed(fields)).reverse());
    const written = Object.entries(backwards).map(([name, value]) => `<${name}><![CDATA[${value}]]></${name}>`);
    const escaped = Object.entries(backwards).map(
      ([name, value]) => `<${name}>${value.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</${name}>`,
    );
    for (const xml of [written, escaped]) {
      const body = Buffer.from(`<xml>\n${xml.join('\n')}\n</xml>`);
      expect(post(desk.state, 'profitSharingFinish', body).fields).toMatchObject({ result_code: 'SUCCESS' });
    }
  });

  it.each<[string, Fields]>([
    ['by another key', signed(query, { key: '192006250b4c09247ec02edce69f6a2d' })],
    ['of another merchant', signed({ ...query, mch_id: '1900000400' }, { mchId: provider.mchId })],
    [
      'with one digit changed',
      { ...honest, sign: String(honest.sign).replace(/.$/, (digit) => (digit === '0' ? '1' : '0')) },
    ],
    ['in lower case', { ...honest, sign: String(honest.sign).toLowerCase() }],
    ['over a value that was changed later', { ...honest, transaction_id: '4200000000000000000000000000' }],
    ['that is missing', query],
    ['that is empty', { ...honest, sign: '' }],
    ['by an unknown algorithm', signed({ ...query, sign_type: 'SM3' })],
    ['by MD5 under the name of HMAC-SHA256', signed(query, { algorithm: 'MD5' })],
    ['by HMAC-SHA256 without saying so, as MD5 is then assumed', signed({ ...query, sign_type: '' })],
    ['by an unknown number', signed({ ...query, mch_id: '' }, { mchId: provider.mchId })],
  ])('%s is refused', (_, fields) => {
    const answer = amountOf(fields);
    expect(answer).toEqual(failed);
  });

  it.each([
    ['MD5', 'profitSharingOrderAmountQuery', 'error_code'],
    ['', 'profitSharingOrderAmountQuery', 'error_code'],
    ['MD5', 'multiProfitSharing', 'err_code'],
    ['', 'profitSharingMerchantRatioQuery', 'err_code'],
  ] as const)(
    'by MD5 (sign_type "%s") is answered SYSTEMERROR for ever on %s, and moves nothing',
    (type, api, code) => {
      const { sub_mch_id } = forSub;
      const fields = {
        profitSharingOrderAmountQuery: query,
        multiProfitSharing: { ...forSub, ...ownFields(transactionId).multiProfitSharing },
        profitSharingMerchantRatioQuery: { mch_id: provider.mchId, sub_mch_id, nonce_str: 'n' },
      }[api];
      for (let time = 0; time < 3; time += 1) {
        const answer = ask(state, api, { ...fields, sign_type: type }, { algorithm: 'MD5' });
        expect(answer.fields[code]).toBe('SYSTEMERROR');
      }
      expect(state.bank.books().shares).toEqual([]);
    },
  );

  it('is not on an answer whose return_code is FAIL', () => {
    const refused = [
      amountOf({ ...honest, sign: 'F' }),
      amountOf(signed({ ...query, transaction_id: '42' })),
      amountOf(signed({ ...query, transaction_id: '' })),
    ];
    for (const answer of refused) expect([answer.return_code, answer.sign]).toEqual(['FAIL', undefined]);
  });

  it('is on every answer whose return_code is SUCCESS, refusals included', () => {
    const { fields } = ask(state, 'multiProfitSharing', { ...forSub, ...ownFields('42').multiProfitSharing });
    expect(fields).toMatchObject({ return_code: 'SUCCESS', result_code: 'FAIL', err_code: 'INVALID_TRANSACTIONID' });
    expect(fields.sign).toBe(trueSign(fields, provider.mchId));
  });
});
