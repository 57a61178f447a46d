import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { isRecord } from '../../../isRecord';

/** The fields of a flat `<xml>` message, every value a text. */
export type Message = Readonly<Record<string, string>>;

// Nothing is trimmed, guessed or left encoded: the caller signed the values, not how they were written.
const parser = new XMLParser({
  ignoreDeclaration: true,
  parseTagValue: false,
  trimValues: false,
  htmlEntities: true,
});

/** Space between the fields. */
const BETWEEN = '#text';

/** Reads a request; undefined for what is no flat `<xml>`. A DOCTYPE is refused whatever it declares. */
export function fromXml(xml: string): Message | undefined {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(xml) || XMLValidator.validate(xml) !== true) return undefined;
  let root: unknown;
  try {
    const { xml: only, ...others } = parser.parse(xml) as Record<string, unknown>;
    root = Object.keys(others).every((name) => name === BETWEEN) ? only : undefined;
  } catch {
    // Nested too deep, or a name that JavaScript objects reserve.
    return undefined;
  }
  if (!isRecord(root)) return undefined;
  const entries = Object.entries(root).filter(([name]) => name !== BETWEEN);
  const flat = entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return flat.length === entries.length ? Object.fromEntries(flat) : undefined;
}

/** Writes an answer as WeChat Pay does: every text in CDATA, numbers bare. */
export function toXml(fields: Readonly<Record<string, unknown>>): string {
  const lines = Object.entries(fields).flatMap(([name, value]) => {
    if (value === undefined || value === '') return [];
    return [`<${name}>${typeof value === 'number' ? value : inCdata(String(value))}</${name}>`];
  });
  return `<xml>${lines.join('\n')}</xml>`;
}

function inCdata(value: string): string {
  return `<![CDATA[${value.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
}
