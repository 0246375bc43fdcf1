/** Programs for child processes, each bundled into one file: every Node that we support runs it, and it starts without reading hundreds. */
import { basename, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** Bundles a source with all that it imports into a module at `path`, which ends in `.mjs`. */
export async function bundleProgram(source: URL, path: string): Promise<void> {
  await build({
    configFile: false,
    root: dirname(fileURLToPath(source)),
    logLevel: 'error',
    publicDir: false,
    ssr: { noExternal: true, resolve: { conditions: ['@tongban/source', 'module', 'node'] } },
    build: {
      ssr: fileURLToPath(source),
      outDir: dirname(path),
      emptyOutDir: false,
      target: 'node22',
      rolldownOptions: { output: { entryFileNames: basename(path), codeSplitting: false } },
    },
  });
}
