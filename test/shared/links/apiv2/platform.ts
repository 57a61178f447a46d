import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { PeerCertificate, TLSSocket } from 'node:tls';
import { XMLParser } from 'fast-xml-parser';
import { Hash } from 'wechatpay-axios-plugin';
import { authority, type Identity } from './certificates';
import { key } from './vectors.json';

export type Message = Record<string, string>;

/** What one request looked like on WeChat Pay's side. */
export interface Seen {
  readonly path: string;
  readonly body: string;
  readonly fields: Message;
  /** Subject of the client certificate, when a trusted one was presented. */
  readonly certificate: string | undefined;
  /** Port of the caller's end, which tells one connection from another. */
  readonly port: number | undefined;
}

/** Answers one request; by default with a signed success that repeats the request's numbers. */
export type Answer = (seen: Seen, response: ServerResponse) => void;

/** The far side of the wire: HTTPS on this machine, signatures made by a library the adapter does not use. */
export interface Platform {
  readonly url: string;
  readonly ca: string;
  readonly merchant: Identity;
  readonly seen: Seen[];
  answer: Answer;
  close(): Promise<void>;
}

const readXml = new XMLParser({ parseTagValue: false, trimValues: false, ignoreDeclaration: true });

export async function startPlatform(): Promise<Platform> {
  const trusted = authority('Test CA');
  const server = createServer({
    ...trusted.issue('127.0.0.1'),
    ca: trusted.ca,
    requestCert: true,
    rejectUnauthorized: false,
  });
  // Patient, so that only the caller's own rule ends an idle connection.
  server.keepAliveTimeout = 60_000;
  const platform: Platform = {
    url: '',
    ca: trusted.ca,
    merchant: trusted.issue('merchant 1900000100'),
    seen: [],
    answer: (seen, response) => response.end(xmlOf(signed(successOf(seen)))),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  server.on('request', async (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString();
    const socket = request.socket as TLSSocket;
    const seen: Seen = {
      path: request.url ?? '',
      body,
      fields: (readXml.parse(body) as { xml: Message }).xml,
      // A resumed session counts as authorized even where no certificate was ever shown.
      certificate: socket.authorized ? nameOf(socket.getPeerCertificate()) : undefined,
      port: socket.remotePort,
    };
    platform.seen.push(seen);
    platform.answer(seen, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return Object.assign(platform, { url: `https://127.0.0.1:${(server.address() as AddressInfo).port}` });
}

function nameOf({ subject }: Partial<PeerCertificate>): string | undefined {
  return subject && String(subject.CN);
}

const REPEATED = ['mch_id', 'sub_mch_id', 'transaction_id', 'out_order_no', 'out_return_no'];

export function successOf({ fields }: Pick<Seen, 'fields'>): Message {
  const repeated = REPEATED.flatMap((name) => (fields[name] ? [[name, fields[name]]] : []));
  return {
    return_code: 'SUCCESS',
    result_code: 'SUCCESS',
    nonce_str: 'TeqClE3i0mvn3DrK',
    ...Object.fromEntries(repeated),
  };
}

export function signed(message: Message, algorithm: 'HMAC-SHA256' | 'MD5' = 'HMAC-SHA256'): Message {
  return { ...message, sign: Hash.sign(algorithm, message, key) };
}

/** Every value in CDATA, as WeChat Pay writes them. */
export function xmlOf(message: Message): string {
  const fields = Object.entries(message).map(([name, value]) => `<${name}><![CDATA[${value}]]></${name}>`);
  return `<xml>\n${fields.join('\n')}\n</xml>`;
}
