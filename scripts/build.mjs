/** `npm run build`: the declarations (`tsc -b`) and the ES modules (Vite, one build per package), only where something changed. */
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, mergeConfig } from 'vite';
import { runChild } from './child.mjs';
import { fingerprint, unlessUnchanged } from './fingerprint.mjs';
import { BROWSER_FLOOR, buildPages } from './pages.mjs';
import { buildRules, sharedConfig } from './shared-config.mjs';
import { doors, filesBelow, rooms, roomsInBuildOrder, root, say } from './workspace.mjs';

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  say('生成类型声明', 'writing the declarations');
  process.exitCode = await runChild('tsc', ['-b'], { shell: process.platform === 'win32' });
  await buildPackages();
  for (const { name } of rooms('examples')) await buildPages(name);
}

/** Builds the bundle of every package whose sources changed. */
export async function buildPackages() {
  for (const room of roomsInBuildOrder()) {
    const rules = await buildRules(room);
    const print = fingerprint(bundleInputs(room));
    const first = doors(room.manifest)[0];
    if (first === undefined) continue;
    await unlessUnchanged(`bundle-${room.name}`, print, join(room.path, first.file), async () => {
      say(`构建 ${room.manifest.name}`, `building ${room.manifest.name}`);
      removeOldBundle(room, rules);
      await build(mergeConfig(sharedConfig, bundleConfig(room, rules)));
    });
  }
}

function bundleConfig(room, { bundled = [], keepsModules = false }) {
  const { dependencies = {}, peerDependencies = {} } = room.manifest;
  const outside = [...Object.keys(dependencies), ...Object.keys(peerDependencies)].filter(
    (name) => !bundled.some((rule) => matches(rule, name)),
  );
  return {
    configFile: false,
    root: room.path,
    // Assets beside the bundle are named relative to it.
    base: './',
    ...(bundled.length > 0 ? { define: { 'process.env.NODE_ENV': '"production"' } } : {}),
    logLevel: 'warn',
    publicDir: false,
    build: {
      target: BROWSER_FLOOR,
      outDir: join(room.path, 'dist'),
      emptyOutDir: false,
      minify: false,
      sourcemap: true,
      assetsInlineLimit: 0,
      lib: {
        entry: Object.fromEntries(doors(room.manifest).map(({ output, source }) => [output, join(room.path, source)])),
        formats: ['es'],
        fileName: (_format, name) => `${name}.js`,
      },
      rolldownOptions: {
        external: (id) => id.startsWith('node:') || outside.some((name) => id === name || id.startsWith(`${name}/`)),
        output: keepsModules
          ? { preserveModules: true, preserveModulesRoot: join(room.path, 'src') }
          : { chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  };
}

/** A rule of `bundled` is a package name or a pattern of names. */
function matches(rule, name) {
  return typeof rule === 'string' ? rule === name : rule.test(name);
}

/** The declarations beside it belong to tsc, which keeps track of them. */
function removeOldBundle(room, { keepsModules = false }) {
  const dist = join(room.path, 'dist');
  if (keepsModules && existsSync(dist)) for (const path of filesBelow(dist, (path) => /\.js(\.map)?$/.test(path))) rmSync(path);
  rmSync(join(dist, 'chunks'), { recursive: true, force: true });
  for (const { output } of doors(room.manifest)) {
    for (const ending of ['.js', '.js.map']) if (existsSync(join(dist, output + ending))) rmSync(join(dist, output + ending));
  }
}

function bundleInputs(room) {
  return [
    ...filesBelow(join(room.path, 'src'), (path) => !/\.(test|bench)\.tsx?$/.test(path)),
    ...filesBelow(room.path, (path) => /(package|tsconfig)\.json$|vite\.build\.mjs$/.test(path)),
    ...filesBelow(join(root, 'scripts'), (path) => /(build|pages|shared-config|workspace)\.mjs$/.test(path)),
    join(root, 'package-lock.json'),
  ];
}
