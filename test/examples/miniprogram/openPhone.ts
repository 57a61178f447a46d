import { resolve } from 'node:path';
import type { As } from '../../../sandbox';
import { ADMIN, type Fields, type Shop } from '../openShop';

/** An administrator's phone with the mini program open. Selectors are `.<component>--<class>`; a page is called `page`. */
export interface Phone {
  /** Opens a page by its address, as `wx.navigateTo` takes it. */
  open(url: string): Promise<void>;
  tap(selector: string, nth?: number): Promise<void>;
  /** The texts of all elements that fit. */
  texts(selector: string): string[];
  /** Everything that can be read on the page. */
  text(): string;
  /** The page on top, without its query. */
  page(): string;
  pullDown(): Promise<void>;
  /** Waits for every call under way, and for what the page makes of it. */
  rest(): Promise<void>;
  /** From now on calls are made as another user, fail, or wait; `undefined` for as they should. */
  calls(how?: { as?: As; fail?: true; until?: Promise<unknown> }): void;
  /** How often the mini program called its function. */
  called(): number;
}

interface Page {
  readonly dom: Dom;
  readonly instance: Record<'onLoad' | 'onShow' | 'onPullDownRefresh', (query?: object) => Promise<void> | undefined>;
  attach(parent: unknown): void;
  detach(): void;
}

interface Dom {
  readonly textContent: string;
  querySelectorAll(selector: string): Iterable<Dom>;
  dispatchEvent(event: object): void;
}

interface Simulate {
  load(path: string, tagName: string, options: { rootPath: string }): string;
  render(id: string): Page;
}

const rootPath = resolve(__dirname, '../../../examples/miniprogram');
// Its types declare globals of a mini program for the whole project.
const simulate: Simulate = require('miniprogram-simulate');
const { wx, document, Event } = globalThis as unknown as {
  wx: Fields;
  document: { body: unknown };
  Event: new (name: string, options: { bubbles: true }) => object;
};

/** Puts the mini program on a phone of an administrator of this shop. */
export function openPhone(shop: Shop, language = 'zh_CN'): Phone {
  const stack: { page: Page; path: string }[] = [];
  const underWay = new Set<Promise<unknown>>();
  let manner: Parameters<Phone['calls']>[0] = {};
  let count = 0;
  const track = <T>(work: Promise<T>): Promise<T> => {
    underWay.add(work);
    const done = () => underWay.delete(work);
    work.then(done, done);
    return work;
  };
  const top = () => {
    const last = stack.at(-1);
    if (!last) throw new Error('no page is open');
    return last;
  };
  const enter = (url: string): void => {
    const [path = '', query = ''] = url.split('?');
    const page = rendered(path.slice(1));
    stack.push({ page, path });
    page.instance.onLoad(Object.fromEntries(new URLSearchParams(query)));
    page.instance.onShow();
  };
  const rest: Phone['rest'] = async () => {
    do {
      await Promise.allSettled(underWay);
      await new Promise((resume) => setTimeout(resume, 0));
    } while (underWay.size > 0);
  };

  Object.assign(wx, {
    getAppBaseInfo: () => ({ language }),
    setNavigationBarTitle: () => undefined,
    stopPullDownRefresh: () => undefined,
    navigateTo: ({ url }: { url: string }) => enter(url),
    navigateBack: () => {
      stack.pop()?.page.detach();
      top().page.instance.onShow();
    },
    cloud: {
      callFunction: ({ name, data }: { name: string; data: Fields }) => {
        count += 1;
        return track(callFunction(name, data, { ...manner }));
      },
    },
  });

  async function callFunction(
    name: string,
    data: Fields,
    { as, fail, until }: NonNullable<typeof manner>,
  ): Promise<Fields> {
    await until;
    if (fail) throw { errCode: -1, errMsg: 'cloud.callFunction:fail Error: timeout' };
    const body = JSON.stringify({ data, as: as ?? { source: 'wx_client', openid: ADMIN } });
    const response = await fetch(`${shop.sandbox.url}/call/${name}`, { method: 'POST', body });
    // Parsed here and not by `json()`, whose arrays are Node's and no arrays to the page.
    const answer: Fields = JSON.parse(await response.text());
    if ('errCode' in answer) throw answer;
    return answer;
  }

  const found = (selector: string): Dom[] => [...top().page.dom.querySelectorAll(selector)];
  return {
    open: async (url) => {
      enter(url);
      await rest();
    },
    rest,
    text: () => top().page.dom.textContent,
    texts: (selector) => found(selector).map(({ textContent }) => textContent.trim()),
    page: () => top().path,
    called: () => count,
    calls: (how = {}) => {
      manner = how;
    },
    pullDown: async () => {
      await top().page.instance.onPullDownRefresh();
      await rest();
    },
    tap: async (selector, nth = 0) => {
      const element = found(selector)[nth];
      if (!element) throw new Error(`nothing to tap at ${selector}: ${top().page.dom.textContent}`);
      const finger = [{ pageX: 0, pageY: 0 }];
      touch(element, 'touchstart', { touches: finger, changedTouches: finger });
      touch(element, 'touchend', { touches: [], changedTouches: finger });
      if (!manner?.until) await rest();
    },
  };
}

function rendered(path: string): Page {
  let id = '';
  // The simulator runs a component's file once per page that uses it, which jest's registry would prevent.
  jest.isolateModules(() => {
    id = simulate.load(resolve(rootPath, path), 'page', { rootPath });
  });
  const page = simulate.render(id);
  page.attach(document.body);
  return page;
}

function touch(element: Dom, name: string, fingers: object): void {
  element.dispatchEvent(Object.assign(new Event(name, { bubbles: true }), fingers));
}
