const { writeFileSync } = require('node:fs');

// Says which mutants a test file reaches: the code of Stryker counts them under the test that is named here.
const file = process.env.MUTANTS_COVERAGE_FILE;
if (file) {
  globalThis.__stryker__ = { ...globalThis.__stryker__, currentTestId: 'file' };
  afterAll(() => {
    writeFileSync(file, JSON.stringify(globalThis.__stryker__.mutantCoverage?.perTest.file ?? {}));
  });
}
