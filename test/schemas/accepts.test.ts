import fc from 'fast-check';
import { readSchemas } from '../../scripts/generate/readSchemas';
import { operations } from '../../shared/generated/operations';

const documented = readSchemas(process.cwd()).operations;

/** Just within the limits of the contract, and just beyond them. */
const lengths = [10, 11, 32, 33, 64, 65, 80, 81, 1024, 1025].map((length) => '7'.repeat(length));
const oddities = [...lengths, undefined, null, '', '中', 'a b', '7', 0, 1, 1.5, -1, true, [], {}, [[]], [{}]];

/** A value somewhere in a request, or a field it never had, replaced. */
type Change = { readonly at: number; readonly by: unknown };

const changes: fc.Arbitrary<Change[]> = fc.array(
  fc.record({
    at: fc.nat(60),
    by: fc.oneof(fc.constantFrom(...oddities, 'PERSONAL_SUB_OPENID', 'CUSTOM'), fc.string()),
  }),
  { maxLength: 3 },
);

function changed(request: unknown, change: Change): unknown {
  const copy = structuredClone(request);
  const places: [object, string][] = [];
  const look = (value: unknown) => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, below] of Object.entries(value)) {
      places.push([value, key]);
      look(below);
    }
    if (!Array.isArray(value)) places.push([value, 'brand_new'], [value, 'sub_appid'], [value, 'order_id']);
  };
  look(copy);
  const [object, key] = places[change.at % places.length] ?? [{}, ''];
  Object.assign(object, { [key]: change.by });
  return copy;
}

// Two programs are compiled of every request schema: a short one that answers, and a long one that explains.
test.each(operations.map((operation) => [operation.name, operation] as const))(
  '%s lets a request pass if and only if there is nothing to say against it',
  (name, operation) => {
    const examples = documented.find((candidate) => candidate.name === name)?.examples ?? [];
    const whole = fc.constantFrom(
      ...examples.map(({ request }) => ({ nonce_str: 'n', ...operation.constants, ...request })),
    );
    const passed = new Set<boolean>();
    const agree = (request: unknown) => {
      expect(operation.accepts(request)).toBe(operation.checkRequest(request));
      passed.add(operation.accepts(request));
    };
    fc.assert(
      fc.property(whole, changes, (request, made) => agree(made.reduce(changed, request))),
      { numRuns: 1000 },
    );
    fc.assert(fc.property(fc.anything(), agree));
    expect(passed.size).toBe(2);
  },
);
