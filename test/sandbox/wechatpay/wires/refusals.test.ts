import { codeOf, type Fields, li, line, link, open, own, supplier, supplierJson } from './privateLinks';

describe.each(['cloudpay', 'cloudrun'] as const)('WeChat Pay’s refusals over %s', (name) => {
  const { send, reply, call } = link(name);

  test.each<[string, string, (stage: ReturnType<typeof open>) => [string, Fields]]>([
    [
      'INVALID_TRANSACTIONID',
      'of an unknown order',
      () => ['profitSharingFinish', { transaction_id: '42', out_order_no: 'F', description: 'd' }],
    ],
    [
      'PARAM_ERROR',
      'of a missing description',
      ({ transactionId }) => ['profitSharingFinish', { transaction_id: transactionId, out_order_no: 'F' }],
    ],
    [
      'PARAM_ERROR',
      'of a number with a blank',
      ({ transactionId }) => ['profitSharingQuery', { transaction_id: transactionId, out_order_no: 'a b' }],
    ],
    [
      'PARAM_ERROR',
      'of a number of 65',
      ({ transactionId }) => ['profitSharingQuery', { transaction_id: transactionId, out_order_no: 'a'.repeat(65) }],
    ],
    [
      'PARAM_ERROR',
      'of a withdrawn receiver type',
      () => ['profitSharingAddReceiver', { receiver: supplierJson.replace('MERCHANT_ID', 'PERSONAL_WECHATID') }],
    ],
    [
      'PARAM_ERROR',
      'of a custom relation without a name',
      () => ['profitSharingAddReceiver', { receiver: supplierJson.replace('SUPPLIER', 'CUSTOM') }],
    ],
    [
      'PARAM_ERROR',
      'of a merchant without a name',
      () => ['profitSharingAddReceiver', { receiver: JSON.stringify({ ...line, relation_type: 'STORE' }) }],
    ],
    [
      'PARAM_ERROR',
      'of a receiver without relation',
      ({ transactionId }) => [
        'profitSharing',
        { transaction_id: transactionId, out_order_no: 'A', receivers: JSON.stringify([line]) },
      ],
    ],
    ['PARAM_ERROR', 'of a return without share number', () => ['profitSharingReturnQuery', { out_return_no: 'R' }]],
    [
      'INVALID_REQUEST',
      'of a wrong merchant name',
      () => ['profitSharingAddReceiver', { receiver: supplierJson.replace(supplier.name, '别名') }],
    ],
    [
      'INVALID_REQUEST',
      'of a foreign sub_appid',
      () => ['profitSharingAddReceiver', { receiver: supplierJson, sub_appid: 'wxOther' }],
    ],
    [
      'INVALID_REQUEST',
      'of an absent receiver',
      () => ['profitSharingRemoveReceiver', { receiver: JSON.stringify(line) }],
    ],
    [
      'OPENID_MISMATCH',
      'of an openid of another appid',
      () => [
        'profitSharingAddReceiver',
        { receiver: JSON.stringify({ type: 'PERSONAL_OPENID', account: li.openid, relation_type: 'USER' }) },
      ],
    ],
    [
      'USER_NOT_EXIST',
      'of an unknown openid',
      () => [
        'profitSharingAddReceiver',
        { receiver: JSON.stringify({ type: 'PERSONAL_OPENID', account: 'o404', relation_type: 'USER' }) },
      ],
    ],
    [
      'ORDER_NOT_READY',
      'of haste',
      ({ order }) => ['profitSharingFinish', { transaction_id: order(), out_order_no: 'F', description: 'd' }],
    ],
    [
      'NOT_SHARE_ORDER',
      'of a missing flag',
      ({ order }) => [
        'profitSharingFinish',
        { transaction_id: order({ sharing: false }), out_order_no: 'F', description: 'd' },
      ],
    ],
    [
      'RESOURCE_NOT_EXISTS',
      'of an unknown number',
      ({ transactionId }) => ['profitSharingQuery', { transaction_id: transactionId, out_order_no: 'none' }],
    ],
    [
      'NOAUTH',
      'of a missing permission',
      ({ bank, transactionId }) => {
        bank.setMerchant(own.sub_mch_id, { permission: 'none' });
        return ['profitSharingFinish', { transaction_id: transactionId, out_order_no: 'F', description: 'd' }];
      },
    ],
    [
      'AMOUNT_OVERDUE',
      'of an empty order',
      ({ bank, transactionId }) => {
        bank.refund({ transactionId, amount: 10_000 });
        return ['profitSharingFinish', { transaction_id: transactionId, out_order_no: 'F', description: 'd' }];
      },
    ],
    [
      'envelope 参数格式校验错误',
      'of receivers sent as an array',
      ({ transactionId }) => ['profitSharing', { transaction_id: transactionId, out_order_no: 'A', receivers: [line] }],
    ],
    [
      'envelope 参数格式校验错误',
      'of an amount sent as text',
      () => [
        'profitSharingReturn',
        {
          out_order_no: 'A',
          out_return_no: 'R',
          return_account_type: 'MERCHANT_ID',
          return_account: '1',
          return_amount: '10',
          description: 'd',
        },
      ],
    ],
    [
      'envelope 分账接收方列表格式错误',
      'of broken receivers',
      ({ transactionId }) => ['profitSharing', { transaction_id: transactionId, out_order_no: 'A', receivers: '[{' }],
    ],
    [
      'envelope 分账接收方列表格式错误',
      'of half a fen',
      ({ transactionId }) => [
        'profitSharing',
        { transaction_id: transactionId, out_order_no: 'A', receivers: JSON.stringify([{ ...line, amount: 0.5 }]) },
      ],
    ],
    [
      'envelope 分账接收方列表格式错误',
      'of a receiver that is no object',
      ({ transactionId }) => ['profitSharing', { transaction_id: transactionId, out_order_no: 'A', receivers: '[1]' }],
    ],
    [
      'envelope 分账接收方格式错误',
      'of a broken receiver',
      () => ['profitSharingAddReceiver', { receiver: 'nonsense' }],
    ],
    [
      'envelope receiver未设置',
      'of no receivers',
      ({ transactionId }) => ['profitSharing', { transaction_id: transactionId, out_order_no: 'A', receivers: '[]' }],
    ],
    ['envelope receiver未设置', 'of an empty receiver', () => ['profitSharingAddReceiver', { receiver: '' }]],
    [
      'envelope 受理关系不存在',
      'of a foreign sub-merchant',
      () => ['profitSharingAddReceiver', { sub_mch_id: supplier.mchId, receiver: supplierJson }],
    ],
  ])('says %s because %s', (code, _why, make) => {
    const stage = open();
    const [api, fields] = make(stage);
    expect(codeOf(call(stage.state, api, fields))).toBe(code);
  });

  test('says FREQUENCY_LIMITED to the 31st query of returns in a second', () => {
    const { state } = open({ switches: { rates: 'bankTime' } });
    const codes = Array.from({ length: 31 }, () =>
      codeOf(call(state, 'profitSharingReturnQuery', { out_order_no: 'A', out_return_no: 'R' })),
    );
    expect(new Set(codes.slice(0, 30))).toEqual(new Set(['RESOURCE_NOT_EXISTS']));
    expect(codes[30]).toBe('FREQUENCY_LIMITED');
  });

  test('counts characters, not UTF-16 units', () => {
    const { state, transactionId } = open();
    const fields = { transaction_id: transactionId, out_order_no: 'F' };
    expect(codeOf(call(state, 'profitSharingFinish', { ...fields, description: '😀'.repeat(81) }))).toBe('PARAM_ERROR');
    expect(call(state, 'profitSharingFinish', { ...fields, description: '😀'.repeat(80) }).result_code).toBe('SUCCESS');
  });

  test.each(['', 'nonsense', '[]', '1', 'null'])('refuses a body that is %p in the envelope', (body) => {
    const answer = reply(send(open().state, 'profitSharingQuery', body));
    expect(answer).toEqual({ return_code: 'FAIL', return_msg: '参数格式校验错误' });
  });

  test('ignores fields no page lists, or refuses them where the switch says so', () => {
    const extra = { transaction_id: 'none', out_order_no: 'A', sub_appid: 'wxOther' };
    expect(codeOf(call(open().state, 'profitSharingQuery', extra))).toBe('RESOURCE_NOT_EXISTS');
    const { state } = open({ unknownFields: 'refuse' });
    expect(call(state, 'profitSharingQuery', extra).err_code_des).toBe('参数错误:sub_appid');
  });

  test('NOAUTH for every operation of a merchant whose application was not granted, and none after', () => {
    const stage = open();
    stage.bank.setMerchant(own.sub_mch_id, { admitted: false });
    const query = { ...own, transaction_id: stage.transactionId, out_order_no: 'A' };
    expect(codeOf(reply(send(stage.state, 'profitSharingQuery', query)))).toBe('NOAUTH');
    stage.bank.setMerchant(own.sub_mch_id, { admitted: true });
    expect(codeOf(reply(send(stage.state, 'profitSharingQuery', query)))).toBe('RESOURCE_NOT_EXISTS');
  });
});
