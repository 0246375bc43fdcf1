/**
 * What every build that contains `<tb-form>` needs: Formily without its string compiler and without `Function('return this')`,
 * so that a page may forbid `eval` (`registerCompiler` alone would leave both in the bundle); and without what is never asked of it,
 * its rules and their messages in many languages, its language of paths: verdicts and words are those of `@tongban/form`.
 */
import { fileURLToPath } from 'node:url';

const file = (name) => fileURLToPath(new URL(`./formily/${name}`, import.meta.url));

/** Importers, and what they ask for, that get a file of ours instead. */
const REPLACED = [
  { importer: /@formily\/json-schema\/(esm|lib)\//, source: /\/compiler(\.js)?$/, by: file('no-compiler.mjs') },
  { importer: /@formily\/(shared|reactive-react)\/(esm|lib)\//, source: /\/global(\.js)?$/, by: file('global-this.mjs') },
  { importer: /@formily\/core\/(esm|lib)\//, source: /^@formily\/validator$/, by: file('plain-validator.mjs') },
  { importer: /@formily\/shared\/(esm|lib)\//, source: /^@formily\/path$/, by: file('plain-path.mjs') },
  { importer: /@formily\/shared\/(esm|lib)\//, source: /\/case(\.js)?$/, by: file('plain-case.mjs') },
  { importer: /@formily\/reactive-react\/(esm|lib)\//, source: /^hoist-non-react-statics$/, by: file('no-statics.mjs') },
];

/** Only their exports are used: what is not imported may go. */
const PURE = /@formily[\\/](json-schema|react)[\\/]/;

/** The Vite (and Rollup, Rolldown) plugin; it comes before the resolver. */
export function formilyWithoutEval() {
  return {
    name: 'tongban:formily-without-eval',
    enforce: 'pre',
    resolveId(source, importer = '') {
      const from = importer.replaceAll('\\', '/');
      return REPLACED.find((rule) => rule.importer.test(from) && rule.source.test(source))?.by;
    },
    transform(code, id) {
      return PURE.test(id) ? { code, map: null, moduleSideEffects: false } : undefined;
    },
  };
}

export const viteConfig = { plugins: [formilyWithoutEval()] };

/** Formily goes into our own bundle, so that a host's build need not know any of this. */
export const bundled = [/^@formily\//];
