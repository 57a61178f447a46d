// The tests that kill mutants of `shared/`: those of the quick run. A mutant that waits for ever fails after a few seconds.
const quick = require('../../jest.quick.config.cjs');

/** @type {import('jest').Config} */
module.exports = {
  ...quick,
  rootDir: '../..',
  reporters: [],
  setupFilesAfterEnv: ['<rootDir>/test/mutants/coverage.cjs'],
  testMatch: ['<rootDir>/test/shared/**/*.test.ts'],
  testTimeout: 10_000,
};
