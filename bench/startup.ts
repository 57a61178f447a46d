import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { event, platformVariables, type Row, rows } from './startup/rows';

/**
 * What a cold start costs: every sample is a fresh process that requires a function and makes its first call, measured
 * inside it from that require, so without the start of Node.js itself, to the moment the request to WeChat Pay is handed
 * to its socket. The rows take turns, so that a busy moment of the machine falls on all alike, and a ratio is the
 * median of what a row cost of the first row of its own round.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { runs: { type: 'string', default: '15' } } });
  const runs = Number(values.runs);
  const database = createServer((request, response) => {
    request.resume().on('end', () => response.end(JSON.stringify({ requestId: '1', data: { insertedIds: ['1'] } })));
  });
  await new Promise<void>((ready) => database.listen(0, '127.0.0.1', ready));
  const variables = platformVariables(`http://127.0.0.1:${(database.address() as AddressInfo).port}/admin`);
  const measured = (await rows()).map((row) => ({ row, samples: [] as number[] }));
  try {
    for (let run = 0; run < runs; run += 1) {
      for (const { row, samples } of measured) samples.push(await sample(row, variables));
    }
  } finally {
    database.close();
  }
  print(measured, runs);
}

const probe = resolve(__dirname, 'startup/probe.cjs');

/** One fresh process, in ms. */
async function sample({ module, until, variables }: Row, platform: Record<string, string>): Promise<number> {
  const child = spawn(process.execPath, [probe, JSON.stringify({ module, event, until })], {
    env: { PATH: process.env.PATH, ...platform, ...variables },
    timeout: 60_000,
  });
  const [printed, failure] = await Promise.all([text(child.stdout), text(child.stderr)]);
  if (!/^[\d.]+$/.test(printed)) throw new Error(`${module}: ${failure}`);
  return Number(printed);
}

function print(measured: readonly { row: Row; samples: number[] }[], runs: number): void {
  const reference = measured[0]?.samples ?? [];
  console.log(`require + first call up to the wire, medians of ${runs} fresh processes\n`);
  console.log(`${''.padEnd(36)}${'ms'.padStart(8)}${'ratio'.padStart(8)}   target`);
  for (const { row, samples } of measured) {
    const ms = median(samples);
    const ratio = median(samples.map((sample, round) => sample / (reference[round] ?? Number.NaN)));
    const target = row.target ? `   ≤ ${row.target.toFixed(2)} ${ratio <= row.target ? 'met' : 'MISSED'}` : '';
    console.log(`${row.title.padEnd(36)}${ms.toFixed(1).padStart(8)}${ratio.toFixed(3).padStart(8)}${target}`);
  }
  console.log(`\n${'size of a function'.padEnd(36)}${'KB'.padStart(8)}${'gzip'.padStart(8)}`);
  for (const file of new Set(measured.flatMap(({ row }) => row.files ?? []))) {
    const bytes = readFileSync(file);
    const [raw, gzip] = [bytes.length, gzipSync(bytes).length].map((size) => (size / 1024).toFixed(1).padStart(8));
    console.log(`${basename(file).padEnd(36)}${raw}${gzip}`);
  }
}

function median(samples: readonly number[]): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

void main();
