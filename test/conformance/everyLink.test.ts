import { readdirSync } from 'node:fs';
import { linkNames } from '../../shared/generated/links';
import { linksUnderTest, linkUnderTest } from './links';

it('every link of the table is under test', () => {
  const tested = linksUnderTest.map(({ link }) => link);
  expect(linkNames.filter((name) => !tested.includes(name))).toEqual([]);
});

it('every link and mode has its run of the suite', () => {
  const runs = readdirSync(__dirname).map((file) => file.replace(/\.test\.ts$/, ''));
  expect(Object.keys(linkUnderTest).filter((name) => !runs.includes(name))).toEqual([]);
});
