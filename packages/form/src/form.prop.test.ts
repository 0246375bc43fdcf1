import type { FieldAccess, FormDocument, FormField, FormValues, Json, JsonObject } from '@tongban/model';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allowing, application, at, clerk, field, form, goodValues, items, opened } from './forms.fixture.ts';
import type { OpenForm } from './open-form.ts';
import { sameJson } from './same-json.ts';
import { sampleValues } from './sample-values.ts';

const SEED = { seed: 20_261_122, numRuns: 300 };
const open = opened(application.fields, application);
const keys = Object.keys(goodValues);

/** JSON that is often nearly right: keys and values of the form, wire tags, and names that hurt. */
const scrap = fc.oneof(
  fc.jsonValue({ maxDepth: 4 }),
  fc.constantFrom(...Object.values(goodValues)),
  fc.constantFrom(
    { $decimal: '1e99999' },
    { $date: 'x' },
    { $decimal: `0.${'1'.repeat(500)}` },
    '\u0000',
    1e308,
    -0.1,
    [[]],
    'x'.repeat(5_000),
  ),
) as fc.Arbitrary<Json>;
const names = fc.oneof(
  fc.constantFrom(...keys),
  fc.constantFrom('__proto__', 'constructor', 'rowId', 'landOpinion', 'approvals'),
  fc.string(),
);
const hostile = fc.oneof(
  scrap,
  fc.array(fc.tuple(names, scrap), { maxLength: 12 }).map((entries) => Object.fromEntries(entries) as Json),
  fc
    .array(fc.dictionary(names, scrap, { maxKeys: 5 }), { maxLength: 5 })
    .map((contacts) => ({ ...goodValues, contacts }) as unknown as Json),
);

describe('properties', () => {
  test('FV17 validating never throws, gives JSON, and what it gives it accepts again without change', () => {
    fc.assert(
      fc.property(hostile, fc.constantFrom('draft' as const, 'submit' as const), (values, mode) => {
        const context = at(mode, { items });
        const once = open.validate(values, context);
        expect(JSON.parse(JSON.stringify(once.values))).toEqual(once.values);
        const again = open.validate(once.values, context);
        expect(again.values).toEqual(once.values);
        if (once.ok) expect(again.ok).toBe(true);
      }),
      SEED,
    );
  });

  test('FV18 sample values of a form are accepted by it', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const values = { ...sampleValues(application, seed, items), share: 40 };
        expect(open.validate(values, at('submit', { items })).problems).toEqual([]);
      }),
      { ...SEED, numRuns: 100 },
    );
  });

  test('FS8 after any edits a session says what a fresh verdict says', () => {
    const edit = fc.oneof(
      fc.record({ do: fc.constant('set' as const), key: fc.constantFrom(...keys), value: scrap }),
      fc.record({
        do: fc.constant('cell' as const),
        row: fc.nat(3),
        key: fc.constantFrom('name', 'hours', 'mobile', 'remark'),
        value: scrap,
      }),
      fc.record({ do: fc.constant('add' as const) }),
      fc.record({ do: fc.constant('remove' as const), row: fc.nat(3) }),
      fc.record({ do: fc.constant('move' as const), row: fc.nat(3), to: fc.nat(4) }),
    );
    const context = at('submit', { items, access: { default: 'write' } });
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 15 }), (edits) => {
        const session = open.startSession(goodValues, context);
        const raw: Record<string, Json> = { ...goodValues };
        for (const one of edits) {
          if (one.do === 'set') {
            session.set(one.key, one.value);
          } else if (one.do === 'add') session.addRow('contacts');
          else {
            const row = (session.verdictOf(`contacts[${one.row}]`)?.value ?? null) as JsonObject | null;
            if (row === null) continue;
            const rowId = row['rowId'] as string;
            if (one.do === 'remove') session.removeRow('contacts', rowId);
            else if (one.do === 'move') session.moveRow('contacts', rowId, one.to);
            else session.set(`contacts[${rawIndex(session.get('contacts'), rowId)}].${one.key}`, one.value);
          }
        }
        for (const key of Object.keys(raw)) raw[key] = session.get(key);
        const fresh = open.verdict(raw, context);
        expect(session.verdict()).toEqual(fresh);
        expect(session.paths()).toEqual([...fresh.fields.keys()]);
        for (const [path, verdict] of fresh.fields) expect(session.verdictOf(path)).toEqual(verdict);
      }),
      SEED,
    );
  });

  test('FS8 holds for forms of any shape', () => {
    fc.assert(
      fc.property(
        fc.array(shape, { minLength: 1, maxLength: 12 }),
        fc.array(fc.tuple(fc.nat(11), fc.integer({ min: -5, max: 20 })), { maxLength: 12 }),
        (shapes, edits) => {
          const made = opened(shapes.map(fieldOf));
          const context = at('submit', { access: { default: 'write' } });
          const session = made.startSession({}, context);
          const raw: Record<string, Json> = {};
          for (const [index, value] of edits) {
            const key = `f${index % shapes.length}`;
            session.set(key, value);
            raw[key] = value;
          }
          expect(session.verdict()).toEqual(made.verdict(raw, context));
        },
      ),
      SEED,
    );
  });

  test('FP10 a patch never changes what may not be written, and a refused one changes nothing', () => {
    const accesses = fc.dictionary(
      fc.constantFrom('id-project', 'id-phone', 'id-contacts', 'id-contacts/id-name', 'id-rate', 'id-landOpinion', 'id-total', 'id-land'),
      fc.constantFrom<FieldAccess>('write', 'read', 'hidden'),
    );
    const patches = fc.array(
      fc.tuple(fc.constantFrom(...keys, 'landOpinion'), fc.oneof(scrap, fc.constantFrom(...Object.values(goodValues)))),
      { maxLength: 4 },
    );
    fc.assert(
      fc.property(fc.constantFrom<FieldAccess>('write', 'read'), accesses, patches, (byDefault, fields, entries) => {
        const context = allowing(byDefault, fields, { items });
        const stored = open.validate(sampleValues(application, 7, items), at('draft', { items })).values;
        const { ok, values } = open.applyPatch(stored, Object.fromEntries(entries), context);
        if (!ok) expect(values).toBe(stored);
        for (const [path, before] of unwritable(open, stored, context)) expect(sameJson(values[path], before), path).toBe(true);
      }),
      SEED,
    );
  });

  test('FP1 what a page was shown, it may hand back, and nothing changes', () => {
    const accesses = fc.dictionary(
      fc.constantFrom(
        'id-project',
        'id-phone',
        'id-contacts',
        'id-contacts/id-name',
        'id-contacts/id-cost',
        'id-rate',
        'id-landOpinion',
        'id-land',
      ),
      fc.constantFrom<FieldAccess>('write', 'read', 'hidden'),
    );
    fc.assert(
      fc.property(fc.integer(), fc.constantFrom<FieldAccess>('write', 'read'), accesses, (seed, byDefault, fields) => {
        const context = { ...allowing(byDefault, fields, { items }), mode: 'draft' as const };
        const stored = open.validate({ ...sampleValues(application, seed, items) }, at('draft', { items })).values;
        const sent = open.startSession(open.redact(stored, context), context).values();
        const { problems, values } = open.applyPatch(stored, sent, context);
        expect(problems).toEqual([]);
        expect(values).toEqual(stored);
      }),
      SEED,
    );
  });

  test('FP10 rows of other departments stay as they are, whatever is sent', () => {
    const table: FormDocument = form([
      field('rows', 'r', { ownerKey: 'who', columns: [field('text', 'who'), field('text', 'said'), field('opinion', 'op')] }),
    ]);
    const made = opened(table.fields);
    const stored = { r: ['land', 'market', 'land', 'water'].map((who, index) => ({ rowId: `r${index}`, who, said: `${index}` })) };
    const cell = fc.oneof(fc.constantFrom('land', 'market', null), fc.string({ maxLength: 3 }));
    const row = fc.record({ rowId: fc.constantFrom('r0', 'r1', 'r2', 'r3', 'r4'), who: cell, said: cell }, { requiredKeys: ['rowId'] });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 6 }), (r) => {
        const { values } = made.applyPatch(stored, { r }, allowing('write', {}, { actor: clerk }));
        const after = (values['r'] ?? []) as readonly JsonObject[];
        for (const other of stored.r.filter(({ who }) => who !== 'land')) expect(after).toContainEqual(other);
        expect(after.filter(({ who }) => who !== 'land' && who !== undefined)).toHaveLength(2);
      }),
      SEED,
    );
  });
});

const shape = fc.record({
  reads: fc.array(fc.nat(10), { maxLength: 2 }),
  as: fc.constantFrom('plain', 'computed', 'visible', 'required', 'readOnly', 'rule'),
});

/** A number field that reads fields before it only, so that there are no circles. */
function fieldOf({ reads, as }: { readonly reads: readonly number[]; readonly as: string }, index: number): FormField {
  const sum = ['1', ...reads.filter((read) => read < index).map((read) => `f${read}`)].join(' + ');
  const test = `${sum} > 5`;
  if (as === 'plain') return field('number', `f${index}`, { required: true });
  if (as === 'computed') return field('number', `f${index}`, { computed: sum });
  if (as === 'rule')
    return field('number', `f${index}`, { rules: [{ id: `rule${index}`, test: `value < ${sum}`, message: { 'zh-CN': 'x' } }] });
  return field('number', `f${index}`, { [as]: test });
}

function rawIndex(rows: Json, rowId: string): number {
  return (rows as readonly Json[]).findIndex((row) => typeof row === 'object' && row !== null && (row as JsonObject)['rowId'] === rowId);
}

/** The stored values of the typed fields whose access is not `write`. */
function unwritable(made: OpenForm, stored: FormValues, context: ReturnType<typeof allowing>): readonly (readonly [string, Json])[] {
  const access = made.accessOf(context);
  return Object.entries(stored).filter(([key]) => {
    const columns = Object.entries(access).filter(([id]) => id.startsWith(`id-${key}/`));
    const computed = key === 'ownMoney' || key === 'total';
    return !computed && access[`id-${key}`] !== 'write' && columns.every(([, one]) => one !== 'write');
  });
}
