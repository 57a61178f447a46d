import fc from 'fast-check';
import type { UnknownFields } from '../../../../shared/contract';
import { apiv3 } from '../../../../shared/links/apiv3';
import { brand } from '../../../../shared/links/brand';
import { ecommerce } from '../../../../shared/links/ecommerce';
import { firstKey, publicKey, secondKey } from '../../wechatpay/keys';
import { decrypted, recording } from './mirror';
import { certificates, type Provider, startProvider } from './provider';
import { certificateMode, config, send, shareRequest } from './setting';

const links = { apiv3, ecommerce, brand };
const named = (name: string | undefined, account: string): UnknownFields => ({
  type: 'MERCHANT_ID',
  account,
  amount: 1,
  description: 'd',
  ...(name !== undefined && { name }),
});

describe.each(Object.keys(links) as (keyof typeof links)[])('%s', (link) => {
  const nameKey = link === 'ecommerce' ? 'receiver_name' : 'name';

  test('encrypts every name of a mixed list, whatever their order, and touches nothing of the caller', async () => {
    const { requests, send: transport } = recording(() => ({}));
    const linkUnderTest = links[link](config({ link }), transport);
    const someNames = fc.array(
      fc.option(fc.constantFrom('张三', '示例商户全称', 'Müller & Söhne'), { nil: undefined }),
      {
        minLength: 1,
        maxLength: 6,
      },
    );
    await fc.assert(
      fc.asyncProperty(someNames, async (names) => {
        requests.length = 0;
        const list = names.map((name, index) => Object.freeze(named(name, `100${index}`)));
        await send(
          linkUnderTest,
          'multiProfitSharing',
          Object.freeze({ ...shareRequest, receivers: Object.freeze(list) }),
        );
        const [request] = requests;
        const sent = JSON.parse(request?.body ?? '').receivers as UnknownFields[];
        expect(sent.map((item) => (nameKey in item ? decrypted(item[nameKey]) : undefined))).toEqual(names);
        for (const name of names) if (name !== undefined) expect(request?.body).not.toContain(name);
        expect(request?.headers['wechatpay-serial']).toBe(publicKey.serial);
      }),
      { numRuns: 30 },
    );
  });

  test('never encrypts one name twice the same way', async () => {
    const { requests, send: transport } = recording(() => ({}));
    await send(links[link](config({ link }), transport), 'profitSharing', {
      ...shareRequest,
      receivers: [named('张三', '1001'), named('张三', '1002')],
    });
    const [one, two] = JSON.parse(requests[0]?.body ?? '').receivers as UnknownFields[];
    expect(one?.[nameKey]).not.toBe(two?.[nameKey]);
  });
});

test.each<[keyof typeof links, string, string, boolean]>([
  ['apiv3', 'MERCHANT_ID', 'name', true],
  ['apiv3', 'PERSONAL_OPENID', 'name', true],
  ['ecommerce', 'MERCHANT_ID', 'name', false],
  ['ecommerce', 'PERSONAL_OPENID', 'encrypted_name', true],
  ['brand', 'MERCHANT_ID', 'name', false],
])('adding a receiver on %s: the name of a %s is %s, encrypted: %s', async (link, type, field, encrypted) => {
  const { requests, send: transport } = recording(() => ({}));
  const receiver = { type, account: '86693852', name: '示例商户全称', relation_type: 'SUPPLIER' };
  await send(links[link](config({ link }), transport), 'profitSharingAddReceiver', { receiver });
  const wire = JSON.parse(requests[0]?.body ?? '') as UnknownFields;
  expect(encrypted ? decrypted(wire[field]) : wire[field]).toBe('示例商户全称');
  expect(Object.keys(wire).filter((key) => key.endsWith('name'))).toEqual([field]);
});

describe('with platform certificates', () => {
  let provider: Provider | undefined;
  afterEach(() => provider?.close());

  test('names the certificate that encrypted, and names none when nothing was encrypted', async () => {
    provider = await startProvider(({ target }) => ({
      body: target === '/v3/certificates' ? certificates([firstKey]) : {},
    }));
    const linkUnderTest = apiv3(certificateMode({ baseUrl: provider.url }));
    await send(linkUnderTest, 'profitSharing', { ...shareRequest, receivers: [named('张三', '1001')] });
    await send(linkUnderTest, 'profitSharing', shareRequest);
    const person = { type: 'PERSONAL_OPENID', account: 'o1', relation_type: 'SUPPLIER' };
    await send(ecommerce(certificateMode({ baseUrl: provider.url })), 'profitSharingAddReceiver', { receiver: person });
    const serials = provider.seen.map(({ target, headers }) => [target, headers['wechatpay-serial']]);
    expect(serials).toEqual([
      ['/v3/certificates', undefined],
      ['/v3/profitsharing/orders', firstKey.serial],
      ['/v3/profitsharing/orders', undefined],
      ['/v3/certificates', undefined],
      ['/v3/ecommerce/profitsharing/receivers/add', undefined],
    ]);
  });

  test('encrypts with the newest certificate once WeChat Pay has rotated', async () => {
    const keys = [firstKey, secondKey];
    provider = await startProvider(({ target }) => ({
      body: target === '/v3/certificates' ? certificates(keys) : {},
    }));
    const linkUnderTest = apiv3(certificateMode({ baseUrl: provider.url }));
    const sent = await send(linkUnderTest, 'profitSharing', { ...shareRequest, receivers: [named('张三', '1001')] });
    expect(sent.kind).toBe('answer');
    expect(provider.seen.at(-1)?.headers['wechatpay-serial']).toBe(secondKey.serial);
  });
});
