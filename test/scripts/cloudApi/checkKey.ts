import { createHash, createHmac } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { Refusal } from './refusal';

/** The one account of this cloud. */
export const account = {
  secretId: 'AKIDexampleExampleExample',
  secretKey: 'exampleKeyOfThisCloud',
  token: 'temporaryToken',
};

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();

/** TC3-HMAC-SHA256 over method, path, content type, host and body. @returns the service that was signed for */
export function checkKey({ headers, method, url }: IncomingMessage, body: string): string {
  const { authorization = '', host = '' } = headers;
  const scope = /Credential=([^/]+)\/([\d-]+)\/(\w+)\/tc3_request/.exec(authorization) ?? [];
  const [, secretId, date = '', service = ''] = scope;
  if (secretId !== account.secretId) throw new Refusal('AuthFailure.SecretIdNotFound', `no SecretId ${secretId}`);
  if (headers['x-tc-token'] !== undefined && headers['x-tc-token'] !== account.token) {
    throw new Refusal('AuthFailure.TokenFailure', `the token ${headers['x-tc-token']} is not valid`);
  }
  const named = `content-type:${headers['content-type']}\nhost:${host.split(':')[0]}\n`;
  const canonical = [method, url, '', named, 'content-type;host', sha256(body)].join('\n');
  const span = `${date}/${service}/tc3_request`;
  const text = ['TC3-HMAC-SHA256', headers['x-tc-timestamp'], span, sha256(canonical)].join('\n');
  const key = hmac(hmac(hmac(`TC3${account.secretKey}`, date), service), 'tc3_request');
  if (!authorization.endsWith(`Signature=${hmac(key, text).toString('hex')}`)) {
    throw new Refusal('AuthFailure.SignatureFailure', 'The provided credentials could not be validated.');
  }
  return service;
}
