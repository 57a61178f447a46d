import { readFileSync } from 'node:fs';
import { connect } from 'node:tls';
import { Formatter, Rsa } from 'wechatpay-axios-plugin';
import { type MerchantCredentials, type Sandbox, startSandbox } from '../../../../../sandbox';

let sandbox: Sandbox;
let credentials: MerchantCredentials;

beforeAll(async () => {
  sandbox = await startSandbox();
  credentials = await sandbox.credentials();
});
afterAll(() => sandbox.stop());

/** The bytes of an answer, as they come out of a TLS socket. */
function rawAnswer(target: string): Promise<string> {
  const { hostname, port, host } = new URL(sandbox.secureUrl);
  const { mchId, mchSerial, mchPrivateKeyPem } = credentials;
  const [nonce, timestamp] = [Formatter.nonce(), Formatter.timestamp()];
  const signature = Rsa.sign(Formatter.request('GET', target, timestamp, nonce), mchPrivateKeyPem);
  const head = [
    `GET ${target} HTTP/1.1`,
    `Host: ${host}`,
    'Accept: application/json',
    'User-Agent: raw',
    `Authorization: ${Formatter.authorization(mchId, nonce, signature, timestamp, mchSerial)}`,
    'Connection: close',
  ];
  return new Promise((received, failed) => {
    const chunks: Buffer[] = [];
    const socket = connect({
      host: hostname,
      port: Number(port),
      ca: readFileSync(sandbox.caFile),
      servername: 'localhost',
    });
    socket.once('error', failed).once('end', () => received(Buffer.concat(chunks).toString()));
    socket.on('data', (chunk: Buffer) => chunks.push(chunk)).write(`${head.join('\r\n')}\r\n\r\n`);
  });
}

test('headers travel in the spelling of the pages, for clients that look for exactly that', async () => {
  const [head = ''] = (await rawAnswer('/v3/certificates?algorithm_type=RSA')).split('\r\n\r\n');
  const names = head.split('\r\n').map((line) => line.split(':', 1)[0]);
  expect(names).toEqual(
    expect.arrayContaining([
      'HTTP/1.1 200 OK',
      'Request-ID',
      'Wechatpay-Timestamp',
      'Wechatpay-Nonce',
      'Wechatpay-Serial',
      'Wechatpay-Signature',
      'Wechatpay-Signature-Type',
      'Content-Type',
      'Content-Length',
    ]),
  );
});
