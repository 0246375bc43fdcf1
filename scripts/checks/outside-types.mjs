/** The declarations we publish are understood from outside, by Node's resolution and by a bundler's, without our sources. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { capture } from '../child.mjs';
import { cache, doors, rooms } from '../workspace.mjs';

export async function checkOutsideTypes() {
  const folder = join(cache, 'outside-types');
  mkdirSync(folder, { recursive: true });
  const addresses = rooms('packages').flatMap(({ manifest }) => doors(manifest).map(({ door }) => manifest.name + door.slice(1)));
  const imports = addresses.map((address, index) => `import type * as door${index} from '${address}';`);
  const uses = addresses.map((_, index) => `typeof door${index}`);
  writeFileSync(join(folder, 'consumer.mts'), `${imports.join('\n')}\nexport type Doors = [${uses.join(', ')}];\n`);
  const problems = await Promise.all([problemsWith(folder, 'nodenext', 'nodenext'), problemsWith(folder, 'esnext', 'bundler')]);
  return problems.flat();
}

async function problemsWith(folder, module, moduleResolution) {
  const options = {
    module,
    moduleResolution,
    target: 'es2023',
    lib: ['es2023', 'dom', 'dom.iterable'],
    types: ['node'],
    strict: true,
    noEmit: true,
    skipLibCheck: false,
  };
  const path = join(folder, `tsconfig.${moduleResolution}.json`);
  writeFileSync(path, JSON.stringify({ compilerOptions: options, files: ['consumer.mts'] }));
  const { code, output } = await capture('tsc', ['-p', path]);
  if (code === 0) return [];
  const ours = output.split('\n').filter((line) => /^(\S*\/)?(packages|consumer\.mts)/.test(line));
  return ours.map((line) => `${moduleResolution}: ${line}`);
}
