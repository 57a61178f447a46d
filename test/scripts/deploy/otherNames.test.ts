import { buildExamples } from '../../../examples/buildExamples';
import { onApiv3, onCloudpay } from './project';
import { useCloud } from './useCloud';

const stage = useCloud();

it('a second merchant number gets functions of its own beside those of the first', async () => {
  await stage.deploy(['--only', 'profitSharingQuery', ...stage.project.variables(onCloudpay)]);
  const before = JSON.stringify(stage.found('profitSharingQuery'));
  const args = ['--prefix', 'shopB_', '--only', 'profitSharingQuery,profitSharingNotify'];
  const { done, output } = await stage.deploy([...args, ...stage.project.variables(onApiv3)]);
  expect(done).toBe(true);
  expect(output).toContain('+ shopB_profitSharingQuery: create');
  expect([...stage.api.functions.byName.keys()].sort()).toEqual([
    'profitSharingQuery',
    'shopB_profitSharingNotify',
    'shopB_profitSharingQuery',
  ]);
  expect(stage.variablesOf('shopB_profitSharingQuery')).toMatchObject({ PROFIT_SHARING_LINK: 'apiv3' });
  expect(JSON.stringify(stage.found('profitSharingQuery'))).toBe(before);
  expect(stage.api.gateway.routes).toMatchObject([
    { Path: '/shopB_profitSharingNotify', Name: 'shopB_profitSharingNotify' },
  ]);
  expect((await stage.deploy([...args, ...stage.project.variables(onApiv3)])).output).toContain('Nothing to do.');
});

it.each(['1shop', 'shop b', 'shop/', 'a'.repeat(21)])('%j is no prefix', async (prefix) => {
  const { done, output } = await stage.deploy(['--prefix', prefix, ...stage.project.variables(onCloudpay)]);
  expect(done).toBe(false);
  expect(output).toContain('--prefix');
  expect(stage.api.changes).toEqual([]);
});

it('the example shop comes along with --examples: functions, timer, variable and collection', async () => {
  await buildExamples();
  const variables = { ...onCloudpay, PROFIT_SHARING_LEDGER: 'off', SHOP_ADMIN_OPENIDS: 'oAdministrator' };
  const args = ['--examples', '--only', 'orders,shareDue', ...stage.project.variables(variables)];
  const { done, output } = await stage.deploy(args);
  expect(done).toBe(true);
  expect(stage.found('shareDue')).toMatchObject({ Timeout: 60, Triggers: [{ TriggerName: 'everyMinute' }] });
  expect(stage.variablesOf('orders')).toEqual({ SHOP_ADMIN_OPENIDS: 'oAdministrator' });
  expect(stage.filesOf('orders').sort()).toEqual(['config.json', 'index.js', 'package.json']);
  expect(stage.found('orders').installs).toBe(true);
  expect([...stage.api.tables.keys()]).toEqual(['shop_orders']);
  expect(output).not.toContain('oAdministrator');
  expect((await stage.deploy(args)).output).toContain('Nothing to do.');
});
