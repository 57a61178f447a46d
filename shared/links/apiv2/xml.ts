import { XMLParser } from 'fast-xml-parser';

/** The fields of one message in the order they travel. Values are raw: never escaped, never trimmed. */
export type Fields = ReadonlyMap<string, string>;

export class XmlFault extends Error {
  override readonly name = 'XmlFault';
}

/** The pages ask for CDATA around JSON text (pay.weixin.qq.com/wiki/doc/api/allocation_sl.php 25_1, 25_3). */
const IN_CDATA = new Set(['receivers', 'receiver']);
const CDATA = '<![CDATA[';
const CDATA_END = ']]>';

/**
 * Characters that survive XML 1.0. A carriage return does not: parsers turn it into a line feed, and then neither the
 * signature fits nor the same number carries the same request.
 */
export const xmlText = /^[\t\n\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]*$/u;

export function toXml(fields: Fields): string {
  let xml = '<xml>';
  for (const [name, value] of fields) {
    // `]]>` would close the section early and let the rest of a value pass for fields: it is cut in two sections.
    const content = IN_CDATA.has(name)
      ? CDATA + value.replaceAll(CDATA_END, `]]${CDATA_END}${CDATA}>`) + CDATA_END
      : escaped(value);
    xml += `<${name}>${content}</${name}>`;
  }
  return `${xml}</xml>`;
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

function escaped(value: string): string {
  return /[&<>]/.test(value) ? value.replace(/[&<>]/g, (character) => ESCAPES[character] ?? character) : value;
}

const START =
  /^[ \t\r\n]*(?:<\?xml[ \t\r\n]+version=["']1\.\d["'](?:[ \t\r\n]+encoding=["'][Uu][Tt][Ff]-8["'])?[ \t\r\n]*\?>[ \t\r\n]*)?(?=<xml>)/;

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML 1.0 forbids
const FORBIDDEN = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/;

let parser: XMLParser | undefined;

/** Keeps order and CDATA apart, resolves no entity, guesses no type, trims nothing. Made for the first answer. */
function theParser(): XMLParser {
  parser ??= new XMLParser({
    preserveOrder: true,
    cdataPropName: 'CDATA ',
    textNodeName: 'text ',
    parseTagValue: false,
    trimValues: false,
    processEntities: false,
  });
  return parser;
}

type Node = Readonly<Record<string, readonly Node[] | string>>;

/**
 * Reads a flat document: one `<xml>` of fields that hold text or CDATA. DOCTYPE, other entities, attributes, comments,
 * processing instructions, nesting and repeated names are refused: no answer of API v2 has them, the signature does not
 * cover them, and two readers could read them in two ways. The parser accepts missing end tags and text after the end,
 * so what it found is compared with the document character by character.
 * @throws {XmlFault} naming what is wrong
 */
export function fromXml(text: string): Fields {
  // Every XML reader starts with this, the parser below too.
  const xml = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  if (FORBIDDEN.test(xml)) throw new XmlFault('character');
  const start = START.exec(xml);
  if (!start) throw new XmlFault('<xml> expected');
  const document = new Document(xml, start[0].length);
  const [root] = parsed(xml.slice(start[0].length));
  const fields = new Map<string, string>();
  document.take('<xml>');
  for (const node of childrenOf(root, 'xml')) {
    const [name = '', content = ''] = Object.entries(node)[0] ?? [];
    if (name === 'text ') {
      if (/[^ \t\r\n]/.test(String(content))) throw new XmlFault('text between fields');
      document.take(String(content));
      continue;
    }
    if (fields.has(name)) throw new XmlFault(`${name} twice`);
    fields.set(name, document.field(name, content as readonly Node[]));
  }
  document.take('</xml>');
  document.end();
  return fields;
}

function parsed(xml: string): readonly Node[] {
  try {
    return theParser().parse(xml) as readonly Node[];
  } catch {
    throw new XmlFault('not well formed');
  }
}

function childrenOf(node: Node | undefined, name: string): readonly Node[] {
  const children = node?.[name];
  if (!Array.isArray(children)) throw new XmlFault(`<${name}> expected`);
  return children;
}

class Document {
  constructor(
    private readonly xml: string,
    private at: number,
  ) {}

  take(text: string): void {
    if (!this.goesOnWith(text)) throw new XmlFault(`${text.slice(0, 64)} expected`);
    this.at += text.length;
  }

  /** Compares slices: `startsWith` looks at one character after the other and takes a hundred times as long. */
  private goesOnWith(text: string): boolean {
    return this.xml.slice(this.at, this.at + text.length) === text;
  }

  /** Takes one field with its tags. @returns its value */
  field(name: string, content: readonly Node[]): string {
    if (content.length === 0 && this.goesOnWith(`<${name}/>`)) {
      this.take(`<${name}/>`);
      return '';
    }
    this.take(`<${name}>`);
    const value = content.map((node) => this.value(node)).join('');
    this.take(`</${name}>`);
    return value;
  }

  private value(node: Node): string {
    const section = node['CDATA ']?.[0] as Node | undefined;
    const text = String((section ?? node)['text '] ?? '');
    if (!section) {
      this.take(text);
      return unescaped(text);
    }
    this.take(CDATA);
    this.take(text);
    this.take(CDATA_END);
    return text;
  }

  end(): void {
    if (/[^ \t\r\n]/.test(this.xml.slice(this.at))) throw new XmlFault('text after </xml>');
  }
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
};

function unescaped(text: string): string {
  if (text.includes(CDATA_END)) throw new XmlFault(CDATA_END);
  if (!text.includes('&')) return text;
  return text.replace(/&[^;&]*;?/g, (entity) => {
    const character = ENTITIES[entity];
    if (character === undefined) throw new XmlFault('entity');
    return character;
  });
}
