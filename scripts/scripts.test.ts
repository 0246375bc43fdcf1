import { expect, test } from 'vitest';
import { entryProblems } from './checks/errors.mjs';
import { importedPackages } from './checks/imports.mjs';
import { linkTargets } from './checks/links.mjs';
import { ruleIds, titleIds } from './checks/spec.mjs';
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

test('rules and test titles are found in every way of writing them', () => {
  expect(ruleIds('# Spec\n### XG1 takes\n- **XG2** default\n**XG3** text\n| XG4 | cell |\nmentions XG9 only\n')).toEqual([
    'XG1',
    'XG2',
    'XG3',
    'XG4',
  ]);
  const source = "test('XG1 takes', …); it.each([1])('XG2, XG3 default %i', …); test('plain', () => f('DT16 x'));\ndescribe(\n  'XG4 all',";
  expect(titleIds(source)).toEqual(['XG1', 'XG2', 'XG3', 'XG4']);
});

test('imports are known by the name of their package', () => {
  const source =
    "import a from '@tongban/model/x';\nexport * from 'lit/decorators.js';\nconst b = await import('bpmn-js');\nimport './c.ts';\n// from 'd'\nimport 'node:fs';";
  expect(importedPackages(source)).toEqual(['@tongban/model', 'lit', 'bpmn-js']);
});

test('an entry of an error table has both languages with the same placeholders', () => {
  const good = { room: 'form', code: 'FORM_KEY_TWICE', en: 'The key "{key}" is used twice.', 'zh-CN': '键“{key}”重复。' };
  expect(entryProblems(good)).toEqual([]);
  expect(entryProblems({ ...good, 'zh-CN': '键重复。' })).toHaveLength(1);
  expect(entryProblems({ ...good, code: 'KEY_TWICE' })).toHaveLength(1);
});

test('links in code are no links', () => {
  expect(linkTargets('[a](a.md) ![b](b.png "B") [c](https://c) `[d](d.md)`\n```\n[e](e.md)\n```\n')).toEqual(['a.md', 'b.png']);
});
