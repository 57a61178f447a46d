import type { HttpResponse } from '../../http/httpResponse';
import { parties } from '../seedParties';
import { answerPrivately, logUnknown, type Packing, type PrivateLinkState } from './privateLink';
import { isV2Api, v2fields } from './v2fields';

export interface CloudRunCall {
  /** Last part of the path `/_/pay/<name>`: the CloudPay name in lower case. */
  readonly name: string;
  readonly contentType: string;
  readonly body: Buffer;
  /** The appid the container belongs to; default the sandbox's mini program. */
  readonly appid?: string;
}

function json(value: unknown): HttpResponse {
  return {
    status: 200,
    contentType: 'application/json',
    body: Buffer.from(JSON.stringify(value)),
    delayMs: 0,
    cut: 'none',
  };
}

/** Gateway codes are not documented; the name travels in errmsg, the number is ours. */
const gatewayFault = (code: string, message: string): HttpResponse =>
  json({ errcode: -1, errmsg: `${code}: ${message}` });

const packing: Packing = {
  link: 'cloudrun',
  pack: (respdata) => json({ errcode: 0, errmsg: 'ok', respdata }),
  platform: gatewayFault,
};

/** `POST /_/pay/<name>` of the open interface service: the v2 reply wrapped in {errcode, errmsg, respdata}. */
export function answerCloudRun(state: PrivateLinkState, call: CloudRunCall): HttpResponse {
  // Without the JSON content type the gateway answers 400 and no body that could be read.
  if (call.contentType.split(';', 1)[0]?.trim().toLowerCase() !== 'application/json') {
    return { ...json({}), status: 400, contentType: 'text/plain', body: Buffer.alloc(0) };
  }
  const api = Object.keys(v2fields).find((name) => name.toLowerCase() === call.name);
  if (api === undefined || !isV2Api(api)) {
    logUnknown(state, 'cloudrun', call.name, call.body);
    return gatewayFault('NOT_FOUND', `unknown API: ${call.name}`);
  }
  return answerPrivately(state, { api, appid: call.appid ?? parties.subMerchant.appid, data: call.body }, packing);
}
