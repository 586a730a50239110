/** Names every skipped test and closes with the line that the gate reads. */
module.exports = class ClosingLineReporter {
  onRunComplete(_contexts, results) {
    for (const file of results.testResults) {
      if (file.skipped) console.log(`skipped: ${file.testFilePath}`);
      for (const test of file.testResults) {
        if (test.status === 'pending') console.log(`skipped: ${test.fullName}`);
      }
    }
    const broken = results.numRuntimeErrorTestSuites;
    const skipped = results.numPendingTests + results.numTodoTests;
    console.log(`\n${results.numPassedTests} passed, ${results.numFailedTests + broken} failed, ${skipped} skipped`);
  }
};
