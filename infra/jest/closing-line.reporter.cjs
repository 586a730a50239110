const { writeFileSync } = require('node:fs');
const { relative } = require('node:path');

/**
 * Names every skipped test and closes with the line that the gate reads; where TEST_SUMMARY_FILE is set it writes the
 * figures there instead, for a script that has the last word.
 */
module.exports = class ClosingLineReporter {
  constructor({ rootDir }) {
    this.rootDir = rootDir;
  }

  onRunComplete(_contexts, results) {
    const summary = {
      passed: results.numPassedTests,
      failed: results.numFailedTests + results.numRuntimeErrorTestSuites,
      skipped: results.numPendingTests + results.numTodoTests,
      skippedTests: results.testResults.flatMap((file) => this.skippedOf(file)),
    };
    const file = process.env.TEST_SUMMARY_FILE;
    if (file) return writeFileSync(file, JSON.stringify(summary));
    for (const name of summary.skippedTests) console.log(`skipped: ${name}`);
    console.log(`\n${summary.passed} passed, ${summary.failed} failed, ${summary.skipped} skipped`);
  }

  skippedOf({ testFilePath, testResults }) {
    const file = relative(this.rootDir, testFilePath);
    return testResults
      .filter(({ status }) => ['pending', 'todo', 'skipped'].includes(status))
      .map(({ fullName }) => `${file}: ${fullName}`);
  }
};
