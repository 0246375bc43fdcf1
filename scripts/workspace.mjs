/** Where things are: the root, the rooms (packages and examples), their manifests and their files. Needs nothing installed. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the repository. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Where derived files are kept that may be deleted at any time. */
export const cache = join(root, '.cache');

const SKIPPED_FOLDERS = new Set(['node_modules', 'dist', 'coverage', '.cache', '.git']);

/** The rooms below `folder` ("packages" or "examples"), in alphabetical order: `{ name, folder, path, manifest }`. */
export function rooms(folder = 'packages') {
  const base = join(root, folder);
  if (!existsSync(base)) return [];
  return readdirSync(base)
    .filter((name) => existsSync(join(base, name, 'package.json')))
    .sort()
    .map((name) => ({ name, folder: `${folder}/${name}`, path: join(base, name), manifest: readJson(join(base, name, 'package.json')) }));
}

/** The packages so ordered that each one comes after those it depends on. */
export function roomsInBuildOrder() {
  const all = rooms('packages');
  const byName = new Map(all.map((room) => [room.manifest.name, room]));
  const ordered = new Set();
  const visit = (room) => {
    for (const dependency of ownDependencies(room.manifest)) if (byName.has(dependency)) visit(byName.get(dependency));
    ordered.add(room);
  };
  for (const room of all) visit(room);
  return [...ordered];
}

/** The names of the workspace packages that a manifest depends on. */
export function ownDependencies(manifest) {
  return Object.keys(manifest.dependencies ?? {}).filter((name) => name.startsWith('@tongban/'));
}

/** The doors of a package, from its `exports`: `{ door, source, output }`, e.g. `./define`, `src/define.ts`, `define`. */
export function doors(manifest) {
  return Object.entries(manifest.exports ?? {})
    .filter(([, target]) => typeof target === 'object' && target['@tongban/source'])
    .map(([door, target]) => ({
      door,
      source: target['@tongban/source'].replace(/^\.\//, ''),
      output: target.default.replace(/^\.\/dist\//, '').replace(/\.js$/, ''),
      types: target.types,
      file: target.default,
    }));
}

/** Every file below `folder` (absolute), outside of built and installed folders, sorted. */
export function filesBelow(folder, accept = () => true) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return SKIPPED_FOLDERS.has(entry.name) ? [] : filesBelow(path, accept);
      return accept(path) ? [path] : [];
    })
    .sort();
}

/** A path as people read it: relative to the root, with forward slashes. */
export function shown(path) {
  return relative(root, path).split(sep).join('/');
}

export function readJson(path) {
  return JSON.parse(readFileSync(path, 'utf8'));
}

/** One line of progress, Chinese first. */
export function say(zh, en) {
  console.log(`› ${zh}… (${en})`);
}
