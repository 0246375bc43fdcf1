/** A reporter of vitest that names the tests which passed only at a second try, with what the first one met, so that none of them stays unseen. */

/** See the module comment. */
export default class SecondTries {
  onTestRunEnd(modules) {
    const tries = modules.flatMap((module) =>
      [...module.children.allTests('passed')]
        .filter((test) => (test.diagnostic()?.retryCount ?? 0) > 0)
        .map((test) => `${module.relativeModuleId} > ${test.fullName}${firstErrors(test)}`),
    );
    if (tries.length > 0)
      console.log(`\n第二次才通过的测试，请查明原因 (passed only at the second try; find out why):\n  ${tries.join('\n  ')}`);
  }
}

/** What was thrown before the try that passed, with the line of the test. */
function firstErrors(test) {
  const errors = test.result().errors ?? [];
  return errors.map(({ message, stacks }) => {
    const line = stacks?.[0] === undefined ? '' : ` (line ${stacks[0].line})`;
    return `\n    ${message.slice(0, 600).replaceAll('\n', '\n    ')}${line}`;
  });
}
