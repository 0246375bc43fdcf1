/** The names that a form gives to FEEL: its fields by key with their labels, types and choices. */
import type { Choice, FormDocument, FormField } from '@tongban/model';
import type { FeelName, FeelNamedValue, FeelNameType } from './feel-name.ts';

/** The form as one name: its key, with its fields as entries. */
export function nameOfForm(form: FormDocument): FeelName {
  return { name: form.key, label: form.title, type: 'context', entries: namesOfFields(form.fields) };
}

/** The fields as names, sections opened; fields without a value give none. */
export function namesOfFields(fields: readonly FormField[]): readonly FeelName[] {
  return fields.flatMap((field) => {
    if (field.kind === 'section') return namesOfFields(field.fields);
    return field.kind === 'note' || field.key === '' ? [] : [nameOfField(field)];
  });
}

function nameOfField(field: FormField): FeelName {
  const type = TYPES[field.kind];
  const entries = entriesOf(field);
  const values = valuesOf(field);
  return {
    name: field.key,
    label: field.label,
    ...(type === undefined ? {} : { type }),
    ...(entries === undefined ? {} : { entries }),
    ...(values === undefined ? {} : { values }),
  };
}

const TYPES: Readonly<Partial<Record<FormField['kind'], FeelNameType>>> = {
  text: 'string',
  longText: 'string',
  phone: 'string',
  uscc: 'string',
  idNumber: 'string',
  projectCode: 'string',
  qrCode: 'string',
  number: 'number',
  money: 'number',
  date: 'date',
  radio: 'string',
  select: 'string',
  checkboxes: 'list',
  items: 'list',
  files: 'list',
  materials: 'list',
  rows: 'list',
  dateRange: 'context',
  region: 'context',
  opinion: 'context',
  signature: 'context',
  seal: 'context',
  clause: 'context',
};

function entriesOf(field: FormField): readonly FeelName[] | undefined {
  if (field.kind === 'rows') return namesOfFields(field.columns);
  if (field.kind === 'opinion') return [{ ...CHOICE, values: (field.choices ?? AGREEMENT).map(namedValue) }, ...BY];
  return ENTRIES[field.kind];
}

function valuesOf(field: FormField): readonly FeelNamedValue[] | undefined {
  const isChosen = field.kind === 'radio' || field.kind === 'select' || field.kind === 'checkboxes';
  return isChosen && field.choices !== undefined ? field.choices.map(namedValue) : undefined;
}

function namedValue({ value, label }: Choice): FeelNamedValue {
  return { feel: JSON.stringify(value), label };
}

const AGREEMENT: readonly Choice[] = [
  { value: 'agree', label: { 'zh-CN': '同意', en: 'agree' } },
  { value: 'disagree', label: { 'zh-CN': '不同意', en: 'disagree' } },
];

const CHOICE: FeelName = { name: 'choice', label: { 'zh-CN': '意见', en: 'choice' }, type: 'string' };
const BY: readonly FeelName[] = [
  { name: 'text', label: { 'zh-CN': '意见内容', en: 'words' }, type: 'string' },
  { name: 'department', label: { 'zh-CN': '部门', en: 'department' }, type: 'string' },
];

const SIGNED: readonly FeelName[] = [
  { name: 'name', label: { 'zh-CN': '签署人', en: 'who signed' }, type: 'string' },
  { name: 'day', label: { 'zh-CN': '签署日期', en: 'day' }, type: 'string' },
];

const FILE: readonly FeelName[] = [
  { name: 'name', label: { 'zh-CN': '文件名', en: 'file name' }, type: 'string' },
  { name: 'bytes', label: { 'zh-CN': '大小（字节）', en: 'bytes' }, type: 'number' },
];

const ENTRIES: Readonly<Partial<Record<FormField['kind'], readonly FeelName[]>>> = {
  dateRange: [
    { name: 'from', label: { 'zh-CN': '起', en: 'from' }, type: 'date' },
    { name: 'to', label: { 'zh-CN': '止', en: 'to' }, type: 'date' },
  ],
  region: [
    { name: 'code', label: { 'zh-CN': '行政区划代码', en: 'region code' }, type: 'string' },
    { name: 'name', label: { 'zh-CN': '行政区划名称', en: 'region name' }, type: 'string' },
  ],
  signature: SIGNED,
  seal: SIGNED,
  files: FILE,
  materials: [
    { name: 'material', label: { 'zh-CN': '材料', en: 'material' }, type: 'string' },
    {
      name: 'state',
      label: { 'zh-CN': '提交情况', en: 'state' },
      type: 'string',
      values: [
        { feel: '"files"', label: { 'zh-CN': '已上传', en: 'files' } },
        { feel: '"original"', label: { 'zh-CN': '已验原件', en: 'original seen' } },
        { feel: '"promised"', label: { 'zh-CN': '承诺补交', en: 'promised' } },
      ],
    },
  ],
  clause: [{ name: 'acknowledged', label: { 'zh-CN': '已阅知', en: 'acknowledged' }, type: 'boolean' }],
};
