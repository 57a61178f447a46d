import type { Variable } from '../../shared/generated/config';
import { type FunctionSettings, speaksV3 } from './functionSettings';

const PRIVATE_KEY = 'WECHATPAY_MCH_PRIVATE_KEY';
const PUBLIC_KEY = 'WECHATPAY_PUBLIC_KEY';

/**
 * The variables a function reads on a link; nobody is given a key that it has no use for.
 * @param has whether a variable is set, be it by a PEM file
 */
export function variablesOf(
  { kind }: FunctionSettings,
  link: string,
  variables: readonly Variable[],
  has: (name: string) => boolean,
): Variable[] {
  // Notifications are in the format of v3 wherever they come from.
  const road = kind === 'notify' && !speaksV3(link) ? 'apiv3' : link;
  return variables.filter(({ name, type, links }) => {
    if (!links.includes(road)) return false;
    // API v2 asks for the merchant's certificate where money moves, and nowhere else.
    if (road === 'apiv2' && type === 'pem') return kind === 'money';
    // Anybody can reach this one: with WeChat Pay's public key it verifies without a key of the merchant.
    if (kind === 'notify' && name === PRIVATE_KEY) return !(has(PUBLIC_KEY) && has(`${PUBLIC_KEY}_ID`));
    return true;
  });
}
