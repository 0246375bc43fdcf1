import type { Lock, MeasureSources } from '@tongban/model';
import { expect, test } from 'vitest';
import { restoreLock, restorePart } from './restore-part.ts';

const field = (id: string, label: string) => ({ id, key: id, kind: 'text', label: { 'zh-CN': label } });
const form = (...fields: readonly object[]): string => JSON.stringify({ formatVersion: 1, id: 'F-01', fields });
const section = (...fields: readonly object[]) => ({ id: 'part', key: 'part', kind: 'section', label: { 'zh-CN': '基本情况' }, fields });
const table = (id: string, text: string): string => `<definitions><decision id="${id}">${text}</decision></definitions>`;

function measure(change: object, files: MeasureSources): MeasureSources {
  const parts = { flow: 'flow.bpmn', forms: ['f.json'], tables: ['t.dmn'], documents: [], calendar: 'c.json', scenarios: [] };
  return { 'measure.json': JSON.stringify({ limits: [], parameters: [], parts, ...change }), ...files };
}

const limit = (amount: number) => ({ id: 'decide', amount });
const base = measure(
  { limits: [limit(5)], parameters: [{ id: 'pool', value: 1 }] },
  { 'f.json': form(field('a', '一'), field('b', '二'), section(field('c', '三'))), 't.dmn': table('DT-16', 'law') },
);
const manifestIn = (files: MeasureSources | undefined) => JSON.parse(files?.['measure.json'] ?? '{}');
const fieldsIn = (files: MeasureSources | undefined) => JSON.parse(files?.['f.json'] ?? '{}').fields;
const lockOfField = (id: string): Lock => ({ part: 'field', form: 'F-01', id, rule: 'fixed' });

test('LK10 a limit or setting is put back among those of the copy', () => {
  const copy = measure({ limits: [limit(9), { id: 'own', amount: 1 }] }, {});
  const back = manifestIn(restorePart({ part: 'limit', id: 'decide', rule: 'shorter' }, base, copy));
  expect(back.limits).toEqual([limit(5), { id: 'own', amount: 1 }]);
  const setting = restorePart({ part: 'parameter', id: 'pool', rule: 'fixed' }, base, copy);
  expect(manifestIn(setting).parameters).toEqual([{ id: 'pool', value: 1 }]);
});

test('LK10 a field comes back in its place, and what the copy put around it stays', () => {
  const changed = measure({}, { 'f.json': form(field('x', '本县'), field('b', '别的'), section(field('c', '三'), field('y', '本县'))) });
  expect(fieldsIn(restorePart(lockOfField('b'), base, changed)).map(({ id }: { id: string }) => id)).toEqual(['x', 'b', 'part']);
  expect(fieldsIn(restorePart(lockOfField('b'), base, changed))[1]).toEqual(field('b', '二'));
  const gone = measure({}, { 'f.json': form(field('a', '一'), field('x', '本县'), section(field('y', '本县'))) });
  expect(fieldsIn(restorePart(lockOfField('b'), base, gone)).map(({ id }: { id: string }) => id)).toEqual(['a', 'b', 'x', 'part']);
  expect(fieldsIn(restorePart(lockOfField('c'), base, gone))[2]).toEqual(section(field('c', '三'), field('y', '本县')));
  expect(fieldsIn(restorePart(lockOfField('part'), base, gone))[2]).toEqual(section(field('y', '本县')));
});

test('LK10 a form or decision table is put back in the file it has, or in one of its own', () => {
  const copy = measure({ parts: { forms: [], tables: ['own.dmn'], documents: [] } }, { 'own.dmn': table('DT-16', 'county') });
  const rule: Lock = { part: 'table', id: 'DT-16', rule: 'fixed' };
  expect(restorePart(rule, base, copy)).toEqual({ 'own.dmn': table('DT-16', 'law') });
  const back = restorePart(lockOfField('a'), base, copy);
  expect(back?.['f.json']).toBe(base['f.json']);
  expect(manifestIn(back).parts.forms).toEqual(['f.json']);
});

test('LK10 a lock that was dropped is put back; what cannot be read is left alone', () => {
  const lock: Lock = { part: 'limit', id: 'decide', rule: 'fixed' };
  const copy = measure({ locks: [{ ...lock, rule: 'shorter' }] }, {});
  expect(manifestIn(restoreLock(lock, copy)).locks).toEqual([lock]);
  expect(restorePart(lock, base, { 'measure.json': '{' })).toBeUndefined();
  expect(restorePart({ part: 'element', id: 'x', rule: 'fixed' }, base, copy)).toBeUndefined();
});
