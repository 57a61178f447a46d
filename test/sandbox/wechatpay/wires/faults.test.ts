import type { SandboxState } from '../../../../sandbox/sandboxState';
import { hostileAnswers } from '../../../../sandbox/wechatpay/faults';
import { apis, codeOf, line, link, open, own, supplier, supplierJson, withErrorCode } from './privateLinks';

describe.each(['cloudpay', 'cloudrun'] as const)('faults on %s', (name) => {
  const { send, call } = link(name);

  test.each(apis)('%s can be made to answer every documented code, before and after it took effect', (api) => {
    const documented = ['SYSTEMERROR', 'INVALID_TRANSACTIONID', 'PARAM_ERROR', 'INVALID_REQUEST', 'FREQUENCY_LIMITED'];
    for (const code of [...documented, 'ORDER_NOT_READY', 'OPENID_MISMATCH', 'NOT_SHARE_ORDER', 'AMOUNT_OVERDUE']) {
      for (const effect of ['before', 'after'] as const) {
        const { state } = open();
        state.faults.inject({ kind: 'code', code, effect, api });
        const answer = call(state, api, {});
        expect(answer).toMatchObject(
          withErrorCode(api) ? { return_code: 'FAIL', error_code: code } : { result_code: 'FAIL', err_code: code },
        );
        expect(state.faults.list()).toEqual([]);
      }
    }
  });

  test('an injected failure before the effect moves nothing; after it, the same number finds the first share', () => {
    const { state, bank, transactionId } = open();
    call(state, 'profitSharingAddReceiver', { receiver: supplierJson });
    const ask = (out_order_no: string) =>
      call(state, 'multiProfitSharing', {
        transaction_id: transactionId,
        out_order_no,
        receivers: JSON.stringify([line]),
      });
    state.faults.inject({ kind: 'code', code: 'SYSTEMERROR', effect: 'before' });
    expect(ask('A').err_code).toBe('SYSTEMERROR');
    expect(bank.books().shares).toHaveLength(0);
    state.faults.inject({ kind: 'code', code: 'SYSTEMERROR', message: '系统超时', effect: 'after', times: 2 });
    expect([ask('A').err_code, ask('A').err_code_des]).toEqual(['SYSTEMERROR', '系统超时']);
    expect(bank.books().shares).toHaveLength(1);
    expect(ask('A')).toMatchObject({ result_code: 'SUCCESS', order_id: bank.books().shares[0]?.orderId });
    bank.clock.advance(1_000);
    expect(bank.books().merchants.find(({ mchId }) => mchId === supplier.mchId)?.available).toBe(100);
  });

  test('breaks the delivery as asked: silence, delay, half a body, a cut connection, another page', () => {
    const { state, transactionId } = open();
    const fields = { ...own, transaction_id: transactionId, out_order_no: 'none' };
    const fine = send(state, 'profitSharingQuery', fields);
    const hit = (fault: Parameters<SandboxState['faults']['inject']>[0]) => {
      state.faults.inject(fault);
      return send(state, 'profitSharingQuery', fields);
    };
    expect(hit({ kind: 'silence', effect: 'after' }).cut).toBe('before-answer');
    expect(hit({ kind: 'slow', delayMs: 50 })).toMatchObject({ delayMs: 50, cut: 'none', status: 200 });
    expect(() => JSON.parse(hit({ kind: 'broken', effect: 'after' }).body.toString())).toThrow(SyntaxError);
    expect(hit({ kind: 'broken', effect: 'before', connection: 'cut' }).cut).toBe('mid-body');
    expect(hit({ kind: 'status', status: 502, body: '<html>' })).toMatchObject({
      status: 502,
      contentType: 'text/html',
    });
    expect(hit({ kind: 'envelope', message: '签名失败' }).body.toString()).toContain('签名失败');
    expect(hit({ kind: 'platform', code: 'SYS_ERR', message: 'x' }).body.toString()).toContain('SYS_ERR');
    expect(send(state, 'profitSharingQuery', fields).body.length).toBe(fine.body.length);
  });

  test('tells every lie it is asked for, about money that moved and money that did not', () => {
    for (const answer of hostileAnswers) {
      for (const effect of ['before', 'after'] as const) {
        const { state, bank, transactionId } = open();
        call(state, 'profitSharingAddReceiver', { receiver: supplierJson });
        state.faults.inject({ kind: 'hostile', answer, effect });
        const ask = { transaction_id: transactionId, out_order_no: 'A', receivers: JSON.stringify([line]) };
        const said = call(state, 'multiProfitSharing', ask);
        expect(said.result_code).toBe(answer === 'empty' ? undefined : 'SUCCESS');
        expect(said.receivers).not.toBe(JSON.stringify([{ ...line, result: 'PENDING' }]));
        expect(bank.books().shares).toHaveLength(effect === 'after' ? 1 : 0);
      }
    }
  });

  test('a lie covers a refusal, unless it names all that was asked for', () => {
    const { state } = open();
    const ask = { transaction_id: 'none', out_order_no: 'A', receivers: JSON.stringify([line]) };
    for (const answer of hostileAnswers) {
      state.faults.inject({ kind: 'hostile', answer, effect: 'after' });
      const { result_code } = call(state, 'multiProfitSharing', ask);
      expect([answer, result_code === 'FAIL']).toEqual([answer, answer === 'objectResult']);
    }
  });

  test('a fault waits for its own API', () => {
    const { state } = open();
    state.faults.inject({ kind: 'envelope', message: '签名失败', api: 'profitSharingFinish' });
    expect(codeOf(call(state, 'profitSharingQuery', { transaction_id: 'x', out_order_no: 'A' }))).toBe(
      'RESOURCE_NOT_EXISTS',
    );
    expect(codeOf(call(state, 'profitSharingFinish', {}))).toBe('envelope 签名失败');
    expect(state.faults.list()).toEqual([]);
  });

  test('every call is on record with its fields and its outcome, also one it does not know', () => {
    const { state } = open();
    call(state, 'profitSharingQuery', { transaction_id: 'x', out_order_no: 'A' });
    send(state, 'profitSharingOrderAmountQuery', own);
    const [known, unknown] = state.calls.list();
    expect(known).toMatchObject({
      link: name,
      api: 'profitSharingQuery',
      request: { out_order_no: 'A' },
      outcome: { err_code: 'RESOURCE_NOT_EXISTS' },
    });
    expect(unknown).toMatchObject({ link: name, outcome: { fault: 'unknown API' } });
  });

  test('the record keeps the last thousand calls', () => {
    const { state } = open();
    for (let made = 0; made <= 1_000; made += 1) call(state, 'profitSharingQuery', { out_order_no: String(made) });
    expect(state.calls.list()).toHaveLength(1_000);
    expect(state.calls.list()[0]?.request).toMatchObject({ out_order_no: '1' });
  });
});
