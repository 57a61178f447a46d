import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { Transformer } from 'wechatpay-axios-plugin';
import { fromXml, toXml } from '../../../../../sandbox/wechatpay/wires/apiv2/xml';
import { openDesk, ownFields, post, provider, signed } from './desk';

describe('a hostile request', () => {
  const { state, transactionId } = openDesk();
  const query = { mch_id: provider.mchId, nonce_str: 'n', ...ownFields(transactionId).profitSharingOrderAmountQuery };
  const honest = Transformer.toXml(signed(query));
  const send = (body: string | Buffer) => post(state, 'profitSharingOrderAmountQuery', Buffer.from(body));
  const lol = Array.from({ length: 9 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`).join('');
  const wrap = (content: string) => honest.replace('<xml>', `<xml>${content}`);

  it.each<[string, string | Buffer, string]>([
    ['nothing', '', 'post数据为空'],
    ['JSON', JSON.stringify(query), 'XML格式错误'],
    ['another root', honest.replaceAll('xml>', 'html>'), 'XML格式错误'],
    ['two roots', honest + honest, 'XML格式错误'],
    ['half a document', honest.slice(0, -8), 'XML格式错误'],
    ['text after its fields', honest.replace('</xml>', 'more'), 'XML格式错误'],
    ['a closing tag that is another', honest.replace('</mch_id>', '</mchid>'), 'XML格式错误'],
    [
      'an external entity',
      `<!DOCTYPE xml [<!ENTITY e SYSTEM "file:///etc/passwd">]>${wrap('<a>&e;</a>')}`,
      'XML格式错误',
    ],
    ['a billion laughs', `<!DOCTYPE xml [<!ENTITY l0 "lol">${lol}]>${wrap('<a>&l9;</a>')}`, 'XML格式错误'],
    ['a field twice', wrap(`<mch_id>${provider.mchId}</mch_id>`), 'XML格式错误'],
    ['fields inside a field', wrap('<a><b>1</b></a>'), 'XML格式错误'],
    ['ten thousand levels', wrap('<a>'.repeat(10_000) + '</a>'.repeat(10_000)), 'XML格式错误'],
    ['a DOCTYPE that declares nothing', `<!DOCTYPE xml>${honest}`, 'XML格式错误'],
    ['an entity that XML does not have', wrap('<a>&nbsp;</a>'), 'XML格式错误'],
    ['a character that XML cannot hold', wrap('<a>&#0;</a>'), 'XML格式错误'],
    ['an instruction', wrap('<?php echo 1 ?>'), 'XML格式错误'],
    ['text between its fields', wrap('loose'), 'XML格式错误'],
    ['a name objects reserve, with a text', wrap('<__proto__>1</__proto__>'), 'XML格式错误'],
    ['a name objects reserve', wrap('<__proto__><mch_id>1</mch_id></__proto__>'), 'XML格式错误'],
    [
      'GBK',
      Buffer.concat([Buffer.from('<xml><a>'), Buffer.from([0xb7, 0xd6]), Buffer.from('</a></xml>')]),
      '编码格式错误',
    ],
    ['gzip', gzipSync(honest), '编码格式错误'],
    ['an empty list of fields', '<xml></xml>', 'XML格式错误'],
    ['no fields but space', '<xml>\n</xml>', 'XML格式错误'],
  ])('%s is refused and survived', (_, body, reason) => {
    expect(send(body).fields).toEqual({ return_code: 'FAIL', return_msg: reason });
    expect(send(honest).fields.return_code).toBe('SUCCESS');
  });

  it('of ten megabytes is turned away unread', () => {
    const { status, contentType } = send(wrap(`<a>${'x'.repeat(10_000_000)}</a>`));
    expect([status, contentType]).toEqual([413, 'text/html']);
  });

  it('made of random bytes or tags gets an answer, never an exception', () => {
    const tag = fc.constantFrom(
      '<xml>',
      '</xml>',
      '<a>',
      '</a>',
      '<![CDATA[',
      ']]>',
      '&amp;',
      '&#1114112;',
      '<a/>',
      '<',
      '&',
    );
    const soup = fc.array(fc.oneof(tag, fc.string({ unit: 'grapheme' })), { maxLength: 30 });
    fc.assert(
      fc.property(soup, (parts) => send(parts.join('')).fields.return_code === 'FAIL'),
      { numRuns: 500 },
    );
    fc.assert(fc.property(fc.uint8Array(), (bytes) => send(Buffer.from(bytes)).fields.return_code === 'FAIL'));
  });
});

describe('XML', () => {
  it('carries any text there and back, as another reader reads it too', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1 }).filter((value) => !/[\p{Cc}\ufffe\uffff]/u.test(value));
    const fields = fc.dictionary(fc.stringMatching(/^[a-z][a-z_]{0,20}$/), text, { minKeys: 1 });
    fc.assert(
      fc.property(fields, (given) => {
        const xml = toXml(given);
        expect(fromXml(xml)).toEqual({ ...given });
        expect(Transformer.toObject(xml)).toEqual({ ...given });
      }),
    );
  });
});
