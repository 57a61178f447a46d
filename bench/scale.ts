import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildSync } from 'esbuild';
import { writeBill } from './scale/billFile';
import type { BillCosts } from './scale/compareBill';
import { DATABASE_MS, queryRecords, WECHAT_MS } from './scale/queryRecords';

/** WeChat Pay's lowest documented limit, queries a second. */
const LIMIT = 80;

const MOST_RATIO = 3;
const MOST_MB = 150;
const LEAST_PER_SECOND = 75;

/** The bill and the rounds of reconciliation, each against its floor or its limit. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { rows: { type: 'string', default: '10000,100000,1000000' }, records: { type: 'string', default: '900' } },
  });
  console.log('a bill and as many records, one pass; floor: gunzip + SHA-1 + split of the same file\n');
  const titles = ['rows', 'plain MB', 'floor ms', 'read', 'compared', 'µs a row', 'MB resident', 'of it at start'];
  console.log(titles.map((title) => title.padStart(15)).join(''));
  const folder = mkdtempSync(join(tmpdir(), 'bills-'));
  try {
    // As it is deployed: without the loader of TypeScript, which takes 40 MB itself.
    const bundled = join(folder, 'compareBill.cjs');
    const entryPoints = [join(__dirname, 'scale/compareBillAlone.ts')];
    buildSync({ entryPoints, bundle: true, platform: 'node', outfile: bundled, logLevel: 'error' });
    for (const rows of values.rows.split(',').map(Number)) {
      const path = join(folder, `${rows}.gz`);
      const { sha1, bytes } = await writeBill(path, rows);
      const { floorMs, passMs, compareMs, startMb, mostMb } = await inAChild(bundled, path, sha1, rows);
      const times = [passMs, compareMs].map((ms) => `${(ms / floorMs).toFixed(2)} x floor`);
      const sizes = [((compareMs * 1000) / rows).toFixed(2), mostMb.toFixed(0), startMb.toFixed(0)];
      const cells = [String(rows), (bytes / 1e6).toFixed(1), floorMs.toFixed(0), ...times, ...sizes];
      const verdict = compareMs <= MOST_RATIO * floorMs && mostMb <= MOST_MB ? 'met' : 'MISSED';
      console.log(`${cells.map((cell) => cell.padStart(15)).join('')}  ${verdict}`);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  console.log(`${''.padStart(15)}compared ≤ ${MOST_RATIO} x floor, ≤ ${MOST_MB} MB resident\n`);

  const { perSecond, reads, writes } = await queryRecords(Number(values.records));
  const verdict = perSecond >= LEAST_PER_SECOND ? 'met' : 'MISSED';
  console.log(`open records a second, the database takes ${DATABASE_MS} ms and WeChat Pay ${WECHAT_MS} ms`);
  console.log(
    `  ${perSecond.toFixed(1)} of ${LIMIT} allowed: ${(perSecond / LIMIT).toFixed(2)}  ≥ ${LEAST_PER_SECOND} ${verdict}`,
  );
  console.log(`  database calls a record: ${writes.toFixed(2)} writes, ${reads.toFixed(2)} reads`);
}

function inAChild(bundled: string, path: string, sha1: string, rows: number): Promise<BillCosts> {
  return new Promise((resolve, reject) => {
    const child = fork(bundled, [path, sha1, String(rows)], { execArgv: [] });
    child.once('message', (costs) => resolve(costs as BillCosts));
    child.once('exit', (code) => reject(new Error(`${rows} rows: exit ${code} without a result`)));
  });
}

void main();
