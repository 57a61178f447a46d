import { functionSettings } from '../../scripts/deploy/functionSettings';
import { variablesOf } from '../../scripts/deploy/variablesOf';
import { readSchemas } from '../../scripts/generate/readSchemas';
import { variables } from '../../shared/generated/config';
import { type LinkName, linkNames } from '../../shared/generated/links';
import { DoctorFixture } from '../scripts/doctor/doctorFixture';
import { answer, DAY, OWN_KEYS, reconcileFixture } from '../shared/reconcile/reconcileFixture';

/**
 * What is asked of a link that was just added as a copy of ecommerce. Becomes a test in a copy of the tree: see
 * link.test.ts.
 */
const added = linkNames.at(-1) as LinkName;

beforeEach(() => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
});
afterEach(() => jest.restoreAllMocks());

test('deploy gives it the functions of ecommerce, reconciliation and notifications among them, and their variables', () => {
  const { operations, links } = readSchemas(process.cwd());
  const deployed = functionSettings(process.cwd(), operations, links);
  const on = (link: string) =>
    deployed
      .filter((one) => one.links.includes(link))
      .map((one) => [one.name, variablesOf(one, link, variables, () => true).map(({ name }) => name)]);
  expect(on(added)).toEqual(on('ecommerce'));
  const names = on(added).map(([name]) => name);
  expect(names).toEqual(expect.arrayContaining(['profitSharingReconcile', 'profitSharingNotify']));
});

test('its payments stay frozen for 180 days, and its bills are compared', async () => {
  const fixture = reconcileFixture(added, OWN_KEYS);
  fixture.answers = () => answer({ result_code: 'FAIL', err_code: 'NO_STATEMENT_EXIST' });
  await fixture.share('S1', { state: 'settled' }, [100], '42');
  fixture.clock.now += 176 * DAY;
  expect(await fixture.run()).toMatchObject({ report: { warnings: 0 } });
  fixture.clock.now += DAY;
  expect(await fixture.run()).toMatchObject({ warnings: [expect.stringMatching(/\b42\b.*profitSharingFinish/)] });
  expect(fixture.asked.map(({ operation }) => operation)).toContain('profitSharingBill');
});

test('the doctor asks WeChat Pay over it', async () => {
  const doctor = await DoctorFixture.open();
  const run = doctor.check(added, { files: await doctor.certificateOf('ecommerce') });
  const { complaints, checked } = await run.finally(() => doctor.close());
  expect(complaints).toEqual([]);
  expect(checked).toContain('permission');
});
