import { generateKeyPairSync, sign } from 'node:crypto';
import type { Config } from '../../shared/config';
import { apiv2 } from '../../shared/links/apiv2';
import { hmacSigner as v2Signer } from '../../shared/links/apiv2/hmacSigner';
import { toXml } from '../../shared/links/apiv2/xml';
import { apiv3 } from '../../shared/links/apiv3';
import { cloudpay } from '../../shared/links/cloudpay';
import type { Link } from '../../shared/links/link';
import type { LinkName } from '../../shared/operation';
import { signer as v3Signer } from '../../shared/wechatpay/signer';
import { parseSignatureHeaders, verifySignature } from '../../shared/wechatpay/verifier';

/** A link whose wire answers at once, so that what is left is the adapter's own work. */
export interface Mill {
  readonly name: LinkName;
  readonly variables: Readonly<Record<string, string>>;
  /** @param reached told when the request is ready for the wire */
  link(config: Config, reached: () => void): Link;
  /** The cryptography within, alone. */
  readonly alone?: { readonly sign: () => unknown; readonly verify: () => unknown };
}

const rsa = () => generateKeyPairSync('rsa', { modulusLength: 2048 });
const [merchant, platform] = [rsa(), rsa()];
const API_V2_KEY = '192006250b4c09247ec02edce69f6a2d';
const PLATFORM_KEY_ID = 'PUB_KEY_ID_0119000001002024111100389000000';

export const share = {
  sub_mch_id: '1900000109',
  transaction_id: '4208450740201411110007820472',
  out_order_no: 'P20150806125346',
};

/** As many receivers as one request of the contract may have, or fewer. */
export function receivers(count: number) {
  return Array.from({ length: count }, (_, index) => ({
    type: 'MERCHANT_ID',
    account: String(1900001000 + index),
    amount: 100 + index,
    description: `分给商户${index}`,
  }));
}

/** The three ways to travel: JSON without keys, XML with HMAC, JSON with RSA. */
export function mills(count: number): Mill[] {
  return [overCloudPay(count), overApiV2(count), overApiV3(count)];
}

function overCloudPay(count: number): Mill {
  const answer = Buffer.from(JSON.stringify(accepted(count)));
  return {
    name: 'cloudpay',
    variables: {},
    link: (config, reached) =>
      cloudpay(config, async () => ({
        async callWxPayApi() {
          reached();
          return answer;
        },
      })),
  };
}

function overApiV2(count: number): Mill {
  const keys = v2Signer(API_V2_KEY);
  const fields = new Map(Object.entries(accepted(count)));
  const signed = new Map(fields).set('sign', keys.sign(fields));
  const answer = { status: 200, headers: {}, body: Buffer.from(toXml(signed)) };
  return {
    name: 'apiv2',
    variables: {
      ...ownNumbers,
      WECHATPAY_API_V2_KEY: API_V2_KEY,
      WECHATPAY_MCH_CERT: '-----BEGIN CERTIFICATE-----',
      WECHATPAY_MCH_PRIVATE_KEY: '-----BEGIN PRIVATE KEY-----',
    },
    link: (config, reached) =>
      apiv2(config, async () => {
        reached();
        return answer;
      }),
    alone: { sign: () => keys.sign(fields), verify: () => keys.verify(signed) },
  };
}

function overApiV3(count: number): Mill {
  const order = { sub_mchid: share.sub_mch_id, transaction_id: share.transaction_id, out_order_no: share.out_order_no };
  const body = Buffer.from(
    JSON.stringify({
      ...order,
      order_id: '30084',
      state: 'FINISHED',
      receivers: paid(count, '2018-06-08T17:01:32+08:00'),
    }),
  );
  const timestamp = String(Math.floor(Date.now() / 1000));
  const head = Buffer.from(`${timestamp}\n5K8264ILTKCH16CQ2502SI8ZNMTM67VS\n`);
  const signature = sign('sha256', Buffer.concat([head, body, Buffer.from('\n')]), platform.privateKey);
  const headers = {
    'wechatpay-timestamp': timestamp,
    'wechatpay-nonce': '5K8264ILTKCH16CQ2502SI8ZNMTM67VS',
    'wechatpay-serial': PLATFORM_KEY_ID,
    'wechatpay-signature': signature.toString('base64'),
  };
  const serial = '1DDE55AD98ED71D6EDD4A4A16996DE7B47773A8C';
  const authorization = v3Signer({ mchId: '1900000100', serial, privateKey: merchant.privateKey });
  const request = JSON.stringify({ ...order, receivers: receivers(count) });
  return {
    name: 'apiv3',
    variables: {
      ...ownNumbers,
      WECHATPAY_MCH_SERIAL: serial,
      WECHATPAY_MCH_PRIVATE_KEY: merchant.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
      WECHATPAY_PUBLIC_KEY_ID: PLATFORM_KEY_ID,
      WECHATPAY_PUBLIC_KEY: platform.publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    },
    link: (config, reached) =>
      apiv3(config, async () => {
        reached();
        return { status: 200, headers, body };
      }),
    alone: {
      sign: () => authorization('POST', '/v3/profitsharing/orders', request),
      verify: () => verifySignature(parseSignatureHeaders(headers, Date.now()), body, platform.publicKey),
    },
  };
}

const ownNumbers = {
  WECHATPAY_BASE_URL: 'http://127.0.0.1:9',
  WECHATPAY_MCH_ID: '1900000100',
  WECHATPAY_APPID: 'wx8888888888888888',
};

/** The answer of the older wires, with everything its page promises. */
function accepted(count: number) {
  return {
    return_code: 'SUCCESS',
    result_code: 'SUCCESS',
    mch_id: '1900000100',
    appid: 'wx8888888888888888',
    nonce_str: '5K8264ILTKCH16CQ2502SI8ZNMTM67VS',
    ...share,
    order_id: '30084507402014111',
    status: 'FINISHED',
    receivers: JSON.stringify(paid(count)),
  };
}

/** Receivers as WeChat Pay lists them once they have their money. */
function paid(count: number, time = '20180608170132') {
  return receivers(count).map((receiver) => ({
    ...receiver,
    result: 'SUCCESS',
    detail_id: '36011111111111111111',
    create_time: time,
    finish_time: time,
  }));
}
