import type { RunWatch } from '../sandbox/cloudbase/invocations';
import { json } from '../sandbox/http/httpResponse';
import type { Incoming, Route } from '../sandbox/http/listen';
import { BadInput, readInput } from '../sandbox/http/readInput';
import type { Sandbox } from '../sandbox/server';
import { parsed } from '../sandbox/wechatpay/wires/fieldChecks';
import type { World } from '../sandbox/world';
import { CallBook } from './callBook';
import { Changes } from './changes';
import { PageFiles } from './pageFiles';
import { Road } from './road';
import { takeSnapshot } from './snapshot';
import { type SenderOf, Wiretap } from './wiretap';

const links = ['cloudpay', 'cloudrun', 'apiv2', 'apiv3', 'ecommerce', 'brand'] as const;

/** Where requests to WeChat Pay arrive; what is ours, and calls of functions, travel elsewhere. */
const isWire = ({ path }: Route): boolean => !/^\/(console|_sandbox|call|http|$)/.test(path);

/** The page for people, and the ears it needs in the sandbox. */
export interface Console {
  readonly watch: RunWatch;
  /** The addresses of the page itself. */
  readonly routes: readonly Route[];
  /** The same addresses, listened at; what changes there is told to open pages. */
  overhear(routes: readonly Route[], senderOf: SenderOf): Route[];
  /** Once the sandbox runs, and before the page is asked for. */
  attach(sandbox: Sandbox): void;
}

async function takeRoad(road: Road, { body }: Incoming) {
  try {
    const input = readInput(parsed(body.toString('utf8')), { link: links, locale: ['zh-CN', 'en'] });
    return json(200, await road.take(input.link ?? 'cloudpay', input.locale ?? 'zh-CN'));
  } catch (error) {
    if (error instanceof BadInput) return json(400, { error: error.message, field: error.field });
    throw error;
  }
}

/** @param functionsDir absolute */
export function openConsole(world: World, functionsDir: string): Console {
  const changes = new Changes();
  const book = new CallBook(() => changes.touch());
  const wiretap = new Wiretap(world, book);
  const files = new PageFiles();
  let attached: Road | undefined;
  const road = (): Road => {
    if (!attached) throw new Error('the console is asked before the sandbox runs');
    return attached;
  };
  const told = (route: Route): Route => ({
    ...route,
    answer: async (request) => {
      const delivery = await route.answer(request);
      if (request.method !== 'GET') changes.touch();
      return delivery;
    },
  });
  const detail = ({ rest: id }: Incoming) => {
    const found = book.detail(id);
    return found ? json(200, found) : json(404, { error: `no call ${id}` });
  };
  const page = { shown: 'GET / (the console)', answer: () => files.page() };
  return {
    watch: book,
    overhear: (routes, senderOf) => routes.map((route) => told(isWire(route) ? wiretap.on(route, senderOf) : route)),
    attach: (sandbox) => {
      attached = new Road(sandbox);
    },
    routes: [
      { path: '/', ...page },
      { path: '/console', ...page },
      { path: '/console/page.css', shown: 'GET /console/page.css', answer: () => files.style() },
      { path: '/console/page.js', shown: 'GET /console/page.js', answer: () => files.script() },
      { path: '/console/icon.svg', shown: 'GET /console/icon.svg', answer: () => files.icon() },
      { path: '/console/events', shown: 'GET /console/events', answer: () => changes.stream() },
      {
        path: '/console/snapshot',
        shown: 'GET /console/snapshot',
        answer: () => json(200, takeSnapshot(world, book, road().view, functionsDir)),
      },
      { path: '/console/calls/', shown: 'GET /console/calls/<id>', answer: detail },
      {
        method: 'POST',
        path: '/console/road',
        shown: 'POST /console/road {link, locale}',
        answer: (request) => takeRoad(road(), request),
      },
    ],
  };
}
