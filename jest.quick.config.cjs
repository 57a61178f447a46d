// `npm run test:quick`: the unit tests of the adapter, the client, the schemas and the bank. What runs built functions in
// processes of their own, and the longest property test, are left to `npm test`.
const { globalSetup: _builtFunctions, reporters: _all, ...config } = require('./jest.config.cjs');

/** @type {import('jest').Config} */
module.exports = {
  ...config,
  testMatch: ['<rootDir>/test/{shared,client,schemas,sandbox/wechatpay/bank}/**/*.test.ts'],
  testPathIgnorePatterns: [
    '/node_modules/',
    'test/client/(built|functions|miniProgram)\\.test',
    'test/shared/notify/cloudbase\\.test',
    '\\.sandbox\\.test',
    'test/shared/links/v3/roundTrip\\.test',
  ],
};
