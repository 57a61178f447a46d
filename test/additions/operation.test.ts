import { readFileSync } from 'node:fs';
import { CopyOfTheTree } from './CopyOfTheTree';

/** A made-up read operation of ordinary providers: the query of what is left to share, under another name. */
const schema = () => ({
  ...JSON.parse(readFileSync('schemas/operations/profitSharingOrderAmountQuery.json', 'utf8')),
  name: 'profitSharingReceiverQuery',
  order: 14,
  links: { protocol: 'v3', scope: 'ordinary' },
});

const BILL = '  profitSharingBill: bill,\n';
const route = `  profitSharingReceiverQuery: {
    method: 'GET',
    path: '/v3/profitsharing/receivers',
    toWire: () => ({}),
    fromWire: mapCommon,
  },
`;

let copy: CopyOfTheTree;
beforeAll(() => {
  copy = new CopyOfTheTree();
});
afterAll(() => copy.remove());

test('a new operation is its schema and one route; what is missing is asked for by name, as is a route taken away', () => {
  copy.write('schemas/operations/profitSharingReceiverQuery.json', JSON.stringify(schema()));
  copy.generate();
  copy.replace('shared/links/ecommerce/index.ts', BILL, '  // taken away\n');
  const missing = copy.compilerErrors().filter((error) => error.includes(' is missing in type '));
  expect(missing).toEqual([
    expect.stringMatching(/^shared\/links\/apiv3\/index\.ts.*'profitSharingReceiverQuery' is missing/),
    expect.stringMatching(/^shared\/links\/ecommerce\/index\.ts.*'profitSharingBill' is missing/),
    expect.stringMatching(/^test\/conformance\/conforms\.ts.*'profitSharingReceiverQuery' is missing/),
  ]);

  copy.replace('shared/links/ecommerce/index.ts', '  // taken away\n', BILL);
  // The only file by hand in shared/ and client/.
  copy.replace('shared/links/apiv3/index.ts', BILL, BILL + route);
  const scenario = '      profitSharingMerchantRatioQuery: () => ({}),\n';
  copy.replace('test/conformance/conforms.ts', scenario, `${scenario}      profitSharingReceiverQuery: () => ({}),\n`);
  expect(copy.compilerErrors()).toEqual([]);
});

test('an operation that the sandbox has no address for fails the suite of its link, by name', () => {
  expect(copy.conformanceFailures('apiv3', 'ReceiverQuery arrives')).toEqual([
    expect.stringMatching(/profitSharingReceiverQuery arrives at WeChat Pay/),
  ]);
});
