import { Transit } from '../../../sandbox/cloudbase/transit';
import { openState } from '../../../sandbox/sandboxState';
import { askControl } from '../control/askControl';
import { payAnswer, startCloud } from './startCloud';

const HOLD_MS = 200;

describe('a request on its way to WeChat Pay', () => {
  it('that is held up arrives and has its effect although its sender has given it up', async () => {
    const transit = new Transit();
    const arrived: string[] = [];
    const box = await startCloud(
      ({ apiName }) => {
        arrived.push(apiName);
        return payAnswer('{}');
      },
      { transit },
    );
    transit.inject({ delayMs: HOLD_MS });
    const sent = { api: 'multiProfitSharing', data: '{}', timeout: HOLD_MS / 2 };
    await box.reply('payRaw', sent);
    expect([arrived, transit.busy]).toEqual([[], true]);
    await transit.empty();
    expect([arrived, transit.busy]).toEqual([['multiProfitSharing'], false]);
    await box.stop();
  });

  it('arrives at once when it only asks, and when nothing holds it up', async () => {
    const transit = new Transit();
    transit.inject({ delayMs: 60_000 });
    await transit.arrive('profitSharingQuery');
    await transit.arrive('/pay/profitsharingquery');
    expect(transit.list()).toEqual([{ delayMs: 60_000, times: 1 }]);
    transit.clear();
    await transit.arrive('multiProfitSharing');
    await transit.empty();
    expect(transit.busy).toBe(false);
  });

  it('can be held up over the control API', async () => {
    const state = openState();
    const ask = async (body: unknown) => (await askControl(state, 'POST /_sandbox/transit', body)).status;
    expect([await ask({ delayMs: 10, times: 2 }), await ask({}), await ask({ delayMs: 1, times: 0 })]).toEqual([
      200, 400, 400,
    ]);
    expect(state.transit.list()).toEqual([{ delayMs: 10, times: 2 }]);
    state.reset();
    expect(state.transit.list()).toEqual([]);
  });
});
