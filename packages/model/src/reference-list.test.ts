import { expect, test } from 'vitest';
import { cellsOn } from './reference-list.ts';

test('the rows that hold on a day: first and last day count, and a row without days always holds', () => {
  const list = [
    { cells: { code: 'always' } },
    { cells: { code: 'march' }, validFrom: '2026-03-01', validTo: '2026-03-31' },
    { cells: { code: 'later' }, validFrom: '2026-04-01' },
  ];
  const codesOn = (day: string) => cellsOn(list, day).map(({ code }) => code);
  expect(codesOn('2026-02-28')).toEqual(['always']);
  expect(codesOn('2026-03-01')).toEqual(['always', 'march']);
  expect(codesOn('2026-03-31')).toEqual(['always', 'march']);
  expect(codesOn('2026-04-01')).toEqual(['always', 'later']);
});
