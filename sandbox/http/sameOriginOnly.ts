import { json } from './httpResponse';
import type { Incoming } from './incoming';
import type { Route } from './route';

const THIS_MACHINE = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/;

/**
 * Whether a request may come from a web page of another origin. Browsers name the page in Origin on everything but plain
 * reads, and in Sec-Fetch-Site on all (fetch.spec.whatwg.org, w3.org/TR/fetch-metadata); programs send neither. A host
 * name that is not this machine's is that of a page which has it resolved to this machine (DNS rebinding).
 */
function isForeign({ headers, method, origin }: Incoming, hosts: readonly string[]): boolean {
  const host = headers.host ?? '';
  if (!THIS_MACHINE.test(host) && !hosts.includes(host.replace(/:\d+$/, '').toLowerCase())) return true;
  if (headers.origin !== undefined && headers.origin !== origin) return true;
  return method !== 'GET' && /^(cross-site|same-site)$/.test(String(headers['sec-fetch-site'] ?? ''));
}

/**
 * The same route, closed to web pages of another origin: the sandbox asks no caller for a password.
 * @param hosts the names by which it may be called beside those of this machine, lower case
 */
export function sameOriginOnly(route: Route, hosts: readonly string[] = []): Route {
  return {
    ...route,
    answer: (request) =>
      isForeign(request, hosts)
        ? json(403, { error: 'refused: a web page of another origin asks, or the host name is not allowed' })
        : route.answer(request),
  };
}
