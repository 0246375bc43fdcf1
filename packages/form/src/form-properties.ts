/** Which properties a form document, its fields of each kind and its rules may have, and what each must be. */
import { type ErrorSentences, FEEL_LIMITS, type FieldKind, isJsonObject } from '@tongban/model';
import { FORM_LIMITS } from './form-limits.ts';

/** What a property must be. */
export interface PropertyRule {
  /** In words of each language. */
  readonly expected: ErrorSentences;
  readonly optional?: boolean;
  fits(value: unknown): boolean;
}

const isText = (limit: number) => (value: unknown) => typeof value === 'string' && value.length > 0 && value.length <= limit;
const isCount = (value: unknown): boolean => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
const isLocalText = (limit: number) => (value: unknown) =>
  isJsonObject(value) &&
  Object.keys(value).every((language) => language === 'zh-CN' || language === 'en') &&
  isText(limit)(value['zh-CN']) &&
  (value['en'] === undefined || (typeof value['en'] === 'string' && value['en'].length <= limit));
const isChoice = (value: unknown): boolean =>
  isJsonObject(value) &&
  Object.keys(value).every((key) => key === 'value' || key === 'label') &&
  isText(200)(value['value']) &&
  isLocalText(FORM_LIMITS.labelLength)(value['label']);
const isMaterial = (value: unknown): boolean =>
  isJsonObject(value) &&
  Object.keys(value).every((key) => key === 'id' || key === 'name' || key === 'needed' || key === 'tolerable') &&
  isText(200)(value['id']) &&
  isLocalText(FORM_LIMITS.labelLength)(value['name']) &&
  typeof value['needed'] === 'boolean' &&
  (value['tolerable'] === undefined || typeof value['tolerable'] === 'boolean');
const isRegionPrefix = (value: unknown): boolean => typeof value === 'string' && /^\d{2}(\d{2}){0,2}$/.test(value);
const areDifferent = (list: readonly { readonly id: string }[]): boolean => new Set(list.map(({ id }) => id)).size === list.length;
const isListOf = (limit: number, fits: (entry: unknown) => boolean) => (value: unknown) =>
  Array.isArray(value) && value.length <= limit && value.every(fits);

const name: PropertyRule = { expected: { en: 'a text', 'zh-CN': '文字' }, fits: (value) => typeof value === 'string' };
const label: PropertyRule = {
  expected: { en: 'a text with "zh-CN"', 'zh-CN': '含“zh-CN”的文字' },
  fits: isLocalText(FORM_LIMITS.labelLength),
};
const longLabel: PropertyRule = { ...label, fits: isLocalText(FORM_LIMITS.clauseLength) };
const feel: PropertyRule = { expected: { en: 'a FEEL text', 'zh-CN': 'FEEL 表达式' }, fits: isText(FEEL_LIMITS.textLength) };
const flag: PropertyRule = {
  expected: { en: 'true, false or a FEEL text', 'zh-CN': 'true、false 或 FEEL 表达式' },
  fits: (value) => typeof value === 'boolean' || feel.fits(value),
};
const bool: PropertyRule = { expected: { en: 'true or false', 'zh-CN': 'true 或 false' }, fits: (value) => typeof value === 'boolean' };
const count: PropertyRule = { expected: { en: 'a whole number from 0', 'zh-CN': '不小于 0 的整数' }, fits: isCount };
const number: PropertyRule = {
  expected: { en: 'a number', 'zh-CN': '数字' },
  fits: (value) => typeof value === 'number' && Number.isFinite(value),
};
const list: PropertyRule = { expected: { en: 'a list', 'zh-CN': '列表' }, fits: Array.isArray };
const ruleList: PropertyRule = {
  expected: { en: `a list of at most ${FORM_LIMITS.rules} rules`, 'zh-CN': `最多 ${FORM_LIMITS.rules} 条规则的列表` },
  fits: (value) => Array.isArray(value) && value.length <= FORM_LIMITS.rules,
};
const choices: PropertyRule = {
  expected: { en: 'choices with "value" and "label"', 'zh-CN': '含“value”和“label”的选项' },
  fits: (value) => isListOf(FORM_LIMITS.choices, isChoice)(value) && (value as readonly unknown[]).length > 0,
};
const names: PropertyRule = { expected: { en: 'a list of texts', 'zh-CN': '文字列表' }, fits: isListOf(FORM_LIMITS.fields, isText(200)) };

const materials: PropertyRule = {
  expected: { en: 'different materials with "id", "name" and "needed"', 'zh-CN': '互不相同、含“id”“name”“needed”的材料' },
  fits: (value) => isListOf(FORM_LIMITS.choices, isMaterial)(value) && areDifferent(value as readonly { readonly id: string }[]),
};

const optional = (rule: PropertyRule): PropertyRule => ({ ...rule, optional: true });
const oneOf = (...values: readonly unknown[]): PropertyRule => ({
  expected: { en: values.join(' / '), 'zh-CN': values.join(' / ') },
  fits: (value) => values.includes(value),
});

/** The properties of a form document. */
export const DOCUMENT_PROPERTIES: Readonly<Record<string, PropertyRule>> = {
  formatVersion: oneOf(1),
  id: name,
  key: name,
  title: label,
  note: optional(longLabel),
  layout: oneOf('stacked', 'bordered'),
  steps: optional(bool),
  fields: list,
  rules: optional(ruleList),
};

/** The properties of a rule. */
export const RULE_PROPERTIES: Readonly<Record<string, PropertyRule>> = { id: name, test: feel, message: label, fields: optional(names) };

const BASE: Readonly<Record<string, PropertyRule>> = {
  kind: name,
  id: name,
  key: name,
  label,
  help: optional(longLabel),
  meaning: optional(name),
  span: optional(oneOf(1, 2)),
  required: optional(flag),
  visible: optional(feel),
  readOnly: optional(flag),
  computed: optional(feel),
  rules: optional(ruleList),
};

const TEXT = {
  minLength: optional(count),
  maxLength: optional({ ...count, fits: (value) => isCount(value) && (value as number) <= 100_000 }),
};
const NUMBER = { unit: optional(name), min: optional(number), max: optional(number), decimals: optional(count) };
const CHOICE = { choices };
const COUNTED = { min: optional(count), max: optional(count) };

const KIND_PROPERTIES: Readonly<Record<FieldKind, Readonly<Record<string, PropertyRule>>>> = {
  text: TEXT,
  longText: TEXT,
  phone: TEXT,
  uscc: TEXT,
  idNumber: TEXT,
  projectCode: TEXT,
  number: NUMBER,
  money: NUMBER,
  date: { earliest: optional(feel), latest: optional(feel) },
  dateRange: { earliest: optional(feel), latest: optional(feel) },
  region: {
    level: optional(oneOf('province', 'city', 'county')),
    within: optional({ expected: { en: '2, 4 or 6 digits', 'zh-CN': '2、4 或 6 位数字' }, fits: isRegionPrefix }),
  },
  radio: CHOICE,
  select: CHOICE,
  checkboxes: CHOICE,
  items: { mode: optional(name), ...COUNTED },
  files: { accept: optional(names), maxBytes: optional(count), ...COUNTED },
  materials: {
    materials: optional(materials),
    itemsKey: optional(name),
    latest: optional(feel),
    accept: optional(names),
    maxBytes: optional(count),
  },
  qrCode: {},
  rows: {
    columns: list,
    minRows: optional(count),
    maxRows: optional(count),
    ownerKey: optional(name),
    writableRow: optional(feel),
    extensible: optional(bool),
  },
  opinion: { department: optional(name), choices: optional(choices) },
  signature: {},
  seal: {},
  clause: { text: longLabel, version: name, acknowledge: optional(bool) },
  note: { text: longLabel },
  section: { fields: list },
};

/** The kinds of fields. */
export const FIELD_KINDS: ReadonlySet<string> = new Set(Object.keys(KIND_PROPERTIES));

/** The properties that a field of `kind` may have. */
export function fieldProperties(kind: string): Readonly<Record<string, PropertyRule>> {
  return { ...BASE, ...KIND_PROPERTIES[kind as FieldKind] };
}
