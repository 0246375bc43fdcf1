/** Histories recorded by earlier versions (`packages/runtime/test/histories/<version>/`) replay to the same state and events, for ever. */
import { readdirSync, readFileSync } from 'node:fs';
import type { Release } from '@tongban/model';
import { checkHistory, type History } from '@tongban/runtime/testing';
import { describe, expect, it } from 'vitest';

const folder = new URL('../../runtime/test/histories/', import.meta.url);
const read = <T>(path: string): T => JSON.parse(readFileSync(new URL(path, folder), 'utf8')) as T;

describe.each(readdirSync(folder))('recorded by version %s', (version) => {
  const files = readdirSync(new URL(`${version}/`, folder), { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.json') && !path.startsWith('releases/'));

  it('there are histories', () => {
    expect(files.length).toBeGreaterThan(5);
  });

  it.each(files)('%s', (path) => {
    const history = read<History & { readonly release: string }>(`${version}/${path}`);
    checkHistory(history, read<Release>(`${version}/${history.release}`));
  });

  it('a history that was tampered with is found', () => {
    const { release, ...history } = read<History & { readonly release: string }>(`${version}/reference-flow/whole-case.json`);
    const [first, ...rest] = history.commands;
    const later = { ...history, commands: [{ ...first, now: 1 } as typeof first & object, ...rest] };
    expect(() => checkHistory(later, read<Release>(`${version}/${release}`))).toThrow(/the state/);
  });
});
