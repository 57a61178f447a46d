import { readdirSync } from 'node:fs';
import { linkUnderTest } from './links';

it('every link and mode has its run of the suite', () => {
  const runs = readdirSync(__dirname).map((file) => file.replace(/\.test\.ts$/, ''));
  expect(Object.keys(linkUnderTest).filter((name) => !runs.includes(name))).toEqual([]);
});
