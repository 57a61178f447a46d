import { replyView, requestView, shortened } from '../../console/format';
import type { HttpResponse } from '../../sandbox/http/httpResponse';
import type { Incoming } from '../../sandbox/http/incoming';

const request = (contentType: string, body: string): Incoming => ({
  method: 'POST',
  path: '/x',
  params: {},
  query: '',
  target: '/x',
  origin: 'http://127.0.0.1',
  connection: '1-2',
  headers: { 'content-type': contentType, host: 'hidden', authorization: `Signature=${'ab'.repeat(32)}` },
  body: Buffer.from(body),
});

const delivery = (cut: HttpResponse['cut'], body = '{"a":1}'): HttpResponse => ({
  status: 200,
  contentType: 'application/json',
  body: Buffer.from(body),
  delayMs: 0,
  cut,
});

describe('a message of a wire', () => {
  it('is laid out one element a line when it is XML', () => {
    const text = '<xml><mch_id>1</mch_id><sign><![CDATA[F0]]></sign></xml>';
    expect(requestView(request('text/xml', text))).toMatchObject({
      kind: 'xml',
      body: '<xml>\n  <mch_id>1</mch_id>\n  <sign><![CDATA[F0]]></sign>\n</xml>',
    });
  });

  it('names the parts of a form, and shows bytes as bytes', () => {
    const part = (name: string, value: string) =>
      `--b\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
    const text = `${part('action', 'wx.wxPayApi')}${part('apiOptions', '\n\u0002wx')}--b--\r\n`;
    expect(requestView(request('multipart/form-data; boundary=b', text))).toMatchObject({
      kind: 'form',
      body: 'name="action"\nwx.wxPayApi\n\nname="apiOptions"\n0x0a027778',
    });
  });

  it('shows who signed, not what would let others sign', () => {
    const { headers } = requestView(request('application/json', '{}'));
    expect(headers).toEqual([
      ['content-type', 'application/json'],
      ['authorization', 'Signature=abababab…ababab'],
    ]);
    expect(shortened('4208450740201411110007820472')).toBe('4208450740201411110007820472');
  });

  it('is nothing when the connection closed, and half when it broke', () => {
    expect(replyView(delivery('before-answer'))).toBeUndefined();
    expect(replyView(delivery('mid-body'))).toMatchObject({ kind: 'text', body: '{"a' });
    expect(replyView(delivery('none'))).toMatchObject({ kind: 'json', body: '{\n  "a": 1\n}' });
  });
});
