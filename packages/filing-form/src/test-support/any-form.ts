/** Forms of any shape, and values that are right, nearly right, or hostile; for property tests. */
import type { FormDocument, FormField, Json } from '@tongban/model';
import fc from 'fast-check';

const label = (key: string): FormField['label'] => ({ 'zh-CN': key, en: key });
const CHOICES = ['a', 'b', 'c'].map((value) => ({ value, label: label(value) }));

const leafKind = fc.constantFrom(
  'text',
  'longText',
  'phone',
  'uscc',
  'idNumber',
  'projectCode',
  'number',
  'money',
  'date',
  'dateRange',
  'region',
  'radio',
  'select',
  'checkboxes',
  'items',
  'files',
  'materials',
  'qrCode',
  'opinion',
  'signature',
  'seal',
  'clause',
) as fc.Arbitrary<FormField['kind']>;

const leaf = fc.record({
  kind: leafKind,
  required: fc.constantFrom(true, false, 'condition' as const),
  shown: fc.constantFrom('always' as const, 'condition' as const),
  limit: fc.nat(4),
  reads: fc.nat(12),
});
type Leaf = typeof leaf extends fc.Arbitrary<infer One> ? One : never;

/** A form of up to twelve fields, some in sections and rows; conditions read fields before them. */
export const anyForm: fc.Arbitrary<FormDocument> = fc
  .tuple(fc.array(leaf, { minLength: 1, maxLength: 9 }), fc.array(leaf, { maxLength: 3 }), fc.boolean(), fc.nat(3))
  .map(([leaves, columns, steps, cut]): FormDocument => {
    const fields = leaves.map((one, index) => fieldOf(one, `f${index}`, index));
    const rows: readonly FormField[] =
      columns.length === 0
        ? []
        : [
            {
              kind: 'rows',
              id: 'id-rows',
              key: 'rows',
              label: label('rows'),
              minRows: cut,
              maxRows: cut + 2,
              ...(cut === 2 ? { writableRow: 'row.c0 != "a"' } : {}),
              columns: columns.filter(({ kind }) => kind !== 'materials').map((one, index) => fieldOf(one, `c${index}`, 0)),
            },
          ];
    const section: FormField = { kind: 'section', id: 'id-section', key: 'section', label: label('section'), fields: fields.slice(cut) };
    return {
      formatVersion: 1,
      id: 'F-X',
      key: 'any',
      title: label('any'),
      layout: steps ? 'stacked' : 'bordered',
      ...(steps ? { steps } : {}),
      fields: [...fields.slice(0, cut), section, ...rows],
    };
  });

function fieldOf({ kind, required, shown, limit, reads }: Leaf, key: string, index: number): FormField {
  const condition = index === 0 ? 'parameters.on' : `f${reads % index} != null`;
  return {
    kind,
    id: `id-${key}`,
    key,
    label: label(key),
    ...(required === false ? {} : { required: required === 'condition' ? condition : true }),
    ...(shown === 'condition' ? { visible: condition } : {}),
    ...MORE[kind]?.(limit),
  } as unknown as FormField;
}

const MORE: Partial<Record<FormField['kind'], (limit: number) => object>> = {
  text: (limit) => ({
    maxLength: limit === 4 ? 60 : limit + 1,
    // the pattern that makes a matcher with backtracking try for ever
    ...(limit > 2 ? { rules: [{ id: 'rule', test: 'matches(value, "^(a+)+$")', message: label('pattern') }] } : {}),
  }),
  number: (limit) => ({ min: limit, max: limit * 10 }),
  money: (limit) => ({ decimals: limit }),
  date: (limit) => (limit % 2 === 0 ? { earliest: 'today()' } : {}),
  dateRange: () => ({ earliest: 'today()' }),
  region: (limit) => ({ level: (['province', 'city', 'county'] as const)[limit % 3], within: '62' }),
  radio: () => ({ choices: CHOICES }),
  select: () => ({ choices: CHOICES }),
  checkboxes: () => ({ choices: CHOICES }),
  items: (limit) => ({ min: limit % 2, max: limit + 1 }),
  files: (limit) => ({ accept: ['.pdf'], max: limit }),
  materials: (limit) => ({
    materials: ['m', 'n'].map((id) => ({ id, name: label(id), needed: limit > 1, tolerable: limit % 2 === 0 })),
    latest: 'today() + duration("P30D")',
  }),
  clause: () => ({ text: label('clause'), version: '1' }),
};

const nearly = fc.constantFrom<Json>(
  'a',
  '光伏发电项目',
  `${'a'.repeat(50)}!`,
  '13893012345',
  '91350100M000100Y43',
  '11010519491231002X',
  '2305-622927-04-01-123456',
  3,
  { $decimal: '12.345' },
  { $date: '2026-12-01' },
  { $date: '2026-02-30' },
  { from: { $date: '2026-12-01' }, to: { $date: '2026-12-31' } },
  { to: { $date: '2026-01-01' } },
  { code: '622927', name: '积石山县' },
  { code: '620000', name: '甘肃省' },
  ['a', 'b'],
  ['a', 'a'],
  [{ fileId: 'f', name: 'a.pdf', bytes: 3, mediaType: 'application/pdf' }],
  [
    { material: 'm', state: 'promised', by: { $date: '2026-12-10' } },
    { material: 'n', state: 'original' },
  ],
  [{ material: 'm', state: 'lost' }],
  { choice: 'agree', text: '' },
  { choice: 'disagree', text: '' },
  { method: 'confirmed', name: '马', day: '2026-11-22' },
  { method: 'drawn', name: '马', day: '2026-11-22' },
  { version: '1', acknowledged: true },
  '',
  null,
  '\u0000',
);
const value = fc.oneof({ weight: 4, arbitrary: nearly }, { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<Json> });
const row = fc.dictionary(fc.constantFrom('c0', 'c1', 'c2'), value, { maxKeys: 3 });

/** Values for {@link anyForm}, by key. */
export const anyValues: fc.Arbitrary<Readonly<Record<string, Json>>> = fc
  .tuple(
    fc.dictionary(fc.constantFrom('f0', 'f1', 'f2', 'f3', 'f4', 'f5', 'f6', 'f7', 'f8'), value, { maxKeys: 9 }),
    fc.array(row, { maxLength: 4 }),
  )
  .map(([values, rows]) => ({ ...values, rows: rows.map((cells, index) => ({ ...cells, rowId: `r${index}` })) }));
