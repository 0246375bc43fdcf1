/**
 * `npm run check [-- <names>]`: everything the machine can say about the sources, fastest first, then about what is built from them.
 * Every check runs, whatever the ones before it said; each prints one line. With names, only those checks run.
 */
import { performance } from 'node:perf_hooks';
import { checkDocs } from './checks/docs.mjs';
import { checkErrors } from './checks/errors.mjs';
import { checkImports } from './checks/imports.mjs';
import { checkLinks } from './checks/links.mjs';
import { checkMachinePaths } from './checks/machine-paths.mjs';
import { checkOutsideTypes } from './checks/outside-types.mjs';
import { checkPublished } from './checks/published.mjs';
import { checkSizes } from './checks/sizes.mjs';
import { checkSpec } from './checks/spec.mjs';
import { checkBundles, checkSources } from './checks/text-as-code.mjs';
import { tool } from './checks/tool.mjs';

/** A check answers with a list of problems; an empty list is good. */
const CHECKS = {
  'machine-paths': checkMachinePaths,
  'text-as-code': checkSources,
  imports: checkImports,
  spec: checkSpec,
  errors: checkErrors,
  docs: checkDocs,
  links: checkLinks,
  biome: tool('biome', ['check', '--error-on-warnings', '--max-diagnostics=200']),
  types: tool('tsc', ['-b']),
  // The slowest, on one processor: a program of its own, beside those up to the build, which writes where this one reads.
  api: tool(process.execPath, [...process.execArgv, 'scripts/api-reports.mjs', '--check']),
  oxlint: tool('oxlint', ['--type-aware', '--deny-warnings']),
  knip: tool('knip', ['--no-progress', '--no-config-hints']),
  build: tool(process.execPath, [...process.execArgv, 'scripts/build.mjs']),
  bundles: checkBundles,
  published: checkPublished,
  'outside-types': checkOutsideTypes,
  sizes: checkSizes,
};

const BESIDE = { starts: 'api', endsBefore: 'build' };

const names = process.argv.slice(2);
const unknown = names.filter((name) => !Object.hasOwn(CHECKS, name));
if (unknown.length > 0) {
  console.error(`没有检查项 ${unknown.join('、')}。可用：${Object.keys(CHECKS).join('、')}。(unknown checks)`);
  process.exitCode = 2;
} else {
  process.exitCode = await runChecks(Object.entries(CHECKS).filter(([name]) => names.length === 0 || names.includes(name)));
}

async function runChecks(checks) {
  const failed = [];
  let beside;
  for (const [name, check] of checks) {
    if (name === BESIDE.starts) {
      beside = runCheck(name, check, failed);
      continue;
    }
    if (name === BESIDE.endsBefore) await beside;
    await runCheck(name, check, failed);
  }
  await beside;
  console.log(failed.length === 0 ? `检查全部通过 (all ${checks.length} checks passed)` : `检查未通过 (failed): ${failed.join(', ')}`);
  return failed.length === 0 ? 0 : 1;
}

async function runCheck(name, check, failed) {
  const began = performance.now();
  const problems = await problemsOf(check);
  const seconds = `${((performance.now() - began) / 1000).toFixed(1)} s`;
  console.log(`${problems.length === 0 ? 'ok    ' : 'failed'}  ${name.padEnd(14)} ${seconds}`);
  if (problems.length === 0) return;
  failed.push(name);
  console.log(problems.map((problem) => problem.replace(/^/gm, '        ')).join('\n'));
}

async function problemsOf(check) {
  try {
    return await check();
  } catch (error) {
    return [error instanceof Error ? (error.stack ?? error.message) : String(error)];
  }
}
