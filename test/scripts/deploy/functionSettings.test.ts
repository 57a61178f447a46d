import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { functionSettings } from '../../../scripts/deploy/functionSettings';
import { variablesOf } from '../../../scripts/deploy/variablesOf';
import { readSchemas } from '../../../scripts/generate/readSchemas';
import { variables } from '../../../shared/generated/config';
import { routes } from '../../../shared/links/apiv2/routes';

const root = resolve(__dirname, '../../..');
const { operations, links } = readSchemas(root);
const settings = functionSettings(root, operations, links);
const read = (...path: string[]) => JSON.parse(readFileSync(join(root, ...path), 'utf8'));

it('every handler has settings, and nothing else has', () => {
  expect(settings.map(({ name }) => name).sort()).toEqual(readdirSync(join(root, 'cloudfunctions')).sort());
});

it('money gets 20 s, a notification the time WeChat Pay waits, and reconciliation at least a minute', () => {
  const timeouts = Object.fromEntries(settings.map(({ name, timeout }) => [name, timeout]));
  expect(timeouts).toMatchObject({ profitSharing: 20, multiProfitSharing: 20, profitSharingReturn: 20 });
  expect(timeouts.profitSharingNotify).toBeGreaterThanOrEqual(10);
  expect(timeouts.profitSharingReconcile).toBeGreaterThanOrEqual(60);
});

it('on apiv2 the merchant’s certificate goes exactly where the wire presents it', () => {
  const given = settings.filter((one) =>
    variablesOf(one, 'apiv2', variables, () => true).some(({ name }) => name === 'WECHATPAY_MCH_CERT'),
  );
  const presenting = Object.entries(routes).filter(([, { path }]) => path.startsWith('/secapi/'));
  const onApiv2 = given.filter(({ links }) => links.includes('apiv2'));
  expect(onApiv2.map(({ name }) => name).sort()).toEqual(presenting.map(([name]) => name).sort());
});

it('a function that the internet can reach holds the merchant’s private key only without WeChat Pay’s public key', () => {
  const notify = settings.filter(({ kind }) => kind === 'notify');
  const names = (has: boolean) => notify.flatMap((one) => variablesOf(one, 'apiv3', variables, () => has));
  expect(names(true).map(({ name }) => name)).not.toContain('WECHATPAY_MCH_PRIVATE_KEY');
  expect(names(false).map(({ name }) => name)).toContain('WECHATPAY_MCH_PRIVATE_KEY');
});

it.each(settings.map(({ name, triggers }) => [name, triggers] as const))(
  'WeChat DevTools and tcb upload the folder of %s as it is',
  (name, triggers) => {
    const folder = join('dist/cloudfunctions', name);
    const { main, dependencies } = read(folder, 'package.json');
    expect(existsSync(join(root, folder, main))).toBe(true);
    // Nothing to install in the cloud, nothing beside the bundle that was not built.
    expect(dependencies).toBeUndefined();
    expect(existsSync(join(root, folder, 'node_modules'))).toBe(false);
    const config = read(folder, 'config.json');
    expect(config.permissions).toEqual({ openapi: [] });
    expect(config.triggers ?? []).toEqual(triggers);
  },
);

it('tcb is told the same limits and triggers, and no variables that would replace those of a function', () => {
  const { functionRoot, functionDefaultConfig, functions } = read('cloudbaserc.json');
  expect(functionRoot).toBe('./dist/cloudfunctions');
  expect(functionDefaultConfig).toMatchObject({ runtime: 'Nodejs20.19', memorySize: 256, installDependency: false });
  expect(functions).toEqual(
    settings.map(({ name, timeout, triggers }) => ({ name, timeout, ...(triggers.length > 0 && { triggers }) })),
  );
});
