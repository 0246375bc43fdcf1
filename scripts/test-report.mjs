/** What a JSON report of vitest says in one line. A test file that could not be loaded counts as a failed test. */

/** The numbers of a report: `{ passed, failed, brokenFiles }`. */
export function summarize(report) {
  const files = report.testResults ?? [];
  const tests = files.flatMap((file) => file.assertionResults);
  const count = (status) => tests.filter((test) => test.status === status).length;
  const brokenFiles = files
    .filter((file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'))
    .map((file) => file.name);
  return { passed: count('passed'), failed: count('failed') + brokenFiles.length, brokenFiles };
}

/** The line that people and machines read last. */
export function summaryLine({ passed, failed }) {
  return `tests: ${passed} passed, ${failed} failed`;
}
