/** A reporter of vitest that names the tests which passed only at a second try, so that none of them stays unseen. */

/** See the module comment. */
export default class SecondTries {
  onTestRunEnd(modules) {
    const names = modules.flatMap((module) =>
      [...module.children.allTests('passed')]
        .filter((test) => (test.diagnostic()?.retryCount ?? 0) > 0)
        .map((test) => `${module.relativeModuleId} > ${test.fullName}`),
    );
    if (names.length > 0)
      console.log(`\n第二次才通过的测试，请查明原因 (passed only at the second try; find out why):\n  ${names.join('\n  ')}`);
  }
}
