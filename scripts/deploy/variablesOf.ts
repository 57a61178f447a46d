import type { Variable } from '../../shared/generated/config';
import { isLinkName, LINKS, linkNames } from '../../shared/generated/links';
import type { FunctionSettings } from './functionSettings';

const PRIVATE_KEY = 'WECHATPAY_MCH_PRIVATE_KEY';
const PUBLIC_KEY = 'WECHATPAY_PUBLIC_KEY';

/**
 * The variables a function reads on a link; no function is given a key that it has no use for.
 * @param has whether a variable is set, be it by a PEM file
 */
export function variablesOf(
  { kind }: FunctionSettings,
  link: string,
  variables: readonly Variable[],
  has: (name: string) => boolean,
): Variable[] {
  const from = kind === 'notify' ? notifiedAs(link) : link;
  return variables.filter(({ name, type, links }) => {
    if (!links.includes(from)) return false;
    // It reads the database alone, and compares no account.
    if (kind === 'report') return !name.startsWith('WECHATPAY_') && name !== 'PROFIT_SHARING_LEDGER_KEY';
    // API v2 asks for the merchant's certificate where money moves, and nowhere else.
    if (protocolOf(from) === 'v2' && type === 'pem') return kind === 'money';
    // The whole internet can reach this one: with WeChat Pay's public key it verifies without a key of the merchant.
    if (kind === 'notify' && name === PRIVATE_KEY) return !(has(PUBLIC_KEY) && has(`${PUBLIC_KEY}_ID`));
    return true;
  });
}

function protocolOf(link: string) {
  return isLinkName(link) ? LINKS[link].protocol : undefined;
}

/** Shares made over another protocol are notified in the format of API v3 too (v2/partner/4011985282). */
function notifiedAs(link: string): string {
  if (protocolOf(link) === 'v3') return link;
  return linkNames.find((name) => LINKS[name].protocol === 'v3') ?? link;
}
