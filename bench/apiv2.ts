import { isUtf8 } from 'node:buffer';
import { createHmac } from 'node:crypto';
import { createRequire } from 'node:module';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { Hash, Transformer } from 'wechatpay-axios-plugin';
import { hmacSigner } from '../shared/links/apiv2/hmacSigner';
import { type Fields, fromXml, toXml } from '../shared/links/apiv2/xml';
import { median } from './median';

/** xml2js with tenpay's settings; it ships no types. */
const xml2js = createRequire(__filename)('xml2js') as {
  Builder: new (options: object) => { buildObject(fields: object): string };
  parseString(xml: string, options: object, done: (error: Error | null, result: { xml: Message }) => void): void;
};

type Message = Record<string, string>;

const KEY = '192006250b4c09247ec02edce69f6a2d';
const ROUNDS = 15;
const ROUND_MS = 40;

const keys = hmacSigner(KEY);
const strictly = new XMLParser({
  ignoreDeclaration: true,
  parseTagValue: false,
  trimValues: false,
  processEntities: false,
});
const builder = new xml2js.Builder({ rootName: 'xml', cdata: true });
let sink: unknown;

for (const count of [2, 50]) {
  const request = requestWith(count);
  const requestText = sortedText(request);
  const answer = answerWith(count);
  const answerText = sortedText(answer);
  const bytes = toBytes(answer);
  report(`build + sign, ${count} receivers`, {
    'raw HMAC': () => hmac(requestText),
    floor: () => floorBuild(request),
    ours: () => toXml(signed(request)),
    'wechatpay-axios-plugin': () =>
      Transformer.toXml({ ...request, sign: Hash.sign(Hash.ALGO_HMAC_SHA256, request, KEY) }),
    'tenpay (xml2js)': () => builder.buildObject({ ...request, sign: hmac(sortedText(request)) }),
  });
  report(`parse + verify, ${count} receivers`, {
    'raw HMAC': () => hmac(answerText),
    floor: () => floorVerify(bytes.toString()),
    ours: () => isUtf8(bytes) && keys.verify(fromXml(bytes.toString())),
    'fast-xml-parser, validated': () => {
      const text = bytes.toString();
      if (XMLValidator.validate(text) !== true) throw new Error('invalid');
      return keys.verify(new Map(Object.entries((strictly.parse(text) as { xml: Message }).xml)));
    },
    'wechatpay-axios-plugin': () => {
      const fields = Transformer.toObject.call({}, bytes.toString()) as Message;
      return Hash.equals(Hash.sign(Hash.ALGO_HMAC_SHA256, fields, KEY), fields.sign);
    },
    'tenpay (xml2js)': () => {
      let valid = false;
      xml2js.parseString(bytes.toString(), { trim: true, explicitArray: false }, (_error, { xml }) => {
        valid = hmac(sortedText(xml)) === xml.sign;
      });
      return valid;
    },
  });
}

/** Medians of interleaved rounds, so that a busy moment of the machine falls on every row alike. */
function report(title: string, rows: Record<string, () => unknown>): void {
  const speeds = new Map(Object.keys(rows).map((name) => [name, [] as number[]]));
  for (const work of Object.values(rows)) for (let warm = 0; warm < 5; warm += 1) speed(work);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, work] of Object.entries(rows)) speeds.get(name)?.push(speed(work));
  }
  const typical = (name: string) => median(speeds.get(name) ?? []);
  console.log(`\n${title}`);
  for (const name of Object.keys(rows)) {
    const [ofRaw, ofFloor] = [typical('raw HMAC') / typical(name), typical('floor') / typical(name)];
    console.log(
      `  ${name.padEnd(28)}${Math.round(typical(name)).toLocaleString('en').padStart(10)} ops/s` +
        `${ofRaw.toFixed(2).padStart(8)} x raw HMAC${ofFloor.toFixed(2).padStart(8)} x floor`,
    );
  }
}

function speed(work: () => unknown): number {
  const started = process.hrtime.bigint();
  const until = started + BigInt(ROUND_MS) * 1_000_000n;
  let done = 0;
  let now = started;
  while (now < until) {
    for (let i = 0; i < 20; i += 1) sink = work();
    done += 20;
    now = process.hrtime.bigint();
  }
  return sink === undefined ? 0 : (done * 1e9) / Number(now - started);
}

function requestWith(count: number): Message {
  return {
    mch_id: '1900000100',
    sub_mch_id: '1900000109',
    appid: 'wx8888888888888888',
    nonce_str: '5K8264ILTKCH16CQ2502SI8ZNMTM67VS',
    sign_type: 'HMAC-SHA256',
    sub_appid: 'wx8888888888888889',
    transaction_id: '4208450740201411110007820472',
    out_order_no: 'P20150806125346',
    receivers: receivers(count, {}),
  };
}

function answerWith(count: number): Message {
  const fields = {
    return_code: 'SUCCESS',
    result_code: 'SUCCESS',
    mch_id: '1900000100',
    sub_mch_id: '1900000109',
    nonce_str: 'TeqClE3i0mvn3DrK',
    transaction_id: '4208450740201411110007820472',
    out_order_no: 'P20150806125346',
    order_id: '3008450740201411110007820472',
    status: 'FINISHED',
    receivers: receivers(count, {
      result: 'SUCCESS',
      finish_time: '20180608170132',
      detail_id: '36011111111111111111',
    }),
  };
  return { ...fields, sign: hmac(sortedText(fields)) };
}

function receivers(count: number, more: object): string {
  const receiver = (_: unknown, index: number) => ({
    type: 'MERCHANT_ID',
    account: String(1900001000 + index),
    amount: 100 + index,
    description: `分给商户${index}`,
    ...more,
  });
  return JSON.stringify(Array.from({ length: count }, receiver));
}

function signed(message: Message): Fields {
  const fields = new Map(Object.entries(message));
  return fields.set('sign', keys.sign(fields));
}

function hmac(text: string): string {
  return createHmac('sha256', KEY).update(text).digest('hex').toUpperCase();
}

function sortedText(message: Message): string {
  const names = Object.keys(message).filter((name) => name !== 'sign' && message[name]);
  return `${names
    .sort()
    .map((name) => `${name}=${message[name]}`)
    .join('&')}&key=${KEY}`;
}

function toBytes(message: Message): Buffer {
  const fields = Object.entries(message).map(([name, value]) => `<${name}><![CDATA[${value}]]></${name}>`);
  return Buffer.from(`<xml>${fields.join('')}</xml>`);
}

/** The least that works when nothing can go wrong: fields known in advance, nothing escaped. */
function floorBuild(m: Message): string {
  const text =
    `appid=${m.appid}&mch_id=${m.mch_id}&nonce_str=${m.nonce_str}&out_order_no=${m.out_order_no}` +
    `&receivers=${m.receivers}&sign_type=HMAC-SHA256&sub_appid=${m.sub_appid}&sub_mch_id=${m.sub_mch_id}` +
    `&transaction_id=${m.transaction_id}&key=${KEY}`;
  return (
    `<xml><mch_id>${m.mch_id}</mch_id><sub_mch_id>${m.sub_mch_id}</sub_mch_id><appid>${m.appid}</appid>` +
    `<nonce_str>${m.nonce_str}</nonce_str><sign_type>HMAC-SHA256</sign_type><sub_appid>${m.sub_appid}</sub_appid>` +
    `<transaction_id>${m.transaction_id}</transaction_id><out_order_no>${m.out_order_no}</out_order_no>` +
    `<receivers><![CDATA[${m.receivers}]]></receivers><sign>${hmac(text)}</sign></xml>`
  );
}

/** One expression over CDATA fields that are taken to be well formed. */
function floorVerify(xml: string): boolean {
  const fields: Message = {};
  for (const [, name = '', value = ''] of xml.matchAll(/<(\w+)><!\[CDATA\[(.*?)\]\]>/gs)) fields[name] = value;
  return hmac(sortedText(fields)) === fields.sign;
}
