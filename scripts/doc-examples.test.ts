/**
 * Runs the examples of the documentation. The blocks of a page that begin with ` ```ts run ` make one module, in their order;
 * `expression; // → value` in them is what must come out.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesBelow, root } from './workspace.mjs';

const folder = join(root, '.cache/doc-examples');
const BLOCK = /^```ts run\n([\s\S]*?)^```$/gm;
const CLAIM = /^(?!.*\bconst\b)(\s*)(.+?);\s*\/\/ → (.+)$/gm;

const examples = filesBelow(join(root, 'docs'), (file: string) => file.endsWith('.md')).flatMap((file: string) => {
  const blocks = [...readFileSync(file, 'utf8').matchAll(BLOCK)].map((match) => match[1]);
  return blocks.length === 0 ? [] : [{ page: relative(root, file), code: blocks.join('\n') }];
});

describe('the examples of the documentation', () => {
  it('are found', () => {
    expect(examples.length).toBeGreaterThan(0);
  });

  it.each(examples)('$page runs, and what it says comes out', async ({ page, code }) => {
    const claims = [...code.matchAll(CLAIM)];
    expect(claims.length).toBeGreaterThan(0);
    const checked = code.replaceAll(CLAIM, '$1expect($2).toEqual($3);');
    mkdirSync(folder, { recursive: true });
    const file = join(folder, `${page.replaceAll(/[^a-z0-9]+/gi, '-')}.ts`);
    writeFileSync(file, `import { expect } from 'vitest';\n${checked}`);
    await import(/* @vite-ignore */ file);
  });
});
