/**
 * The arrows between the rooms: a package depends only on the rooms listed for it here (docs/explanation/architecture.md),
 * its sources import only what its package.json lists, and only the filing form knows Formily.
 */
import { readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { filesBelow, ownDependencies, readJson, rooms, root, shown } from '../workspace.mjs';

/** Room → rooms it may import. Every room may import `model`, which imports nothing. */
const ARROWS = {
  model: [],
  feel: [],
  calendar: [],
  form: ['feel'],
  runtime: ['feel', 'calendar', 'form', 'documents'],
  'store-sqlite': ['runtime'],
  'store-indexeddb': ['runtime'],
  'feel-parser': [],
  dmn: ['feel-parser'],
  tables: ['feel', 'feel-parser'],
  'office-files': [],
  bpmn: [],
  compile: ['bpmn', 'dmn', 'feel-parser', 'form', 'documents', 'calendar', 'overlay'],
  verify: ['compile', 'runtime', 'form', 'feel', 'calendar', 'feel-parser'],
  overlay: ['dmn'],
  documents: ['feel'],
  server: ['runtime'],
  client: [],
  'element-kit': ['feel-parser'],
  'filing-form': ['form', 'feel', 'element-kit'],
  // The forms of a trial are those that people will meet; loaded when they are opened.
  'flow-designer': ['bpmn', 'feel-parser', 'filing-form', 'overlay', 'element-kit'],
  'form-designer': ['bpmn', 'filing-form', 'form', 'feel', 'feel-parser', 'office-files', 'overlay', 'element-kit'],
  'table-designer': ['tables', 'feel', 'feel-parser', 'office-files', 'element-kit'],
  portal: ['filing-form', 'calendar', 'element-kit'],
  // The one room of elements that may load the compiler.
  studio: [
    'verify',
    'flow-designer',
    'form-designer',
    'table-designer',
    'compile',
    'dmn',
    'feel-parser',
    'tables',
    'overlay',
    'element-kit',
  ],
  measures: [],
};

const TEST_TOOLS = readJson(join(root, 'package.json')).devDependencies;

const IMPORT = /(?:\bfrom\s+|\bimport\s*\(\s*|\bimport\s+)(['"])([^'"\s]+)\1/g;

export function checkImports() {
  return [...rooms('packages').flatMap((room) => [...arrowProblems(room), ...sourceProblems(room)]), ...cycleProblems()];
}

function arrowProblems({ name, manifest }) {
  const allowed = ARROWS[name];
  if (allowed === undefined) return [`packages/${name} is a new room: give it its arrows in scripts/checks/imports.mjs`];
  return ownDependencies(manifest)
    .map((dependency) => dependency.replace('@tongban/', ''))
    .filter((dependency) => dependency !== 'model' && !allowed.includes(dependency))
    .map((dependency) => `packages/${name} must not depend on ${dependency}`);
}

function sourceProblems({ name, path, manifest }) {
  const listed = new Set([manifest.name, ...Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies })]);
  const sources = filesBelow(join(path, 'src'), (file) => /\.tsx?$/.test(file) && !/\.(test|test-d|bench|fixture)\.tsx?$/.test(file));
  return sources.flatMap((file) =>
    importedPackages(readFileSync(file, 'utf8'))
      .filter((imported) => !listed.has(imported) && !isTestKit(file, imported))
      .map((imported) => `${shown(file)} imports ${imported}, which packages/${name}/package.json does not list`),
  );
}

/** Helpers of tests may use any room and the tools of tests; the published testing kit only those tools. */
function isTestKit(file, imported) {
  const [, kit] = /[\\/]src[\\/](testing|test-support)[\\/]/.exec(file) ?? [];
  return kit !== undefined && (Object.hasOwn(TEST_TOOLS, imported) || (kit === 'test-support' && imported.startsWith('@tongban/')));
}

/** The names of the packages that a source imports; relative and built-in modules are left out. */
export function importedPackages(source) {
  const code = source.replace(/^\s*(\/\/|\*|\/\*).*$/gm, '');
  const specifiers = [...code.matchAll(IMPORT)].map((match) => match[2]);
  return [
    ...new Set(
      specifiers.filter((specifier) => !/^[./]|^node:|^virtual:/.test(specifier) && !builtinModules.includes(specifier)).map(packageOf),
    ),
  ];
}

function packageOf(specifier) {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

function cycleProblems() {
  const byName = new Map(rooms('packages').map((room) => [room.manifest.name, room]));
  const problems = [];
  const done = new Set();
  const visit = (name, way) => {
    if (way.includes(name)) problems.push(`the packages import each other in a circle: ${[...way, name].join(' → ')}`);
    if (done.has(name) || way.includes(name) || !byName.has(name)) return;
    for (const next of ownDependencies(byName.get(name).manifest)) visit(next, [...way, name]);
    done.add(name);
  };
  for (const name of byName.keys()) visit(name, []);
  return problems;
}
