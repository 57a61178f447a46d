import { Agent, request } from 'node:http';
import { Formatter, Rsa } from 'wechatpay-axios-plugin';
import { openConsole } from '../console';
import { parties, type Sandbox, startSandbox } from '../sandbox';
import { median } from './median';

const FEW = 1_000;
const MANY = 100_000;
/** In turns, so that a busy moment of the machine falls on both sizes alike; the first ones warm up. */
const TURNS = 25;
const WARM_UP = 5;
/** Orders, shares, queries and paid lines of one turn. */
const PER_TURN = 40;
const WIRE_SHARES = 1_000;
const WIRE_CONNECTIONS = 8;

const { provider, subMerchant } = parties;
const [receiver] = parties.receivers;
const identity = { mchId: provider.mchId, subMchId: subMerchant.mchId, family: 'ordinary', wire: 'v3' } as const;
const path = '/v3/profitsharing/orders';

type Bank = Sandbox['state']['bank'];

/** Microseconds per call. */
interface Costs {
  readonly pay: number;
  readonly share: number;
  readonly query: number;
  readonly event: number;
}

function register({ state }: Sandbox): void {
  const { mchId: account, name } = receiver;
  state.bank.addReceiver(identity, { type: 'MERCHANT_ID', account, name, relationType: 'SUPPLIER' });
}

function pay(bank: Bank, count: number): string[] {
  const paidAt = bank.clock.now() - bank.switches.minimumWaitMs.ordinary;
  return Array.from({ length: count }, () => {
    return bank.payOrder({ payerMchId: subMerchant.mchId, amount: 10_000, paidAt }).transactionId;
  });
}

function share(bank: Bank, transactionId: string): void {
  const receivers = [{ type: 'MERCHANT_ID', account: receiver.mchId, amount: 100, description: 'bench' } as const];
  const made = bank.share(identity, { kind: 'multi', transactionId, outOrderNo: `B${transactionId}`, receivers });
  if (!made.ok) throw new Error(made.refusal.v3.message);
}

/** Microseconds for each item. */
function timed<T>(items: readonly T[], work: (item: T) => void): number {
  const started = process.hrtime.bigint();
  for (const item of items) work(item);
  return Number(process.hrtime.bigint() - started) / 1000 / items.length;
}

/** Orders that are shared and paid. */
function fill(bank: Bank, count: number): void {
  for (const transactionId of pay(bank, count)) share(bank, transactionId);
  bank.clock.advance(5_000);
}

/** One turn. */
function costsIn(bank: Bank): Costs {
  let orders: string[] = [];
  const paid = timed([0], () => {
    orders = pay(bank, PER_TURN);
  });
  const shared = timed(orders, (transactionId) => share(bank, transactionId));
  const queried = timed(orders, (transactionId) => {
    bank.queryShare(identity, { transactionId, outOrderNo: `B${transactionId}` });
  });
  const advanced = timed([0], () => bank.clock.advance(5_000));
  return { pay: paid / PER_TURN, share: shared, query: queried, event: advanced / PER_TURN };
}

async function signedShares(sandbox: Sandbox, count: number): Promise<readonly (() => Promise<number>)[]> {
  const { mchPrivateKeyPem, mchSerial } = await sandbox.credentials();
  const agent = new Agent({ keepAlive: true, maxSockets: WIRE_CONNECTIONS });
  return pay(sandbox.state.bank, count).map((transactionId) => {
    const body = JSON.stringify({
      sub_mchid: subMerchant.mchId,
      appid: provider.appid,
      transaction_id: transactionId,
      out_order_no: `W${transactionId}`,
      receivers: [{ type: 'MERCHANT_ID', account: receiver.mchId, amount: 100, description: 'bench' }],
      unfreeze_unsplit: false,
    });
    const [nonce, timestamp] = [Formatter.nonce(), Formatter.timestamp()];
    const signature = Rsa.sign(Formatter.request('POST', path, timestamp, nonce, body), mchPrivateKeyPem);
    const headers = {
      accept: 'application/json',
      'content-type': 'application/json',
      'user-agent': 'bench',
      authorization: Formatter.authorization(provider.mchId, nonce, signature, timestamp, mchSerial),
    };
    return () =>
      new Promise<number>((answered, failed) => {
        const sent = request(sandbox.url + path, { method: 'POST', headers, agent }, (response) => {
          response.resume().once('end', () => answered(response.statusCode ?? 0));
        });
        sent.once('error', failed).end(body);
      });
  });
}

interface Rate {
  readonly aSecond: number;
  /** Of this process, which also sends: what a busy machine does not change. */
  readonly cpuMs: number;
}

/** Shares over HTTP, signed beforehand: what is measured is the sandbox and the connection. */
async function rateOf(sandbox: Sandbox): Promise<Rate> {
  const waiting = [...(await signedShares(sandbox, WIRE_SHARES))];
  const started = performance.now();
  const before = process.cpuUsage();
  const connection = async (): Promise<void> => {
    for (let send = waiting.pop(); send; send = waiting.pop()) {
      const status = await send();
      if (status !== 200) throw new Error(`a share was answered with ${status}`);
    }
  };
  await Promise.all(Array.from({ length: WIRE_CONNECTIONS }, connection));
  const { user, system } = process.cpuUsage(before);
  const aSecond = WIRE_SHARES / ((performance.now() - started) / 1000);
  return { aSecond, cpuMs: (user + system) / 1000 / WIRE_SHARES };
}

async function filled(count: number): Promise<Sandbox> {
  const sandbox = await startSandbox({ state: { switches: { rates: 'off' } }, console: openConsole });
  register(sandbox);
  fill(sandbox.state.bank, count);
  return sandbox;
}

async function main(): Promise<void> {
  const [few, many] = [await filled(FEW), await filled(MANY)];
  const turns = Array.from({ length: TURNS }, () => [costsIn(few.state.bank), costsIn(many.state.bank)] as const);
  const counted = turns.slice(WARM_UP);
  console.log(`cost per call and per paid line, among ${FEW} and ${MANY} orders`);
  for (const name of ['pay', 'share', 'query', 'event'] as const) {
    const [less, more] = [median(counted.map(([one]) => one[name])), median(counted.map(([, other]) => other[name]))];
    console.log(`  ${name.padEnd(8)}${less.toFixed(1)} µs, ${more.toFixed(1)} µs: x ${(more / less).toFixed(2)}`);
  }
  for (const sandbox of [few, many]) await rateOf(sandbox);
  console.log('shares on the v3 wire');
  for (const [count, sandbox] of [
    [FEW, few],
    [MANY, many],
  ] as const) {
    const { aSecond, cpuMs } = await rateOf(sandbox);
    console.log(`  among ${count} orders: ${aSecond.toFixed(0)} a second, ${cpuMs.toFixed(2)} ms of CPU each`);
  }
  const memory = Math.round(process.memoryUsage.rss() / 1_048_576);
  const proving = performance.now();
  many.state.bank.prove();
  console.log(`${memory} MB; all the books proved in ${((performance.now() - proving) / 1000).toFixed(1)} s`);
  await Promise.all([few.stop(), many.stop()]);
}

void main();
