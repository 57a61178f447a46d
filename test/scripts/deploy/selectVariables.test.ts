import { unzip } from '../cloudApi/unzip';
import { onApiv2, onApiv3, onCloudpay, pems } from './project';
import { useCloud } from './useCloud';

const QUERY = ['--only', 'profitSharingQuery'];
const LEDGER_OFF = { PROFIT_SHARING_LEDGER: 'off' };

const stage = useCloud();

describe('variables', () => {
  it('are added to those of others, and none is ever removed', async () => {
    const theirs = { TZ: 'Asia/Shanghai', PROFIT_SHARING_LOCALE: 'en', PROFIT_SHARING_SUB_MCH_ID: '1900000001' };
    stage.leaveBehind('profitSharingQuery', {}, theirs);
    const { output } = await stage.deploy([
      '--adopt',
      ...QUERY,
      ...stage.project.variables({ ...onCloudpay, ...LEDGER_OFF, PORT: '80' }),
    ]);
    expect(stage.variablesOf('profitSharingQuery')).toEqual({ ...theirs, ...onCloudpay, ...LEDGER_OFF });
    expect(output).toContain('Ignored, as they are not for these functions: PORT');
    expect(output).toContain('+ new variables: PROFIT_SHARING_LINK, PROFIT_SHARING_LEDGER');
    expect(output).toContain('~ changed variables: PROFIT_SHARING_SUB_MCH_ID');
    expect(output).toContain('= variables that stay as they are there: TZ, PROFIT_SHARING_LOCALE');
  });

  it('that the link does not read are given to no function', async () => {
    const { WECHATPAY_API_V2_KEY } = onApiv2;
    const args = stage.project.variables({ ...onCloudpay, ...LEDGER_OFF, WECHATPAY_API_V2_KEY });
    const { output } = await stage.deploy([...QUERY, ...args]);
    expect(output).toContain('Given to no function, as none of these functions reads them: WECHATPAY_API_V2_KEY');
    expect(stage.variablesOf('profitSharingQuery')).toEqual({ ...onCloudpay, ...LEDGER_OFF });
  });

  it('that are there say which link it is, when the file does not', async () => {
    stage.leaveBehind('profitSharingQuery', {}, { ...onApiv3, ...LEDGER_OFF });
    const { output } = await stage.deploy(['--dry-run', ...stage.project.variables({ PROFIT_SHARING_LOCALE: 'en' })]);
    expect(output).toContain('Link apiv3');
    stage.leaveBehind('profitSharing', {}, { ...onCloudpay, ...LEDGER_OFF });
    const unclear = await stage.deploy(['--dry-run', ...stage.project.variables({ PROFIT_SHARING_LOCALE: 'en' })]);
    expect(unclear).toMatchObject({ done: false, output: expect.stringContaining('AMBIGUOUS') });
  });

  it.each([
    ['a misspelt name', { PROFIT_SHARING_LNK: 'apiv3' }, 'PROFIT_SHARING_LNK (did you mean PROFIT_SHARING_LINK?)'],
    [
      'a value no function takes',
      { PROFIT_SHARING_SUB_MCH_ID: 'secretLooking' },
      'PROFIT_SHARING_SUB_MCH_ID (should be',
    ],
    ['an unknown link', { PROFIT_SHARING_LINK: 'APIV3' }, 'PROFIT_SHARING_LINK is none of cloudpay, cloudrun, apiv2'],
    ['half the name of a link', { PROFIT_SHARING_LINK: 'v3' }, 'PROFIT_SHARING_LINK is none of'],
    [
      'a private key in the place of a public one',
      { ...onApiv3, WECHATPAY_PUBLIC_KEY: `"${pems['apiclient_key.pem'].replaceAll('\n', '\\n')}"` },
      'it holds',
    ],
    ['more than 4 KB', { PROFIT_SHARING_ALLOWED_OPENIDS: 'oAbCdEfGh,'.repeat(420).slice(0, -1) }, 'credentials/'],
  ])('are refused with %s before anything is sent', async (_what, wrong, words) => {
    const { done, output } = await stage.deploy([...QUERY, ...stage.project.variables({ ...LEDGER_OFF, ...wrong })]);
    expect(done).toBe(false);
    expect(output).toContain(words);
    expect(output).not.toMatch(/secretLooking|oAbCdEfGh|PRIVATE KEY-----/);
    expect(stage.api.changes).toEqual([]);
  });
});

it.each([[], QUERY])('a link that does not exist is refused before anything is changed: %s', async (...only) => {
  stage.leaveBehind('profitSharingQuery', {}, { PROFIT_SHARING_LINK: 'v3' });
  const { done, output } = await stage.deploy([
    ...only,
    '--adopt',
    ...stage.project.variables({ PROFIT_SHARING_LOCALE: 'en' }),
  ]);
  expect(done).toBe(false);
  expect(output).toContain('INVALID_VARIABLE');
  expect(stage.api.changes).toEqual([]);
});

it('a private key in the file of a public one is refused before anything is sent', async () => {
  stage.project.pem('apiclient_key.pem', pems['apiclient_key.pem']);
  stage.project.pem('wechatpay_public_key.pem', pems['apiclient_key.pem']);
  const { done, output } = await stage.deploy([...QUERY, ...stage.project.variables({ ...onApiv3, ...LEDGER_OFF })]);
  expect(done).toBe(false);
  expect(output).toContain('it holds');
  expect(stage.api.changes).toEqual([]);
});

describe('PEM files', () => {
  beforeEach(() => {
    for (const [file, text] of Object.entries(pems)) stage.project.pem(file, text);
  });

  it.each([
    ['cloudpay', onCloudpay, { profitSharing: [], profitSharingQuery: [] }],
    [
      'apiv2',
      onApiv2,
      {
        profitSharing: ['apiclient_cert.pem', 'apiclient_key.pem'],
        profitSharingQuery: [],
        profitSharingAddReceiver: [],
      },
    ],
    [
      'apiv3',
      onApiv3,
      {
        profitSharingQuery: ['apiclient_key.pem', 'wechatpay_public_key.pem'],
        profitSharingNotify: ['wechatpay_public_key.pem'],
      },
    ],
  ])('on %s go where they are needed, as they are', async (_link, variables, wanted) => {
    const only = ['--only', Object.keys(wanted).join()];
    const { done, output } = await stage.deploy([...only, ...stage.project.variables({ ...variables, ...LEDGER_OFF })]);
    expect(done).toBe(true);
    for (const [name, files] of Object.entries(wanted)) {
      const inside = [...unzip(stage.found(name).archive)].filter(([path]) => path.startsWith('credentials/'));
      const shipped = inside.map(([path, content]) => [path.slice('credentials/'.length), content.toString()]);
      expect(shipped).toEqual(files.map((file) => [file, pems[file as keyof typeof pems]]));
    }
    for (const secret of Object.values({ ...pems, ...variables })) {
      if (secret !== variables.PROFIT_SHARING_LINK) expect(output).not.toContain(secret);
    }
  });

  it('that change are sent again', async () => {
    const args = [...QUERY, ...stage.project.variables({ ...onApiv3, ...LEDGER_OFF })];
    await stage.deploy(args);
    stage.project.pem('wechatpay_public_key.pem', `${pems['wechatpay_public_key.pem']}\n`);
    stage.api.calls.length = 0;
    const { output } = await stage.deploy(args);
    expect(output).toContain('~ profitSharingQuery: update code');
    expect(stage.api.changes).toEqual([
      'UpdateFunctionCode profitSharingQuery',
      'UpdateFunctionConfiguration profitSharingQuery',
    ]);
  });
});
