import { CallLog, type LoggedCall } from '../../../sandbox/wechatpay/callLog';

function call(name: string, characters = 0): LoggedCall {
  return { at: 0, api: name, link: 'apiv3', request: 'x'.repeat(characters), outcome: {} };
}

describe('the log of calls', () => {
  const names = (log: CallLog) => log.list().map(({ api }) => api);

  it('forgets the oldest when requests grow large, and keeps the latest however large it is', () => {
    const log = new CallLog();
    for (const name of ['a', 'b', 'c']) log.add(call(name, 3_000_000));
    expect(names(log)).toEqual(['b', 'c']);
    log.add(call('huge', 20_000_000));
    expect(names(log)).toEqual(['huge']);
    log.add(call('small'));
    expect(names(log)).toEqual(['small']);
    expect(log.total).toBe(5);
  });

  it('holds a thousand small ones, and none after it was cleared', () => {
    const log = new CallLog();
    for (let made = 0; made < 1_001; made += 1) log.add(call(String(made)));
    expect(names(log)).toHaveLength(1_000);
    expect(names(log)[0]).toBe('1');
    log.clear();
    log.add(call('next', 5_000_000));
    expect(names(log)).toEqual(['next']);
  });
});
