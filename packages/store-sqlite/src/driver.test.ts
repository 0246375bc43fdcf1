import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

// The driver of Node 22.13 takes `?1` for a name, and refuses the values by place.
test('statements have only parameters that a driver has to know: plain question marks', () => {
  const folder = new URL('.', import.meta.url);
  const sources = readdirSync(folder).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
  const numbered = sources.filter((name) => /[=>(,] ?\?\d/.test(readFileSync(new URL(name, folder), 'utf8')));
  expect(numbered).toEqual([]);
});
