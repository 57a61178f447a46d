import { person, supplier } from '../conformance/harness';
import { bankView } from './bankView';
import { judgeSend } from './judge';
import type { Request } from './request';
import { openSimulation, type Simulation } from './simulation';

const CALLS = 32;
const INSTANCES = 8;

describe.each(['cloudpay', 'apiv3'] as const)('%d calls of one number at once'.replace('%d', String(CALLS)), (link) => {
  let simulation: Simulation;
  beforeAll(async () => {
    simulation = await openSimulation(link, { maxInstances: INSTANCES, limitMs: 8000 });
  }, 60_000);
  beforeEach(() => simulation.open());
  afterAll(() => simulation.close());

  const share = (transaction_id: string): Request => {
    const receivers = [
      { ...supplier, amount: 700, description: '分账' },
      { ...person, amount: 200, description: '分账' },
    ];
    const body = { transaction_id, out_order_no: 'S1', receivers };
    return { operation: 'multiProfitSharing', family: 'share', number: 'S1', body, wish: 0 };
  };

  const crowd = (request: Request) =>
    Promise.all(Array.from({ length: CALLS }, () => simulation.call(request.operation, request.body)));

  it(`over ${link} across ${INSTANCES} instances: money moves once, and every reply is true`, async () => {
    const request = share(simulation.placeOrder());
    const answers = await crowd(request);
    const known = bankView(simulation).get('share:S1');
    const replies = answers.filter((answer) => typeof answer === 'object');
    expect(replies).toHaveLength(CALLS);
    const told = { doubted: false, accepted: true, mayRenumber: false };
    for (const reply of replies) judgeSend(request, reply, known, undefined, told);
    expect(replies.some(({ return_code }) => return_code === 'SUCCESS')).toBe(true);
    await simulation.pass(70_000);
    const { shares, merchants } = simulation.sandbox.state.bank.books();
    expect(shares).toHaveLength(1);
    expect(merchants.find(({ mchId }) => mchId === supplier.account)?.available).toBe(700);
  }, 60_000);

  it(`over ${link} with one of them dying after the money moved: it still moves once`, async () => {
    const request = share(simulation.placeOrder());
    simulation.sandbox.crash({ function: request.operation, on: 'pay', moment: 'after' });
    const answers = await crowd(request);
    expect(answers.filter((answer) => answer === 'exited')).toHaveLength(1);
    // The notification of the first minute puts the look at it off by another one.
    await simulation.pass(70_000);
    await simulation.pass(70_000);
    await simulation.reconcile();
    expect(simulation.sandbox.state.bank.books().shares).toHaveLength(1);
    expect(simulation.records()).toMatchObject([{ number: 'S1', state: 'settled' }]);
  }, 60_000);
});
