/** Does a piece of work only when its inputs changed: the hash of the inputs is kept in `.cache`. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cache, shown } from './workspace.mjs';

/** One hash over names and contents of `files` (absolute paths) and over `extra` texts. */
export function fingerprint(files, extra = []) {
  const hash = createHash('sha256');
  for (const text of extra) hash.update(`${text}\0`);
  for (const file of [...files].sort()) {
    hash.update(`${shown(file)}\0`);
    hash.update(readFileSync(file));
    hash.update('\0');
  }
  return hash.digest('hex');
}

/** Runs `work` unless it succeeded before on the same `print` and `output` is still there. Tells whether it ran. */
export async function unlessUnchanged(name, print, output, work) {
  const keptPath = join(cache, 'fingerprints', name.replaceAll('/', '.'));
  const kept = existsSync(keptPath) ? readFileSync(keptPath, 'utf8') : '';
  if (kept === print && existsSync(output)) return false;
  await work();
  mkdirSync(join(cache, 'fingerprints'), { recursive: true });
  writeFileSync(keptPath, print);
  return true;
}
