import { jsonRoute, ok } from '../../control/jsonRoute';
import type { Route } from '../../http/route';
import { credentialsAsEnv, credentialsOf, namedMerchants } from '../credentials';
import type { WeChatPay } from '../weChatPay';

/** The keys and certificates of merchants, for clients in any language. */
export function credentialRoutes(weChatPay: WeChatPay): readonly Route[] {
  return [
    jsonRoute('GET', '/_sandbox/credentials', 'the merchants that have names', () => ok(namedMerchants)),
    jsonRoute(
      'GET',
      '/_sandbox/credentials/{party}',
      'keys, serial and certificate of a merchant, by name or number, also as the text of a .env file',
      async ({ party }) => {
        const named = Object.hasOwn(namedMerchants, party) ? namedMerchants[party] : undefined;
        const merchant = weChatPay.bank.merchant(named ?? party);
        if (!merchant) return { status: 404, body: { error: `no merchant ${party}`, known: namedMerchants } };
        const [appid] = merchant.appids;
        const held = await credentialsOf(weChatPay, merchant.mchId);
        return ok({ ...held, ...(appid !== undefined && { appid }), env: credentialsAsEnv(held, appid) });
      },
    ),
  ];
}
