// The tests that kill mutants of `shared/`: those of the quick run, without the few that take longer than all others together.
// A mutant that waits for ever fails after a few seconds.
const quick = require('../../jest.quick.config.cjs');

/** @type {import('jest').Config} */
module.exports = {
  ...quick,
  rootDir: '../..',
  reporters: [],
  setupFilesAfterEnv: ['<rootDir>/test/mutants/coverage.cjs'],
  testMatch: ['<rootDir>/test/shared/**/*.test.ts'],
  testPathIgnorePatterns: [
    ...quick.testPathIgnorePatterns,
    'test/shared/hostile/',
    'test/shared/ledger/simulation/',
    'test/shared/links/apiv2/connection',
  ],
  testTimeout: 10_000,
};
