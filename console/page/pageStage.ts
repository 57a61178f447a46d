import type { LinkName } from '../../shared/generated/links';
import type { Stage } from '../scenario/stage';
import type { Payee } from '../views';
import { callFunction, control, switchLink } from './ask';
import { freshNumber } from './numbers';

function payeeOf(payees: readonly Payee[], type: Payee['type']): Payee {
  const found = payees.find((payee) => payee.type === type);
  if (!found) throw new Error(`no receiver of type ${type} may be paid`);
  return found;
}

/** The scenario's stage in a browser: the functions are set up for the link, and called through the sandbox. */
export async function openPageStage(link: LinkName, locale: string, payees: readonly Payee[]): Promise<Stage> {
  const { order, appid } = await switchLink(link, locale);
  return {
    order,
    appid,
    supplier: payeeOf(payees, 'MERCHANT_ID'),
    person: payeeOf(payees, 'PERSONAL_OPENID'),
    backend: (operation, data) => callFunction(operation, data),
    client: (operation, data) => callFunction(operation, data, 'client'),
    control,
    number: freshNumber,
  };
}
