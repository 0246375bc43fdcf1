import type { Checker, CheckResult } from '@tongban/model';
import { expect, test } from 'vitest';
import { answerChecks, type CheckPort, remoteChecker } from './remote-checker.ts';

const found = (errors: number): CheckResult => ({ problems: [], errors });
const bySize: Checker = { check: async (sources) => found(Object.keys(sources).length) };
const never = (): Checker => {
  throw new Error('not here');
};

test('RC1 checks are answered at the other end, each with its own answer', async () => {
  const [near, far] = ports();
  answerChecks(far, bySize);
  const checker = remoteChecker(near, never);
  expect(await Promise.all([{ a: '' }, { a: '', b: '' }, {}].map((sources) => checker.check(sources)))).toEqual([
    found(1),
    found(2),
    found(0),
  ]);
});

test('RC1 the other end reads a measure by itself', async () => {
  const [near, far] = ports();
  answerChecks(far);
  const { problems } = await remoteChecker(near, never).check({});
  expect(problems.map(({ code }) => code)).toEqual(['COMPILE_FILE_MISSING']);
});

test('RC2 what the other end cannot answer is answered here, and so is all that follows when it is gone', async () => {
  const [near, far] = ports();
  answerChecks(far, {
    check: async () => {
      throw new Error('out of memory');
    },
  });
  const checker = remoteChecker(near, () => bySize);
  expect(await checker.check({ a: '' })).toEqual(found(1));
  far.onmessage = null;
  const asked = checker.check({ a: '', b: '' });
  near.onerror?.({});
  expect(await asked).toEqual(found(2));
  expect(await checker.check({})).toEqual(found(0));
});

function ports(): readonly [CheckPort, CheckPort] {
  const near: CheckPort = { onmessage: null, onerror: null, postMessage: (data) => queueMicrotask(() => far.onmessage?.({ data })) };
  const far: CheckPort = { onmessage: null, postMessage: (data) => queueMicrotask(() => near.onmessage?.({ data })) };
  return [near, far];
}
