import type { FormAccess, Json, JsonObject } from '@tongban/model';
import { describe, expect, test } from 'vitest';
import type { FormContext } from './form-verdict.ts';
import { allowing, application, at, clerk, codes, field, goodValues, opened } from './forms.fixture.ts';

const open = opened(application.fields, application);
const onlyLand = allowing('read', { 'id-landOpinion': 'write', 'id-marketOpinion': 'write' });

/** F-04: rows that departments fill in, each its own. */
const circulation = opened([
  field('text', 'title'),
  field('rows', 'flow', {
    ownerKey: 'department',
    extensible: false,
    columns: [
      field('text', 'department'),
      field('text', 'item'),
      field('date', 'done'),
      field('signature', 'sign'),
      field('text', 'secret'),
    ],
  }),
]);
const flow = [
  { rowId: 'r1', department: 'land', item: 'A1', secret: 's1' },
  { rowId: 'r2', department: 'market', item: 'A2', secret: 's2' },
];
const own = allowing('read', { 'id-flow/id-done': 'write', 'id-flow/id-sign': 'write' });
const day = { $date: '2026-11-22' };

describe('patching stored values', () => {
  test('FP1 takes over what may be written; absent and unchanged values are fine', () => {
    const changed = { ...goodValues, phone: '13900000000', uscc: null };
    const { ok, values } = open.applyPatch(goodValues, changed, at('submit', { access: { default: 'write' } }));
    expect(ok).toBe(true);
    expect(values['phone']).toBe('13900000000');
    expect(open.applyPatch(goodValues, {}, allowing('read'))).toMatchObject({ ok: true, values: goodValues });
  });

  test('FP2 refuses a change of what may not be written, names the field, and changes nothing', () => {
    const { ok, values, problems } = open.applyPatch(goodValues, { projectName: '别的', phone: '13893012345' }, onlyLand);
    expect([ok, values]).toEqual([false, goodValues]);
    expect(problems).toMatchObject([
      { code: 'FORM_FIELD_NOT_WRITABLE', place: { elementId: 'id-projectName' }, details: { path: 'projectName' } },
    ]);
  });

  test('FP2 sections hand their permission down, a field may say otherwise', () => {
    const access: FormAccess = { default: 'read', fields: { 'id-project': 'write', 'id-phone': 'read' } };
    expect(open.accessOf(at('submit', { access }))).toMatchObject({
      'id-projectName': 'write',
      'id-phone': 'read',
      'id-landState': 'read',
    });
    expect(codes(open.applyPatch(goodValues, { phone: '13900000000' }, at('submit', { access })).problems)).toEqual([
      'FORM_FIELD_NOT_WRITABLE',
    ]);
  });

  test('FP3 refuses a change of what the form itself makes read-only in the end', () => {
    const form = opened([field('text', 'state'), field('text', 'note', { readOnly: 'state = "shut"' })]);
    const write = at('submit', { access: { default: 'write' } });
    expect(codes(form.applyPatch({ state: 'shut', note: 'a' }, { note: 'b' }, write).problems)).toEqual(['FORM_FIELD_NOT_WRITABLE']);
    expect(form.applyPatch({ state: 'shut', note: 'a' }, { state: 'open', note: 'b' }, write).values).toEqual({ state: 'open', note: 'b' });
  });

  test('FP4 an opinion is written by its own department, and signed by the system', () => {
    const forged = { choice: 'agree', text: '可以', by: 'boss', byName: '领导', department: 'market', day: '2020-01-01' };
    const { values } = open.applyPatch(goodValues, { landOpinion: forged }, onlyLand);
    expect(values['landOpinion']).toEqual({
      choice: 'agree',
      text: '可以',
      by: 'u1',
      byName: '马文华',
      department: 'land',
      day: '2026-11-22',
    });
    const again = open.applyPatch(values, { landOpinion: { ...forged, by: 'x' } }, { ...onlyLand, env: { ...onlyLand.env, now: 0 } });
    expect(again.values['landOpinion']).toEqual(values['landOpinion']);
    expect(codes(open.applyPatch(goodValues, { marketOpinion: forged }, onlyLand).problems)).toEqual(['FORM_FIELD_NOT_WRITABLE']);
  });

  test('FP4 a signature without name or day takes those of the actor and of today', () => {
    const write = allowing('read', { 'id-legalPerson': 'write' });
    const signed = open.applyPatch(goodValues, { legalPerson: { method: 'confirmed', name: '', day: '' } }, write).values['legalPerson'];
    expect(signed).toEqual({ method: 'confirmed', name: '马文华', day: '2026-11-22' });
  });

  test('FP5 of rows with an owner only one’s own are written, by row id, and the others stay untouched', () => {
    const mine = [{ rowId: 'r1', done: day, sign: { method: 'confirmed', name: '', day: '' } }];
    const { ok, values } = circulation.applyPatch({ flow }, { flow: mine }, own);
    expect(ok).toBe(true);
    const [first, second] = values['flow'] as unknown as readonly JsonObject[];
    expect(first).toEqual({ ...flow[0], done: day, sign: { method: 'confirmed', name: '马文华', day: '2026-11-22' } });
    expect(second).toEqual(flow[1]);
    const others = circulation.applyPatch({ flow }, { flow: [flow[0], { ...flow[1], done: day }] as unknown as Json }, own);
    expect(others.problems).toMatchObject([
      { code: 'FORM_FIELD_NOT_WRITABLE', place: { elementId: 'id-flow/id-done' }, details: { path: 'flow[1].done' } },
    ]);
    expect(codes(circulation.applyPatch({ flow }, { flow: mine }, { ...own, actor: { ...clerk, department: 'x' } }).problems)).toHaveLength(
      2,
    );
  });

  test('FP5 rows of one’s own cannot be made others’', () => {
    const form = opened([field('rows', 'r', { ownerKey: 'who', columns: [field('text', 'who'), field('text', 'said')] })]);
    const write = allowing('write');
    const stored = { r: [{ rowId: 'r1', who: 'land', said: 'a' }] };
    expect(codes(form.applyPatch(stored, { r: [{ rowId: 'r1', who: 'market' }] }, write).problems)).toEqual(['FORM_FIELD_NOT_WRITABLE']);
    expect(codes(form.applyPatch(stored, { r: [{ rowId: 'r1' }, { rowId: 'r2', who: 'market' }] }, write).problems)).not.toEqual([]);
    const added = form.applyPatch(stored, { r: [{ rowId: 'r1' }, { rowId: 'r2', who: 'land', said: 'b' }] }, write);
    expect(added.values).toEqual({ r: [...stored.r, { rowId: 'r2', who: 'land', said: 'b' }] });
  });

  test('FP6 writableRow chooses the rows of the task at hand', () => {
    const form = opened([
      field('rows', 'r', {
        writableRow: 'row.item = item.code',
        extensible: false,
        columns: [field('text', 'item'), field('text', 'said')],
      }),
    ]);
    const context: FormContext = allowing('write', {}, {}, { item: { code: 'A2' } });
    const stored = {
      r: [
        { rowId: 'r1', item: 'A1' },
        { rowId: 'r2', item: 'A2' },
      ],
    };
    expect(form.applyPatch(stored, { r: [{ rowId: 'r2', said: 'x' }] }, context).values).toEqual({
      r: [stored.r[0], { ...stored.r[1], said: 'x' }],
    });
    expect(codes(form.applyPatch(stored, { r: [{ rowId: 'r1', said: 'x' }] }, context).problems)).toEqual(['FORM_FIELD_NOT_WRITABLE']);
    const { fields } = form.verdict(stored, context);
    expect([fields.get('r[0].said')?.readOnly, fields.get('r[1].said')?.readOnly, fields.get('r')?.addable]).toEqual([true, false, false]);
  });

  test('FP7 rows are added, left out and moved only where the table is open', () => {
    const write = at('submit', { access: { default: 'write' } });
    const contacts = goodValues['contacts'] as unknown as readonly JsonObject[];
    const turned = [contacts[1], { rowId: 'r9', name: '丙' }] as unknown as Json;
    expect(open.applyPatch(goodValues, { contacts: turned }, write).values['contacts']).toMatchObject([
      { rowId: 'r2' },
      { rowId: 'r9', name: '丙' },
    ]);
    const closed = [...flow, { rowId: 'r3' }];
    expect(codes(circulation.applyPatch({ flow }, { flow: closed }, allowing('write')).problems)).toEqual(['FORM_ROWS_NOT_EXTENSIBLE']);
    expect(codes(open.applyPatch(goodValues, { contacts: turned }, allowing('read')).problems)).toEqual(['FORM_FIELD_NOT_WRITABLE']);
    expect(circulation.applyPatch({ flow }, { flow: [] }, allowing('write')).values).toEqual({ flow });
  });

  test('FP8 what a person may not see is left out, and cannot be written', () => {
    const hiding = allowing('read', { 'id-title': 'hidden', 'id-flow/id-secret': 'hidden' });
    expect(circulation.redact({ title: 't', flow }, hiding)).toEqual({
      flow: [
        { rowId: 'r1', department: 'land', item: 'A1' },
        { rowId: 'r2', department: 'market', item: 'A2' },
      ],
    });
    expect(circulation.verdict({ title: 't', flow }, hiding).fields.get('title')?.visible).toBe(false);
    expect(codes(circulation.applyPatch({ title: 't' }, { title: 'u' }, hiding).problems)).toEqual(['FORM_FIELD_NOT_WRITABLE']);
    expect(circulation.applyPatch({ title: 't', flow }, {}, hiding).values).toEqual({ title: 't', flow });
  });

  test('FP8 a guess at what is hidden is refused, whether it is right, wrong or empty', () => {
    const hiding = allowing('read', { 'id-title': 'hidden', 'id-flow/id-secret': 'hidden' });
    for (const title of ['t', 'u', null])
      expect(codes(circulation.applyPatch({ title: 't', flow }, { title }, hiding).problems)).toEqual(['FORM_FIELD_NOT_WRITABLE']);
    for (const secret of ['s1', 'other', null])
      expect(codes(circulation.applyPatch({ flow }, { flow: [{ rowId: 'r1', secret }] }, hiding).problems)).toEqual([
        'FORM_FIELD_NOT_WRITABLE',
      ]);
    const noRows = allowing('read', { 'id-flow': 'hidden' });
    for (const rowId of ['r1', 'r9'])
      expect(codes(circulation.applyPatch({ flow }, { flow: [{ rowId }] }, noRows).problems)).toEqual(['FORM_FIELD_NOT_WRITABLE']);
  });

  test('FP4 nobody signs by a click in another’s name or on another day', () => {
    const write = allowing('read', { 'id-legalPerson': 'write' });
    const signed = (legalPerson: Json): Json => open.applyPatch(goodValues, { legalPerson }, write).values['legalPerson'] ?? null;
    expect(signed({ method: 'confirmed', name: '县长', day: '2020-01-01' })).toEqual({
      method: 'confirmed',
      name: '马文华',
      day: '2026-11-22',
    });
    expect(signed({ method: 'original', name: '法人', day: '2026-11-20' })).toEqual({
      method: 'original',
      name: '法人',
      day: '2026-11-20',
    });
  });

  test('FP10 a hostile patch is refused in good time, with a list of problems that stays short', () => {
    const closed = allowing('read', { 'id-flow/id-done': 'write' });
    const many = Array.from({ length: 10_000 }, (_, at) => ({ rowId: `x${at}`, item: 'A', secret: 's' }));
    expect(circulation.applyPatch({ flow }, { flow: many }, closed).problems.length).toBeLessThanOrEqual(500);
    const tooMany = Array.from({ length: 100_000 }, () => ({ rowId: 'r1' }));
    expect(codes(circulation.applyPatch({ flow }, { flow: tooMany }, closed).problems)).toEqual(['FORM_ROWS_TOO_MANY']);
    for (const rows of [[{ rowId: 'r1' }, { rowId: 'r1' }], [{ rowId: '__proto__' }], [{}], [null], ['r1'], [[]]])
      expect(codes(circulation.applyPatch({ flow }, { flow: rows as Json }, closed).problems)).toEqual(['FORM_ROW_ID_INVALID']);
  });

  test('FP9 computed values are never taken from the page', () => {
    const write = at('submit', { access: { default: 'write' } });
    expect(open.applyPatch(goodValues, { total: 1 }, write).values['total']).toBe(150);
  });
});
