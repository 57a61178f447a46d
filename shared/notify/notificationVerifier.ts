import { createPublicKey } from 'node:crypto';
import type { Config } from '../config';
import { type Exchange, HttpFault } from '../http';
import { type Encrypted, openAesGcm } from '../wechatpay/aesGcm';
import { connect } from '../wechatpay/connection';
import { readCredentials } from '../wechatpay/credentials';
import { type KeyRing, keyRing } from '../wechatpay/keyRing';
import { type KnownKinds, unknownKey } from '../wechatpay/unknownKey';
import { parseSignatureHeaders, type SignatureHeaders, verifySignature } from '../wechatpay/verifier';
import { WechatPayError } from '../wechatpay/WechatPayError';
import { HttpError } from './HttpError';
import type { Incoming } from './httpEvent';

export interface NotificationVerifier {
  /**
   * Resolves only when WeChat Pay signed exactly these bytes within the last 300 seconds.
   * @param deadline ms since 1970
   * @throws {HttpError} 401 otherwise, 503 when there are no keys to verify with
   */
  verify(incoming: Incoming, deadline: number): Promise<void>;
  /** Decrypts with the APIv3 key. @throws when the tag does not fit */
  open(encrypted: Encrypted): Buffer;
}

/** Reads the keys of a configuration. @returns the first variable that is missing or cannot be used */
export function readVerifier(config: Config, send: Exchange, now: () => number): NotificationVerifier | string {
  const apiV3Key = Buffer.from(config.apiV3Key ?? '');
  if (apiV3Key.length !== 32) return 'WECHATPAY_API_V3_KEY';
  const keys = keysOf(config, send, now);
  if (typeof keys === 'string') return keys;
  const { ring, known } = keys;
  return {
    open: (encrypted) => openAesGcm(encrypted, apiV3Key),

    async verify({ headers, body }, deadline) {
      const signed = signedBy(headers, now());
      await ring.ready(deadline).catch((error) => {
        throw new HttpError(503, `/v3/certificates: ${detailOf(error)}`);
      });
      const key = await ring.find(signed.serial, deadline);
      if (!key) throw new HttpError(401, unknownKey(signed.serial, known).detail);
      if (!verifySignature(signed, body, key)) throw notGenuine(headers);
    },
  };
}

interface VerifyingKeys {
  readonly ring: KeyRing;
  readonly known: KnownKinds;
}

/**
 * With the WeChat Pay public key, this public function need not hold the merchant's private key, which only signs
 * requests for certificates.
 */
function keysOf(config: Config, send: Exchange, now: () => number): VerifyingKeys | string {
  const credentials = readCredentials(config);
  if (typeof credentials !== 'string') {
    const { ring } = connect(config, credentials, throttled(send, now), now);
    return { ring, known: { publicKey: credentials.publicKey !== undefined, certificates: true } };
  }
  const { publicKey, publicKeyId } = config;
  if (!publicKey || !publicKeyId) return credentials;
  try {
    const ring = keyRing({ serial: publicKeyId, key: createPublicKey(publicKey) }, undefined, now);
    return { ring, known: { publicKey: true, certificates: false } };
  } catch {
    return 'WECHATPAY_PUBLIC_KEY';
  }
}

const SPARED_MS = 10_000;

/**
 * Anyone may name an unknown serial, and each would have the certificates fetched again. A genuine notification in
 * between is delivered again after 15 s.
 */
function throttled(send: Exchange, now: () => number): Exchange {
  let notBefore = 0;
  return async (request) => {
    if (now() < notBefore) throw new HttpFault('before-send', 'SPARED');
    notBefore = now() + SPARED_MS;
    return send(request);
  };
}

function signedBy(headers: Incoming['headers'], now: number): SignatureHeaders {
  let signed: SignatureHeaders;
  try {
    signed = parseSignatureHeaders(headers, now);
  } catch (error) {
    throw new HttpError(401, detailOf(error));
  }
  // Only the base64 spelling that WeChat Pay writes is accepted.
  if (signed.signature.toString('base64') !== headers['wechatpay-signature']) throw notGenuine(headers);
  return signed;
}

/** WeChat Pay sends wrong signatures on purpose to see whether they are checked. */
function notGenuine(headers: Incoming['headers']): HttpError {
  const isProbe = String(headers['wechatpay-signature']).startsWith('WECHATPAY/SIGNTEST/');
  return new HttpError(401, isProbe ? 'probe' : 'wechatpay-signature');
}

function detailOf(error: unknown): string {
  if (error instanceof WechatPayError) return error.detail;
  return error instanceof HttpFault ? error.message : String(error);
}
