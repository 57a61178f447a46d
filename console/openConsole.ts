import { type ConsoleMount, json, jsonRoute, ok, type Route, readInput, route, type SandboxState } from '../sandbox';
import { linkNames } from '../shared/generated/links';
import { CallRecorder } from './callRecorder';
import { Changes } from './changes';
import { DEFAULT_LINK, LinkSetup } from './linkSetup';
import { PageFiles } from './pageFiles';
import { takeSnapshot } from './snapshot';
import { WireRecorder } from './wireRecorder';

/** Where requests to WeChat Pay arrive; the page, the control API and calls of functions travel elsewhere. */
const isWire = ({ path }: Route): boolean => !/^\/(console|_sandbox|call|http|$)/.test(path);

/** @param functionsDir absolute */
export function openConsole(state: SandboxState, functionsDir: string): ConsoleMount {
  const changes = new Changes();
  const recorder = new CallRecorder(() => changes.touch());
  const wire = new WireRecorder(state, recorder);
  const files = new PageFiles();
  let attached: LinkSetup | undefined;
  const setup = (): LinkSetup => {
    if (!attached) throw new Error('the console is asked before the sandbox runs');
    return attached;
  };
  const announced = (served: Route): Route => ({
    ...served,
    answer: async (request) => {
      const response = await served.answer(request);
      if (request.method !== 'GET') changes.touch();
      return response;
    },
  });
  const page = () => files.page();
  // On a running clock money moves without a request.
  state.bank.on('settled', () => changes.touch());
  return {
    watch: recorder,
    record: (routes, senderOf) =>
      routes.map((served) => announced(isWire(served) ? wire.record(served, senderOf) : served)),
    attach: (sandbox) => {
      attached = new LinkSetup(sandbox);
    },
    routes: [
      route(undefined, '/', 'the console', page),
      route(undefined, '/console', 'the console', page),
      route(undefined, '/console/page.css', 'the style of the page', () => files.style()),
      route(undefined, '/console/page.js', 'the script of the page', () => files.script()),
      route(undefined, '/console/icon.svg', 'the icon of the page', () => files.icon()),
      route(undefined, '/console/events', 'a stream of events: something has changed', () => changes.stream()),
      route(undefined, '/console/snapshot', 'everything the page shows', () =>
        json(200, takeSnapshot(state, recorder, setup().view, functionsDir)),
      ),
      route(undefined, '/console/calls/{id}', 'one call in full', ({ params: { id } }) => {
        const found = recorder.detail(id);
        return found ? json(200, found) : json(404, { error: `no call ${id}` });
      }),
      jsonRoute('POST', '/console/link', 'sets the functions up for a link: {link, locale}', async (_, body) => {
        const { link = DEFAULT_LINK, locale = 'zh-CN' } = readInput(body, { link: linkNames, locale: ['zh-CN', 'en'] });
        return ok(await setup().switchTo(link, locale));
      }),
    ],
  };
}
