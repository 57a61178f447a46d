import type { IncomingHttpHeaders } from 'node:http';
import { type HttpResponse, type Incoming, parseMultipart } from '../sandbox';
import type { MessageView } from './views';

/** Headers that identify and sign a message; the others are those of HTTP itself. */
const SHOWN_HEADERS = /^(content-type|authorization|accept|request-id|x-timestamp|x-tcb-source|wechatpay-)/i;

/** Signatures, tokens and encrypted names: enough of them to recognise, not enough to use. */
export function shortened(text: string): string {
  return text.replace(
    /(?:[A-Za-z0-9+/]{44,}|[A-Za-z0-9_-]{44,})={0,2}/g,
    (long) => `${long.slice(0, 8)}…${long.slice(-6)}`,
  );
}

function headersOf(headers: IncomingHttpHeaders | Record<string, string>): [string, string][] {
  return Object.entries(headers)
    .filter(([name]) => SHOWN_HEADERS.test(name))
    .map(([name, value]) => [name, shortened(String(value))]);
}

/** One element a line, children under their parent: the wires of API v2 are flat. */
function formatXml(text: string): string {
  return text
    .replace(/(?<!\]\])>\s*<(?!!\[CDATA)/g, '>\n<')
    .replace(/^<(?!\/?xml)/gm, '  <')
    .trim();
}

function formatJson(text: string): string | undefined {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return undefined;
  }
}

/** Protobuf and the like would show as gaps. */
const isReadable = (text: string): boolean => !/(?![\n\r\t])\p{Cc}|\ufffd|^\s/u.test(text);

const inHex = (bytes: string | Buffer): string => `0x${Buffer.from(bytes).toString('hex')}`;

function formatForm(body: Buffer, contentType: string): string | undefined {
  const parts = parseMultipart(body, contentType);
  if (!parts) return undefined;
  const shown = Object.entries(parts).map(([name, value]) => {
    const text = value.toString('utf8');
    return `name="${name}"\n${isReadable(text) ? (formatJson(text) ?? text) : inHex(value)}`;
  });
  return shown.join('\n\n');
}

function format(body: Buffer, contentType: string): Pick<MessageView, 'kind' | 'body'> {
  const form = contentType.startsWith('multipart/') ? formatForm(body, contentType) : undefined;
  if (form !== undefined) return { kind: 'form', body: shortened(form) };
  const text = body.toString('utf8');
  if (text.trimStart().startsWith('<xml')) return { kind: 'xml', body: shortened(formatXml(text)) };
  const json = formatJson(text);
  return json === undefined ? { kind: 'text', body: shortened(text) } : { kind: 'json', body: shortened(json) };
}

/** A request as it arrived, laid out for reading. */
export function requestView({ method, target, headers, body }: Incoming): MessageView {
  return {
    line: `${method} ${shortened(target)}`,
    headers: headersOf(headers),
    ...format(body, headers['content-type'] ?? ''),
  };
}

/** An answer as it left; undefined when the connection closed instead. */
export function replyView({ status, contentType, headers = {}, body, cut }: HttpResponse): MessageView | undefined {
  if (cut === 'before-answer') return undefined;
  const sent = cut === 'mid-body' ? body.subarray(0, body.length >> 1) : body;
  return {
    line: `HTTP ${status}`,
    headers: headersOf({ 'content-type': contentType, ...headers }),
    ...format(sent, contentType),
  };
}
