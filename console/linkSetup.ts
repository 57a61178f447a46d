import { parties, type Sandbox } from '../sandbox';
import { type LinkName, linkNames } from '../shared/generated/links';
import { localeSetting, merchantSetup, notificationKeys } from './merchantSetup';
import type { LinkSetupView, Payee } from './views';

/** In force until the page chooses another. */
export const [DEFAULT_LINK] = linkNames as readonly [LinkName, ...LinkName[]];

const NOTIFY_FUNCTION = 'profitSharingNotify';

const [supplier, distributor] = parties.receivers;
const [person] = parties.people;

/** Who may be paid from the page. */
export const payees: readonly Payee[] = [
  { type: 'MERCHANT_ID', account: supplier.mchId, name: supplier.name },
  { type: 'MERCHANT_ID', account: distributor.mchId, name: distributor.name },
  { type: 'PERSONAL_OPENID', account: person.openid, name: person.name },
];

/**
 * Sets the functions up for one link, as a merchant would, and has WeChat Pay's notifications sent to them. The same link
 * in the same language again changes no variables, so that warm instances live on.
 */
export class LinkSetup {
  #view: LinkSetupView;
  #variables = '';
  #turn: Promise<unknown> = Promise.resolve();

  constructor(private readonly sandbox: Sandbox) {
    const { mchId } = parties.subMerchant;
    this.#view = { link: DEFAULT_LINK, payerMchId: mchId, appid: parties.provider.appid, order: { payerMchId: mchId } };
  }

  get view(): LinkSetupView {
    return this.#view;
  }

  /** One after another, so that the last one asked for is the one in force. */
  switchTo(link: LinkName, locale: 'zh-CN' | 'en'): Promise<LinkSetupView> {
    const switched = this.#turn.then(() => this.#apply(link, locale));
    this.#turn = switched.catch(() => undefined);
    return switched;
  }

  async #apply(link: LinkName, locale: 'zh-CN' | 'en'): Promise<LinkSetupView> {
    const { sandbox } = this;
    const { variables, payer, appid, order } = await merchantSetup(sandbox, link);
    const all = { ...variables, ...localeSetting(locale) };
    if (JSON.stringify(all) !== this.#variables) {
      const keys = await notificationKeys(sandbox, supplier.mchId);
      sandbox.setEnv('*', all);
      sandbox.setEnv(NOTIFY_FUNCTION, keys);
      this.#variables = JSON.stringify(all);
    }
    // An openid belongs to one appid, and every link acts for another; both are forgotten by a reset.
    sandbox.state.bank.setPerson(person.openid, { appid, name: person.name });
    sandbox.notify(supplier.mchId, NOTIFY_FUNCTION);
    this.#view = { link, payerMchId: payer, appid, order };
    return this.#view;
  }
}
