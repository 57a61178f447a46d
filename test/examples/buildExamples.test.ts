import { readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buildExamples } from '../../examples/buildExamples';
import { documentedOrder } from './openShop';

const folder = resolve(__dirname, `../../dist/examples-${process.pid}`);
let names: string[];
beforeAll(async () => {
  names = await buildExamples(folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const text = (...path: string[]) => readFileSync(join(folder, ...path), 'utf8');

it('makes folders that need nothing the platform does not install', () => {
  expect(names).toEqual(['onPaid', 'shareDue', 'onSettled', 'onReceipt', 'orders']);
  for (const name of names) {
    const required = [...text(name, 'index.js').matchAll(/\brequire\("([^"]+)"\)/g)].map(([, module]) => module);
    const installed = required.filter((module) => !module?.startsWith('node:'));
    expect(new Set(installed)).toEqual(new Set(['wx-server-sdk']));
    expect(JSON.parse(text(name, 'package.json'))).toMatchObject({
      main: 'index.js',
      dependencies: { 'wx-server-sdk': expect.stringMatching(/^\d/) },
    });
  }
});

it('gives a timer to the one function that has one', () => {
  const triggers = names.map((name) => JSON.parse(text(name, 'config.json')).triggers?.length ?? 0);
  expect(triggers).toEqual([0, 1, 0, 0, 0]);
});

it('documents the same order in both languages', () => {
  expect(documentedOrder('README.zh-CN.md')).toEqual(documentedOrder());
});
