import { json } from './httpResponse';
import type { Incoming, Route } from './listen';

const THIS_MACHINE = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/;

/**
 * Whether a request may come from a page of somebody else. Browsers name the page in Origin on everything but plain
 * reads, and in Sec-Fetch-Site on all (fetch.spec.whatwg.org, w3.org/TR/fetch-metadata); programs send neither. A name
 * that is not this machine's is a page that has its own name resolved to this machine (DNS rebinding).
 */
function isForeign({ headers, method, origin }: Incoming): boolean {
  if (!THIS_MACHINE.test(headers.host ?? '')) return true;
  if (headers.origin !== undefined && headers.origin !== origin) return true;
  return method !== 'GET' && /^(cross-site|same-site)$/.test(String(headers['sec-fetch-site'] ?? ''));
}

/** The same address, closed to web pages from elsewhere: nothing here is locked otherwise. */
export function ownPagesOnly(route: Route): Route {
  return {
    ...route,
    answer: (request) =>
      isForeign(request) ? json(403, { error: 'pages from elsewhere have no business here' }) : route.answer(request),
  };
}
