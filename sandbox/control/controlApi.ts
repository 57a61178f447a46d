import { type HttpResponse, json } from '../http/httpResponse';
import type { Incoming } from '../http/incoming';
import { distinct, matchRoute } from '../http/match';
import type { Route } from '../http/route';

/** The control API under `/_sandbox`: an index, the routes, and for any other address a 404 with the index. */
export function controlApi(routes: readonly Route[]): readonly Route[] {
  const known = distinct(routes);
  const index = known.map(({ method, path, does }) => ({ route: `${method} ${path}`, does }));
  const answer = (request: Incoming): HttpResponse | Promise<HttpResponse> => {
    const { method } = request;
    const path = request.path.replace(/\/$/, '');
    if (method === 'GET' && path === '/_sandbox') return json(200, { routes: index });
    const found = matchRoute(known, method, path);
    if (!found?.params) return json(404, { error: `no ${method} ${path}`, routes: index });
    return found.route.answer({ ...request, path, params: found.params });
  };
  return [
    { path: '/_sandbox', does: 'the index of the control API', answer },
    { path: '/_sandbox/*', does: 'the control API', answer },
  ];
}
