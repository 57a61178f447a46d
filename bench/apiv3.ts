import { createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto';
import { Formatter, Rsa } from 'wechatpay-axios-plugin';
import Pay from 'wechatpay-node-v3';
import { signer } from '../shared/wechatpay/signer';
import { parseSignatureHeaders, verifySignature } from '../shared/wechatpay/verifier';
import { median } from './median';

const ROUNDS = 25;
const ROUND_MS = 40;

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const privatePem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const publicPem = createPublicKey(privatePem).export({ type: 'spki', format: 'pem' }).toString();
const publicKey = createPublicKey(publicPem);
const mchId = '1900000100';
const serial = '1DDE55AD98ED71D6EDD4A4A16996DE7B47773A8C';
const uri = '/v3/profitsharing/orders';

/** This peer keeps PEM texts, and a table of the certificates it has fetched: here the key is put there by hand. */
const pay = new Pay({
  appid: 'wx8888888888888888',
  mchid: mchId,
  serial_no: serial,
  publicKey: Buffer.from(publicPem),
  privateKey: Buffer.from(privatePem),
});
(Pay as unknown as { certificates: Record<string, string> }).certificates = { [serial]: publicPem };

type Work = () => unknown;
let sink: unknown;

async function main(): Promise<void> {
  for (const count of [2, 50]) {
    await report(`build the request header and sign, ${count} receivers`, signing(orderWith(count)));
    await report(`clock + verify + parse an answer, ${count} receivers`, verifying(orderWith(count)));
  }
}

function signing(body: string): Record<string, Work> {
  const authorization = signer({ mchId, serial, privateKey });
  const message = Buffer.from(`POST\n${uri}\n1554208460\n593BEC0C930BF1AFEB40B4A08C8FB242\n${body}\n`);
  return {
    'raw RSA (floor)': () => sign('sha256', message, privateKey),
    ours: () => authorization('POST', uri, body),
    'wechatpay-axios-plugin': () => {
      const [nonce, timestamp] = [Formatter.nonce(), Formatter.timestamp()];
      const signature = Rsa.sign(Formatter.request('POST', uri, timestamp, nonce, body), privateKey);
      return Formatter.authorization(mchId, nonce, signature, timestamp, serial);
    },
    'wechatpay-node-v3': () => {
      const [nonce, timestamp] = [Formatter.nonce(), String(Formatter.timestamp())];
      return pay.getAuthorization(nonce, timestamp, pay.getSignature('POST', nonce, timestamp, uri, body));
    },
  };
}

function verifying(text: string): Record<string, Work> {
  const timestamp = String(Math.floor(Date.now() / 1000));
  const nonce = 'c5ac7061fccab6bf3e254dcf98995b8c';
  const message = Buffer.from(`${timestamp}\n${nonce}\n${text}\n`);
  const bytes = sign('sha256', message, privateKey);
  const signature = bytes.toString('base64');
  const body = Buffer.from(text);
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'request-id': '08F78BC8F706109B-0',
    'wechatpay-timestamp': timestamp,
    'wechatpay-nonce': nonce,
    'wechatpay-serial': serial,
    'wechatpay-signature': signature,
  };
  return {
    'raw RSA (floor)': () => verify('sha256', message, publicKey, bytes),
    'raw RSA + JSON.parse': () => verify('sha256', message, publicKey, bytes) && JSON.parse(body.toString()),
    ours: () =>
      verifySignature(parseSignatureHeaders(headers, Date.now()), body, publicKey) && JSON.parse(body.toString()),
    'wechatpay-axios-plugin': () => {
      const said = body.toString();
      const late = Math.abs(Formatter.timestamp() - Number(timestamp)) > 300;
      return !late && Rsa.verify(Formatter.response(timestamp, nonce, said), signature, publicKey) && JSON.parse(said);
    },
    'wechatpay-node-v3': async () => {
      const said = body.toString();
      return (await pay.verifySign({ timestamp, nonce, body: said, serial, signature })) && JSON.parse(said);
    },
  };
}

/** Medians of interleaved rounds, each compared with its own floor: a busy moment of the machine falls on all alike. */
async function report(title: string, rows: Record<string, Work>): Promise<void> {
  const names = Object.keys(rows);
  const costs = new Map(names.map((name) => [name, [] as number[]]));
  for (let round = -2; round < ROUNDS; round += 1) {
    const inTurn = await costsOf(rows);
    const [floor = 1] = inTurn;
    if (round >= 0) for (const [at, name] of names.entries()) costs.get(name)?.push((inTurn[at] ?? 0) / floor);
  }
  console.log(`\n${title}`);
  for (const name of names) console.log(`  ${name.padEnd(28)}${median(costs.get(name) ?? []).toFixed(2)} x raw RSA`);
}

/** Microseconds per call of every row, in short turns within one round. */
async function costsOf(rows: Record<string, Work>): Promise<number[]> {
  const works = Object.values(rows);
  const spent = works.map(() => 0);
  const done = works.map(() => 0);
  for (let turn = 0; turn < 4; turn += 1) {
    for (const [at, work] of works.entries()) {
      const started = process.hrtime.bigint();
      const until = started + BigInt(ROUND_MS / 4) * 1_000_000n;
      while (process.hrtime.bigint() < until) {
        sink = work();
        if (sink instanceof Promise) await sink;
        done[at] = (done[at] ?? 0) + 1;
      }
      spent[at] = (spent[at] ?? 0) + Number(process.hrtime.bigint() - started) / 1000;
    }
  }
  return works.map((_, at) => (spent[at] ?? 0) / Math.max(1, done[at] ?? 0));
}

function orderWith(count: number): string {
  return JSON.stringify({
    sub_mchid: '1900000109',
    transaction_id: '4208450740201411110007820472',
    out_order_no: 'P20150806125346',
    receivers: Array.from({ length: count }, (_, at) => ({
      type: 'MERCHANT_ID',
      account: String(1900001000 + at),
      amount: 100 + at,
      description: `分给商户${at}`,
    })),
  });
}

void main();
