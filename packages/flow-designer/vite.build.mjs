/**
 * What every build that contains `<tb-flow-designer>` needs. The one `data:` picture in the sheet of bpmn-js goes, because a strict page
 * forbids such addresses. The parser that bpmn-js and `@tongban/bpmn` share is taken once, as npm lays it out wherever nothing asks for
 * another version of it. In our own bundle bpmn-js comes along, with its sheets and its icon font as a file.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const BPMN_JS = createRequire(import.meta.url).resolve('bpmn-js/lib/BaseViewer.js');

/** What is there more than once in this workspace, and who asks for it. */
const SHARED = /^(bpmn-moddle|moddle|moddle-xml|saxen|min-dash)$/;
const ASKING = /[\\/](packages[\\/]bpmn|diagram-js|diagram-js-direct-editing|min-dom|bpmn-moddle|moddle|moddle-xml)[\\/]/;

/** The Vite (and Rollup, Rolldown) plugin; it reads the sheet before Vite's own plugins do. */
export function bpmnSheetWithoutData() {
  return {
    name: 'tongban:bpmn-sheet-without-data',
    enforce: 'pre',
    transform(code, id) {
      if (!/bpmn-js[\\/]dist[\\/]assets[\\/]bpmn-js\.css/.test(id)) return undefined;
      return { code: code.replace(/url\((['"])data:.*?\1\)/g, "'›'"), map: null };
    },
  };
}

/** One copy of the parser, where the versions are the same. */
export function oneBpmnParser() {
  return {
    name: 'tongban:one-bpmn-parser',
    apply: 'build',
    enforce: 'pre',
    async resolveId(source, importer = '') {
      if (!SHARED.test(source) || !ASKING.test(importer)) return undefined;
      const [theirs, ours] = await Promise.all([
        this.resolve(source, importer, { skipSelf: true }),
        this.resolve(source, BPMN_JS, { skipSelf: true }),
      ]);
      return theirs && ours && versionOf(theirs.id) === versionOf(ours.id) ? ours : theirs;
    },
  };
}

function versionOf(file) {
  for (let folder = dirname(file); folder !== dirname(folder); folder = dirname(folder)) {
    try {
      const { name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
      if (version !== undefined) return `${name}@${version}`;
    } catch {
      // no package.json here: look further up
    }
  }
  return undefined;
}

/** The parts of bpmn-js we take, for the development server to prepare before the first page asks for them. */
const PARTS = [
  ...readFileSync(new URL('./src/diagram/create-modeler.ts', import.meta.url), 'utf8').matchAll(/from '((?:bpmn|diagram)-js\/[^']+)'/g),
];

export const viteConfig = {
  plugins: [bpmnSheetWithoutData(), oneBpmnParser()],
  optimizeDeps: { include: PARTS.map(([, part]) => part) },
};

export const bundled = [/^(bpmn-js|diagram-js)$/];
