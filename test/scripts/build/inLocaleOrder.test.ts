import fc from 'fast-check';
import { inLocaleOrder } from '../../../scripts/build/inLocaleOrder';

/** The SDK signs its parameters in this order, and CloudBase checks the signature. */
describe('names are put in the order of localeCompare', () => {
  const letters = '_-0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
  const name = fc.string({ unit: fc.constantFrom(...letters), maxLength: 6 });
  /** Names that differ in little: by case, or by being longer. */
  const similar = fc.string({ unit: fc.constantFrom('a', 'A', 'b', '_', '-', '1'), maxLength: 4 });

  it.each([
    ['any names', name],
    ['names that differ in case or length', similar],
    ['names of any characters', fc.string({ unit: 'binary', maxLength: 4 })],
  ])('%s', (_which, names) => {
    fc.assert(
      fc.property(names, names, (a, b) => Math.sign(inLocaleOrder(a, b)) === Math.sign(a.localeCompare(b))),
      { numRuns: 1000 },
    );
  });

  it('those the SDK sends', () => {
    const sent =
      'action envName wxCloudApiToken tcb_sessionToken sessionToken apiName apiOptions requestData collectionName';
    const headers =
      'Host User-Agent X-TCB-Source X-Client-Timestamp X-SDK-Version content-type X-TCB-Region x-tcb-trace';
    const names = [...sent.split(' '), ...headers.split(' ')];
    expect([...names].sort(inLocaleOrder)).toEqual([...names].sort((a, b) => a.localeCompare(b)));
  });
});
