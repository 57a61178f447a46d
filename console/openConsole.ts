import { type ConsoleMount, json, jsonRoute, ok, type Route, readInput, route, type SandboxState } from '../sandbox';
import { linkNames } from '../shared/generated/links';
import { CallBook } from './callBook';
import { Changes } from './changes';
import { PageFiles } from './pageFiles';
import { DEFAULT_LINK, Road } from './road';
import { takeSnapshot } from './snapshot';
import { Wiretap } from './wiretap';

/** Where requests to WeChat Pay arrive; the page, the control API and calls of functions travel elsewhere. */
const isWire = ({ path }: Route): boolean => !/^\/(console|_sandbox|call|http|$)/.test(path);

/** @param functionsDir absolute */
export function openConsole(world: SandboxState, functionsDir: string): ConsoleMount {
  const changes = new Changes();
  const book = new CallBook(() => changes.touch());
  const wiretap = new Wiretap(world, book);
  const files = new PageFiles();
  let attached: Road | undefined;
  const road = (): Road => {
    if (!attached) throw new Error('the console is asked before the sandbox runs');
    return attached;
  };
  const told = (served: Route): Route => ({
    ...served,
    answer: async (request) => {
      const delivery = await served.answer(request);
      if (request.method !== 'GET') changes.touch();
      return delivery;
    },
  });
  const page = () => files.page();
  return {
    watch: book,
    record: (routes, senderOf) => routes.map((served) => told(isWire(served) ? wiretap.on(served, senderOf) : served)),
    attach: (sandbox) => {
      attached = new Road(sandbox);
    },
    routes: [
      route(undefined, '/', 'the console', page),
      route(undefined, '/console', 'the console', page),
      route(undefined, '/console/page.css', 'the style of the page', () => files.style()),
      route(undefined, '/console/page.js', 'the script of the page', () => files.script()),
      route(undefined, '/console/icon.svg', 'the icon of the page', () => files.icon()),
      route(undefined, '/console/events', 'a stream of events: something has changed', () => changes.stream()),
      route(undefined, '/console/snapshot', 'everything the page shows', () =>
        json(200, takeSnapshot(world, book, road().view, functionsDir)),
      ),
      route(undefined, '/console/calls/{id}', 'one call in full', ({ params: { id } }) => {
        const found = book.detail(id);
        return found ? json(200, found) : json(404, { error: `no call ${id}` });
      }),
      jsonRoute('POST', '/console/road', 'sets the functions up for a link: {link, locale}', async (_, body) => {
        const { link = DEFAULT_LINK, locale = 'zh-CN' } = readInput(body, { link: linkNames, locale: ['zh-CN', 'en'] });
        return ok(await road().take(link, locale));
      }),
    ],
  };
}
