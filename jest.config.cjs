/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  globalSetup: '<rootDir>/test/buildFunctions.ts',
  reporters: ['default', '<rootDir>/test/leftOutReporter.cjs'],
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest', { jsc: { target: 'es2022' } }] },
  modulePathIgnorePatterns: ['<rootDir>/dist'],
  // Ends a test that hangs; no test measures with it.
  testTimeout: 300_000,
  // Most suites wait for real processes and sockets: more of them than cores keep the cores busy.
  maxWorkers: 4,
};
