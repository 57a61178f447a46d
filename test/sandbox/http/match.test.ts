import * as fc from 'fast-check';
import { type Address, distinct, matchRoute } from '../../../sandbox/http/match';

const routes: readonly (Address & { readonly name: string })[] = [
  { name: 'below', path: '/v3/*' },
  { name: 'order', method: 'GET', path: '/v3/orders/{number}' },
  { name: 'unfreeze', method: 'GET', path: '/v3/orders/unfreeze' },
  { name: 'amounts', method: 'GET', path: '/v3/orders/{number}/amounts/{kind}' },
  { name: 'any method', path: '/console' },
];

const found = (method: string, path: string) => {
  const match = matchRoute(routes, method, path);
  return match && [match.route.name, match.params];
};

describe('the route of a request', () => {
  it('is the fixed path before a name, and a name before everything below', () => {
    expect(found('GET', '/v3/orders/unfreeze')).toEqual(['unfreeze', {}]);
    expect(found('GET', '/v3/orders/A')).toEqual(['order', { number: 'A' }]);
    expect(found('GET', '/v3/orders/A/B')).toEqual(['below', {}]);
    expect(found('POST', '/v3/orders/A')).toEqual(['below', {}]);
  });

  it('fills in every name of the path, decoded', () => {
    expect(found('GET', '/v3/orders/A%2FB/amounts/rest')).toEqual(['amounts', { number: 'A/B', kind: 'rest' }]);
  });

  it('takes any method where none is named, and no empty name', () => {
    expect(found('DELETE', '/console')).toEqual(['any method', {}]);
    expect(found('GET', '/console/')).toBeUndefined();
    expect(found('GET', '/v3/orders/')).toEqual(['below', {}]);
    expect(found('GET', '/v3')).toBeUndefined();
  });

  it('is found without names where a segment is no percent-encoding', () => {
    expect(found('GET', '/v3/orders/%zz')).toEqual(['order', undefined]);
  });

  it('gives any name back as it was written into the path', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (name) => {
        fc.pre(name !== 'unfreeze');
        expect(found('GET', `/v3/orders/${encodeURIComponent(name)}`)).toEqual(['order', { number: name }]);
      }),
    );
  });
});

it('two routes cannot have one address, whatever they call the names in it', () => {
  expect(() => distinct([...routes, { method: 'GET', path: '/v3/orders/{id}' }])).toThrow('GET /v3/orders/{}');
  expect(distinct([...routes, { method: 'POST', path: '/v3/orders/{id}' }])).toHaveLength(routes.length + 1);
});
