import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inspectHosts } from '../../../scripts/doctor/inspectHosts';

const up = createServer((_, response) => response.end());
let main: string;
beforeAll(async () => {
  await new Promise<void>((done) => up.listen(0, '127.0.0.1', done));
  main = `http://127.0.0.1:${(up.address() as AddressInfo).port}`;
});
afterAll(() => up.close());

/** No program listens on port 1 by default. */
const DOWN = 'http://127.0.0.1:1';
const line = { baseUrl: undefined, link: 'apiv3' } as const;

it('is content when both hosts of WeChat Pay answer', async () => {
  expect((await inspectHosts(line, [main, main])).map(({ level }) => level)).toEqual(['ok', 'ok']);
});

it('warns when only one of them does, because the other is the way out of a failure', async () => {
  const [reached] = await inspectHosts(line, [DOWN, main]);
  expect(reached).toMatchObject({
    level: 'warning',
    says: { en: '127.0.0.1:1 cannot be reached (ECONNREFUSED), the other host can' },
  });
});

it('finds a problem when none does, and says nothing of the clock', async () => {
  const findings = await inspectHosts(line, [DOWN, DOWN]);
  expect(findings).toEqual([expect.objectContaining({ check: 'reachability', level: 'problem' })]);
});
