import { SaxesParser } from 'saxes';

/** The fields of a flat `<xml>` message, every value a text. */
export type Message = Readonly<Record<string, string>>;

/** Many times the largest request: receivers hold 10 240 characters. */
export const MAX_XML_BYTES = 256 * 1024;

/** The message is no flat `<xml>`; saxes throws for what is no XML. */
class NotFlat extends Error {}

/** Collects the fields while saxes reads; nothing is trimmed, as the caller signed the values and not their spelling. */
class FieldReader {
  readonly fields = new Map<string, string>();
  #depth = 0;
  #name = '';
  #value = '';

  open(name: string): void {
    this.#depth += 1;
    if (this.#depth > 2 || (this.#depth === 1 && name !== 'xml'))
      throw new NotFlat(`<${name}> at depth ${this.#depth}`);
    if (this.#depth === 1) return;
    // A plain object already has some names, like __proto__.
    if (this.fields.has(name) || name in Object.prototype) throw new NotFlat(`<${name}> twice, or a reserved name`);
    this.#name = name;
    this.#value = '';
  }

  text(part: string): void {
    if (this.#depth === 2) this.#value += part;
    else if (part.trim() !== '') throw new NotFlat('text between the fields');
  }

  close(): void {
    if (this.#depth === 2) this.fields.set(this.#name, this.#value);
    this.#depth -= 1;
  }
}

/** Reads a request; undefined for what is no flat `<xml>`. A DOCTYPE is refused whatever it declares. */
export function fromXml(xml: string): Message | undefined {
  if (xml.length > MAX_XML_BYTES) return undefined;
  const reader = new FieldReader();
  const parser = new SaxesParser({ position: false });
  const refuse = (): void => {
    throw new NotFlat('neither a DOCTYPE nor an instruction belongs into a message');
  };
  parser.on('doctype', refuse);
  parser.on('processinginstruction', refuse);
  parser.on('opentag', ({ name }) => reader.open(name));
  parser.on('text', (text) => reader.text(text));
  parser.on('cdata', (text) => reader.text(text));
  parser.on('closetag', () => reader.close());
  try {
    parser.write(xml).close();
  } catch {
    return undefined;
  }
  return reader.fields.size === 0 ? undefined : Object.fromEntries(reader.fields);
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
