import { expect, test } from 'vitest';
import { nextVersion } from './clause-version.ts';

test('the next version of a clause', () => {
  expect(['1', '1.9', '2025-1', '2025年版', ' v2 '].map(nextVersion)).toEqual(['2', '1.10', '2025-2', '2025年版.1', 'v3']);
});
