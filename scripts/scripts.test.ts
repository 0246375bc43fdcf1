import { expect, test } from 'vitest';
import { isInstalled } from './install.mjs';
import { canRunScripts } from './node-for-scripts.mjs';
import { summarize, summaryLine } from './test-report.mjs';

test('an installation is complete when it holds every package of the lockfile that is not optional', () => {
  const lock = {
    packages: {
      '': { version: '1.0.0' },
      'packages/a': { version: '1.0.0' },
      'node_modules/a': { link: true, resolved: 'packages/a' },
      'node_modules/b': { version: '2.0.0' },
      'node_modules/b-for-another-system': { version: '2.0.0', optional: true },
    },
  };
  const a = { link: true, resolved: 'packages/a' };
  expect(isInstalled(lock, { packages: { 'node_modules/a': a, 'node_modules/b': { version: '2.0.0' } } })).toBe(true);
  expect(isInstalled(lock, { packages: { 'node_modules/a': a, 'node_modules/b': { version: '1.9.0' } } })).toBe(false);
  expect(isInstalled(lock, { packages: { 'node_modules/b': { version: '2.0.0' } } })).toBe(false);
});

test('scripts run on Node 22.13 and newer', () => {
  expect(['24.9.0', '22.13.0', '23.0.0'].map(canRunScripts)).toEqual([true, true, true]);
  expect(['22.12.0', '20.19.0', undefined].map(canRunScripts)).toEqual([false, false, false]);
});

test('a test file that could not be loaded counts as a failed test', () => {
  const report = {
    testResults: [
      { name: 'a.test.ts', status: 'passed', assertionResults: [{ status: 'passed' }, { status: 'skipped' }] },
      { name: 'b.test.ts', status: 'failed', assertionResults: [{ status: 'passed' }, { status: 'failed' }] },
      { name: 'c.test.ts', status: 'failed', assertionResults: [] },
    ],
  };
  expect(summarize(report)).toEqual({ passed: 2, failed: 2, brokenFiles: ['c.test.ts'] });
  expect(summaryLine(summarize(report))).toBe('tests: 2 passed, 2 failed');
});
