import { createRequire } from 'node:module';
import fc from 'fast-check';
import { XMLValidator } from 'fast-xml-parser';
import { type Fields, fromXml, toXml, XmlFault, xmlText } from '../../../../shared/links/apiv2/xml';
import { xmlOf } from './platform';

/** A second reader, from other hands (sax), told to change nothing. It ships no types. */
const second = createRequire(__filename)('xml2js') as {
  parseString(
    xml: string,
    options: object,
    done: (fault: Error | null, read: { xml: Record<string, string> }) => void,
  ): void;
};

function readBySecond(xml: string): Record<string, string> {
  let fields = {};
  second.parseString(xml, { explicitArray: false, trim: false, normalize: false, async: false }, (fault, read) => {
    if (fault) throw fault;
    fields = read.xml;
  });
  return { ...fields };
}

/** Pieces of XML, brackets and spaces in places where they hurt. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(']]>', '<![CDATA[', '</receivers>', '<sign>', '&amp;', '&#13;', '&', ' ', '\t', '-->'),
      fc.string({ unit: 'binary' }),
      fc.constantFrom('分给商户', '😀', '"', "'"),
    ),
    { maxLength: 8 },
  )
  .map((pieces) => pieces.join(''))
  .filter((text) => xmlText.test(text));

const name = fc
  .stringMatching(/^[a-z][a-z_]{0,11}$/)
  .filter((given) => given !== 'receiver' && given !== 'receivers' && given !== 'xml');

/** Spaces alone are dropped by the second reader outside CDATA, which says nothing about the first. */
const isKept = (value: string) => value.trim() !== '' || value === '';

describe('writing', () => {
  it('says the same fields to any reader, whatever the values hold', () => {
    fc.assert(
      fc.property(fc.dictionary(name, hostile.filter(isKept), { minKeys: 1 }), (given) => {
        expect(readBySecond(toXml(new Map(Object.entries(given))))).toEqual(given);
      }),
      { numRuns: 500 },
    );
  });

  it('says the same receivers to any reader, `]]>` included', () => {
    fc.assert(
      fc.property(fc.array(hostile), (descriptions) => {
        const receivers = JSON.stringify(descriptions.map((description) => ({ description })));
        const xml = toXml(new Map([['receivers', receivers]]));
        expect(readBySecond(xml)).toEqual({ receivers });
        expect(fromXml(xml)).toEqual(new Map([['receivers', receivers]]));
      }),
      { numRuns: 500 },
    );
  });

  it('puts the JSON text of receivers in CDATA, as the pages ask, and nothing else', () => {
    const fields: Fields = new Map([
      ['description', '1 < 2 & 3 > 2'],
      ['receiver', '{"name":"A&B"}'],
    ]);
    expect(toXml(fields)).toBe(
      '<xml><description>1 &lt; 2 &amp; 3 &gt; 2</description><receiver><![CDATA[{"name":"A&B"}]]></receiver></xml>',
    );
  });
});

describe('reading', () => {
  it('reads what WeChat Pay writes: CDATA, line breaks between fields, a declaration, empty fields', () => {
    const xml = '<?xml version="1.0" encoding="UTF-8"?>\r\n<xml>\r\n<a><![CDATA[x]]></a>\r\n<b/>\n<c></c>\n</xml>\n';
    expect(fromXml(xml)).toEqual(new Map(Object.entries({ a: 'x', b: '', c: '' })));
  });

  it('changes no value: leading zeros, spaces, `true` and escapes stay text', () => {
    const values = { order: '007', wide: ' 1e3 ', flag: 'true', escaped: '&lt;' };
    expect(fromXml(xmlOf(values))).toEqual(new Map(Object.entries(values)));
    expect(fromXml('<xml><a>&lt;&gt;&amp;&quot;&apos;</a></xml>').get('a')).toBe(`<>&"'`);
  });

  it('knows that a carriage return would not survive', () => {
    expect(['a\rb', 'a\r\nb', 'a\nb'].map((value) => xmlText.test(value))).toEqual([false, false, true]);
  });

  const refused: Record<string, string> = {
    'a name that is a trap in JavaScript': '<xml><__proto__>x</__proto__></xml>',
    'a DOCTYPE': '<!DOCTYPE xml><xml><a>1</a></xml>',
    'an external entity': '<!DOCTYPE xml [<!ENTITY e SYSTEM "file:///etc/passwd">]><xml><a>&e;</a></xml>',
    'an entity it does not know': '<xml><a>&e;</a></xml>',
    'an entity that is not closed': '<xml><a>&amp</a></xml>',
    'a numeric reference': '<xml><a>&#x41;</a></xml>',
    'a bare ampersand': '<xml><a>R&D</a></xml>',
    'another root': '<html><body>502</body></html>',
    'a root in capitals': '<XML><a>1</a></XML>',
    'attributes on the root': '<xml version="2"><a>1</a></xml>',
    'attributes on a field': '<xml><a type="b">1</a></xml>',
    'a nested field': '<xml><a><b>1</b></a></xml>',
    'a root in a root': '<xml><xml><a>1</a></xml></xml>',
    'text between fields': '<xml>hello<a>1</a></xml>',
    'a comment': '<xml><!-- 1 --><a>1</a></xml>',
    'a comment in a value': '<xml><a>1<!-- 2 --></a></xml>',
    'a processing instruction': '<xml><?php 1 ?><a>1</a></xml>',
    'a name twice': '<xml><amount>1</amount><amount>2</amount></xml>',
    'tags that cross': '<xml><a>1</b></xml>',
    'a root that is never closed': '<xml><a>1</a>',
    'a field that is never closed': '<xml><a>1',
    'a tag that is cut': '<xml><a>1</a',
    'CDATA that is never closed': '<xml><a><![CDATA[1</a></xml>',
    '`]]>` outside CDATA': '<xml><a>1]]></a></xml>',
    'something after the end': '<xml><a>1</a></xml><xml></xml>',
    'another encoding': '<?xml version="1.0" encoding="GBK"?><xml><a>1</a></xml>',
    'a control character': '<xml><a>\u0000</a></xml>',
    'nothing at all': '',
    'plain text': 'ok',
  };

  it.each(Object.entries(refused))('refuses %s', (_what, xml) => {
    expect(() => fromXml(xml)).toThrow(XmlFault);
  });

  it('refuses every truncation of a good answer', () => {
    const xml = xmlOf({ return_code: 'SUCCESS', receivers: '[{"amount":100}]', sign: 'F'.repeat(64) });
    for (let length = 0; length < xml.length; length += 1) {
      expect(() => fromXml(xml.slice(0, length))).toThrow(XmlFault);
    }
  });

  it('never reads a document otherwise than a second reader does, however it is damaged', () => {
    const good = xmlOf({ return_code: 'SUCCESS', amount: '100', receivers: '[{"description":"a<b"}]' });
    const piece = fc.constantFrom('<', '>', '&', ']]>', '<![CDATA[', '</a>', '<a>', '/', ' ', 'x', '&lt;', '<a/>', '"');
    const damage = fc.record({ at: fc.nat(good.length), length: fc.nat(6), piece });
    let accepted = 0;
    fc.assert(
      fc.property(fc.array(damage, { maxLength: 3 }), (damages) => {
        const xml = damages.reduce(
          (text, { at, length, piece: put }) => text.slice(0, at) + put + text.slice(at + length),
          good,
        );
        let fields: Fields;
        try {
          fields = fromXml(xml);
        } catch (error) {
          expect(error).toBeInstanceOf(XmlFault);
          return;
        }
        accepted += 1;
        expect(XMLValidator.validate(xml)).toBe(true);
        const kept = (entries: Iterable<[string, string]>) => [...entries].filter(([, value]) => isKept(value));
        expect(kept(Object.entries(readBySecond(xml)))).toEqual(kept(fields));
      }),
      { numRuns: 2000 },
    );
    expect(accepted).toBeGreaterThan(100);
  });
});
