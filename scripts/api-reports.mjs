/**
 * What every package promises to its users, door by door, as text that a review can read: `docs/reference/api/<room>.api.md`.
 * Made from the built declarations, as others see them. `npm run api` writes the reports; with `--check` they are compared with what is there.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import extractor from '@microsoft/api-extractor';
import { fingerprint, unlessUnchanged } from './fingerprint.mjs';
import { cache, doors, filesBelow, rooms, root } from './workspace.mjs';

const { Extractor, ExtractorConfig } = extractor;
const FOLDER = 'docs/reference/api';
/** How a host compiles. */
const OUTSIDE = {
  target: 'es2022',
  module: 'nodenext',
  moduleResolution: 'nodenext',
  strict: true,
  skipLibCheck: true,
  lib: ['es2023', 'dom', 'dom.iterable'],
  types: ['node'],
};
const MADE = join(cache, 'api');

if (process.argv.includes('--check')) await tellStale();
else await writeReports();

/** The reports as they would be written now: text by path. The declarations must be built. */
async function apiReports() {
  const reports = new Map();
  for (const room of rooms('packages')) {
    for (const door of doors(room.manifest)) {
      const name = door.door === '.' ? room.name : `${room.name}.${door.output}`;
      reports.set(`${FOLDER}/${name}.api.md`, await reportOf(room, door, name));
    }
  }
  return reports;
}

/** The reports that are missing, different or without a door. */
async function staleReports() {
  const reports = await apiReports();
  const kept = existsSync(join(root, FOLDER)) ? readdirSync(join(root, FOLDER)).map((name) => `${FOLDER}/${name}`) : [];
  const gone = kept.filter((path) => !reports.has(path)).map((path) => ({ path, reason: 'has no door' }));
  const stale = [...reports].flatMap(([path, text]) => {
    if (!kept.includes(path)) return [{ path, reason: 'is missing' }];
    return readFileSync(join(root, path), 'utf8') === text ? [] : [{ path, reason: 'is not what the package exports now' }];
  });
  return [...gone, ...stale];
}

// helpers

async function writeReports() {
  const reports = await apiReports();
  rmSync(join(root, FOLDER), { recursive: true, force: true });
  mkdirSync(join(root, FOLDER), { recursive: true });
  for (const [path, text] of reports) writeFileSync(join(root, path), text);
  console.log(`已生成 ${reports.size} 份接口报告 (wrote ${reports.size} API reports)`);
}

async function tellStale() {
  const stale = await staleReports();
  if (stale.length === 0) return;
  for (const { path, reason } of stale) console.error(`${path} ${reason}`);
  console.error('运行 npm run api 更新。(Run npm run api.)');
  process.exitCode = 1;
}

async function reportOf({ path }, { types }, name) {
  const made = join(MADE, `${name}.api.md`);
  const declarations = filesBelow(join(path, 'dist'), (file) => file.endsWith('.d.ts'));
  await unlessUnchanged(`api-${name}`, fingerprint(declarations, [types]), made, () => extract(path, types, name));
  return readFileSync(made, 'utf8');
}

function extract(projectFolder, types, name) {
  mkdirSync(MADE, { recursive: true });
  const configObject = {
    projectFolder,
    mainEntryPointFilePath: join(projectFolder, types),
    // Without our condition in `exports`: the other packages are read as they are published.
    compiler: { overrideTsconfig: { compilerOptions: OUTSIDE } },
    newlineKind: 'lf',
    apiReport: { enabled: true, reportFolder: MADE, reportTempFolder: join(MADE, 'temp'), reportFileName: name },
    docModel: { enabled: false },
    dtsRollup: { enabled: false },
    tsdocMetadata: { enabled: false },
  };
  const packageJsonFullPath = join(projectFolder, 'package.json');
  const config = ExtractorConfig.prepare({ configObject, configObjectFullPath: undefined, packageJsonFullPath });
  const errors = [];
  Extractor.invoke(config, {
    localBuild: true,
    messageCallback: (message) => {
      message.handled = true;
      if (message.logLevel === 'error') errors.push(message.text);
    },
  });
  if (errors.length > 0) throw new Error(`The API report ${name} failed:\n${errors.join('\n')}`);
}
