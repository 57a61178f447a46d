import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { median } from './median';
import { event, platformVariables, type Row, rows } from './startup/rows';

/**
 * What a cold start costs: every sample is a fresh process that requires a function and makes its first call, measured
 * inside it from that require, so without the start of Node.js itself. It is read twice: when Node.js is asked for a
 * connection, where the adapter has done its part and the wire begins, and when the request is handed to that
 * connection. The rows take turns, so that a busy moment of the machine falls on all alike, and a ratio is the median of
 * what a row cost of the first row of its own round.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { runs: { type: 'string', default: '15' } } });
  const runs = Number(values.runs);
  const database = createServer((request, response) => {
    request.resume().on('end', () => response.end(JSON.stringify({ requestId: '1', data: { insertedIds: ['1'] } })));
  });
  await new Promise<void>((ready) => database.listen(0, '127.0.0.1', ready));
  const variables = platformVariables(`http://127.0.0.1:${(database.address() as AddressInfo).port}/admin`);
  const measured: Measured[] = (await rows()).map((row) => ({ row, samples: [] }));
  try {
    for (let run = 0; run < runs; run += 1) {
      for (const { row, samples } of measured) samples.push(await sample(row, variables));
    }
  } finally {
    database.close();
  }
  print(measured, runs);
}

/** Milliseconds since the require. A row that sends nothing has its end for both. */
interface Sample {
  readonly opened: number;
  readonly written: number;
}

interface Measured {
  readonly row: Row;
  readonly samples: Sample[];
}

const probe = resolve(__dirname, 'startup/probe.cjs');

/** One fresh process. */
async function sample({ module, until, variables }: Row, platform: Record<string, string>): Promise<Sample> {
  const child = spawn(process.execPath, [probe, JSON.stringify({ module, event, until })], {
    env: { PATH: process.env.PATH, ...platform, ...variables },
    timeout: 60_000,
  });
  const [printed, failure] = await Promise.all([text(child.stdout), text(child.stderr)]);
  if (!printed) throw new Error(`${module}: ${failure}`);
  return JSON.parse(printed);
}

function print(measured: readonly Measured[], runs: number): void {
  const reference = measured[0]?.samples ?? [];
  const columns = (samples: readonly Sample[], at: keyof Sample) => {
    const ratio = median(samples.map((taken, round) => taken[at] / (reference[round]?.[at] ?? Number.NaN)));
    return {
      ratio,
      text:
        median(samples.map((taken) => taken[at]))
          .toFixed(1)
          .padStart(10) + ratio.toFixed(3).padStart(8),
    };
  };
  console.log(`require + first call, medians of ${runs} fresh processes\n`);
  console.log(`${''.padEnd(36)}${'to the wire'.padStart(18)}${'request written'.padStart(18)}`);
  console.log(`${''.padEnd(36)}${`${'ms'.padStart(10)}${'ratio'.padStart(8)}`.repeat(2)}   target to the wire`);
  for (const { row, samples } of measured) {
    const [wire, written] = [columns(samples, 'opened'), columns(samples, 'written')];
    const target = row.target ? `   ≤ ${row.target.toFixed(2)} ${wire.ratio <= row.target ? 'met' : 'MISSED'}` : '';
    console.log(`${row.title.padEnd(36)}${wire.text}${written.text}${target}`);
  }
  console.log(`\n${'size of a function'.padEnd(36)}${'KB'.padStart(8)}${'gzip'.padStart(8)}`);
  for (const file of new Set(measured.flatMap(({ row }) => row.files ?? []))) {
    const bytes = readFileSync(file);
    const [raw, gzip] = [bytes.length, gzipSync(bytes).length].map((size) => (size / 1024).toFixed(1).padStart(8));
    console.log(`${basename(file).padEnd(36)}${raw}${gzip}`);
  }
}

void main();
