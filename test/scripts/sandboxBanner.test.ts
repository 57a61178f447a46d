import { type Sandbox, startSandbox } from '../../sandbox';
import { banner, headline } from '../../scripts/sandbox/banner';

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.stop());

/** Addresses, numbers, keys and names of variables: what is typed into something else. */
const values = (text: string) => [...text.matchAll(/[\w:/.@{}"'=-]{8,}/g)].map(([value]) => value.replace(/[:.]$/, ''));

it('says in Chinese and in English the same addresses, numbers and keys', async () => {
  const shown = { sandbox, credentials: await sandbox.credentials(), functionsDir: '/functions', isKept: false };
  const { zh, en } = banner(shown);
  const typed = values(zh);
  expect(typed).toEqual(expect.arrayContaining([sandbox.caFile, `HTTPS_PROXY=${sandbox.url}`, sandbox.env.secretKey]));
  for (const value of typed) expect(en).toContain(value);
  for (const value of values(en).filter((one) => /[\d/_=]/.test(one))) expect(zh).toContain(value);
  expect(zh).toMatch(/，静止$/m);
  expect(headline(sandbox)).toEqual({
    zh: expect.stringContaining(sandbox.url),
    en: expect.stringContaining(sandbox.url),
  });
});
