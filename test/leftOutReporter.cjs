'use strict';

const MARK = 'left out: ';

/** Says at the end of a run what it left out, and how to have it: every `describe` whose title starts with the mark. */
module.exports = class LeftOutReporter {
  onRunComplete(_contexts, { testResults }) {
    const titles = testResults.flatMap((suite) => suite.testResults.flatMap(({ ancestorTitles }) => ancestorTitles));
    for (const title of new Set(titles.filter((one) => one.startsWith(MARK)))) {
      process.stderr.write(`\nLeft out: ${title.slice(MARK.length)}.\n`);
    }
  }
};
