import { constants, privateDecrypt } from 'node:crypto';
import type { UnknownFields } from '../../../../shared/contract';
import type { Exchange, HttpRequest } from '../../../../shared/http';
import { firstKey, type PlatformKey, publicKey } from '../../wechatpay/keys';
import { signatureHeaders } from './provider';

/** A transport that records what is sent and answers with a signed body, without a network. */
export function recording(answer: (request: HttpRequest) => UnknownFields, key: PlatformKey = publicKey) {
  const requests: HttpRequest[] = [];
  const send: Exchange = async (request) => {
    requests.push(request);
    const body = Buffer.from(JSON.stringify(answer(request)));
    return { status: 200, headers: signatureHeaders(body, key), body };
  };
  return { requests, send };
}

/** Where every operation goes, as the pages print it: method, path, and a field whose value the operation fixes. */
type Printed = readonly [method: string, path: string, fixed?: readonly [string, boolean]];

const ordinary: Record<string, Printed> = {
  profitSharing: ['POST', '/v3/profitsharing/orders', ['unfreeze_unsplit', true]],
  multiProfitSharing: ['POST', '/v3/profitsharing/orders', ['unfreeze_unsplit', false]],
  profitSharingAddReceiver: ['POST', '/v3/profitsharing/receivers/add'],
  profitSharingRemoveReceiver: ['POST', '/v3/profitsharing/receivers/delete'],
  profitSharingQuery: ['GET', '/v3/profitsharing/orders/{out_order_no}'],
  profitSharingFinish: ['POST', '/v3/profitsharing/orders/unfreeze'],
  profitSharingReturn: ['POST', '/v3/profitsharing/return-orders'],
  profitSharingReturnQuery: ['GET', '/v3/profitsharing/return-orders/{out_return_no}'],
  profitSharingOrderAmountQuery: ['GET', '/v3/profitsharing/transactions/{transaction_id}/amounts'],
  profitSharingMerchantRatioQuery: ['GET', '/v3/profitsharing/merchant-configs/{sub_mchid}'],
};

const under = (folder: string): Record<string, Printed> => ({
  profitSharing: ['POST', `${folder}/orders`, ['finish', true]],
  multiProfitSharing: ['POST', `${folder}/orders`, ['finish', false]],
  profitSharingAddReceiver: ['POST', `${folder}/receivers/add`],
  profitSharingRemoveReceiver: ['POST', `${folder}/receivers/delete`],
  profitSharingQuery: ['GET', `${folder}/orders`],
  profitSharingFinish: ['POST', `${folder}/finish-order`],
  profitSharingReturn: ['POST', `${folder}/returnorders`],
  profitSharingReturnQuery: ['GET', `${folder}/returnorders`],
  profitSharingOrderAmountQuery: ['GET', `${folder}/orders/{transaction_id}/amounts`],
});

export const printed: Record<'apiv3' | 'ecommerce' | 'brand', Record<string, Printed>> = {
  apiv3: ordinary,
  ecommerce: {
    ...under('/v3/ecommerce/profitsharing'),
    profitSharingAfterSales: ['POST', '/v3/ecommerce/profitsharing/after-sales-orders'],
    profitSharingAfterSalesQuery: ['GET', '/v3/ecommerce/profitsharing/after-sales-orders'],
  },
  brand: {
    ...under('/v3/brand/profitsharing'),
    profitSharingMerchantRatioQuery: ['GET', '/v3/brand/profitsharing/brand-configs/{brand_mchid}'],
  },
};

/** The wire fields of a request, wherever they travelled. Throws when it is not what the page prints. */
export function wireOf(request: HttpRequest, [method, path, fixed]: Printed): UnknownFields {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => String(name));
  const values = new RegExp(`^${path.replace(/\{\w+\}/g, '([^/]+)')}$`).exec(request.url.pathname)?.slice(1);
  if (request.method !== method || !values) throw new Error(`${request.method} ${request.url.pathname}`);
  const wire: UnknownFields = {
    ...Object.fromEntries(names.map((name, index) => [name, decodeURIComponent(values[index] ?? '')])),
    ...Object.fromEntries(request.url.searchParams),
    ...(request.body === undefined ? {} : JSON.parse(request.body)),
  };
  if (!fixed) return wire;
  const { [fixed[0]]: value, ...rest } = wire;
  if (value !== fixed[1]) throw new Error(`${fixed[0]}: ${value}`);
  return rest;
}

/** What WeChat Pay reads in an encrypted name. */
export function decrypted(ciphertext: unknown): string {
  const key = { key: firstKey.privateKey, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha1' };
  return privateDecrypt(key, Buffer.from(String(ciphertext), 'base64')).toString();
}
