import fc from 'fast-check';
import { Simulation } from './simulation';

beforeEach(() => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  // The jitter of repetitions: with it the same seed would not give the same course.
  jest.spyOn(Math, 'random').mockReturnValue(0.5);
});
afterEach(() => jest.restoreAllMocks());

const NUMBERS = 40;

/** Clocks of three instances and of the database, all within this of the true time. */
const skews = (mostMs: number) =>
  fc.tuple(...Array.from({ length: 4 }, () => fc.constantFrom(-mostMs, 0, mostMs))).map((values) => [...values]);

it.each([0, 5, 30, 90, 300])(
  'frees no number that is paid and notifies nothing false with clocks up to %d s apart',
  async (seconds) => {
    await fc.assert(
      fc.asyncProperty(fc.integer(), skews(seconds * 1000), async (seed, clocks) => {
        const simulation = new Simulation(seed, clocks);
        await simulation.live(NUMBERS);
        expect(simulation.falsehoods).toEqual([]);
      }),
      { numRuns: 6, endOnFailure: true },
    );
  },
  120_000,
);
