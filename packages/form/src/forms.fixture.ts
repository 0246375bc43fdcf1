/** Forms and situations for the tests of this room. */
import { parseFeel } from '@tongban/feel-parser';
import type { Actor, FormAccess, FormDocument, FormField, Item, Json, Problem } from '@tongban/model';
import { compileForm, type ParseFeel } from './compile-form.ts';
import type { FormContext } from './form-verdict.ts';
import { type OpenForm, openForm } from './open-form.ts';

export const parse: ParseFeel = (text, names) => parseFeel(text, { names });

/** A field with the label of its key. */
export function field(kind: FormField['kind'], key: string, more: object = {}): FormField {
  return { kind, id: `id-${key}`, key, label: { 'zh-CN': key, en: key }, ...more } as FormField;
}

/** A form of `fields`. */
export function form(fields: readonly FormField[], more: Partial<FormDocument> = {}): FormDocument {
  return { formatVersion: 1, id: 'F-T', key: 'test', title: { 'zh-CN': '测试表' }, layout: 'stacked', fields, ...more };
}

/** A form of `fields`, compiled and opened. */
export function opened(fields: readonly FormField[], more: Partial<FormDocument> = {}): OpenForm {
  const { compiled, problems } = compileForm(form(fields, more), parse, ['item', 'limit']);
  if (compiled === undefined) throw new Error(JSON.stringify(problems));
  return openForm(compiled);
}

/** 22 November 2026, 09:00 in China. */
export const env: FormContext['env'] = { now: Date.UTC(2026, 10, 22, 1), offsetMinutes: 480 };

export const clerk: Actor = { id: 'u1', name: '马文华', tenant: 't', roles: ['department'], department: 'land' };

export const items: readonly Item[] = [
  { code: 'A1', name: { 'zh-CN': '选址意见' }, department: 'land', kind: 'promised', modes: ['mock'] },
  { code: 'A2', name: { 'zh-CN': '施工许可' }, department: 'housing', kind: 'promised', modes: [] },
];

/** A situation in which everything may be written, unless `more` says otherwise. */
export function at(mode: 'draft' | 'submit', more: Partial<FormContext> = {}, names: Readonly<Record<string, Json>> = {}): FormContext {
  return { mode, env, lookup: (name) => names[name], ...more };
}

/** A situation with permissions. */
export function allowing(
  access: FormAccess['default'],
  fields: FormAccess['fields'] = {},
  more: Partial<FormContext> = {},
  names: Readonly<Record<string, Json>> = {},
): FormContext {
  return at('submit', { access: { default: access, fields: fields ?? {} }, actor: clerk, ...more }, names);
}

/** The codes of problems. */
export function codes(problems: readonly Problem[]): readonly string[] {
  return problems.map(({ code }) => code);
}

/** F-01 as a county would have it, with one thing of each sort. */
export const application: FormDocument = form(
  [
    field('section', 'project', {
      fields: [
        field('text', 'projectName', { required: true, maxLength: 50, meaning: 'project.name' }),
        field('projectCode', 'projectCode', { required: true }),
        field('uscc', 'uscc'),
        field('phone', 'phone', { required: true }),
        field('money', 'investment', { required: true, unit: '万元', min: 0 }),
        field('money', 'share', { min: 0, max: 100 }),
        field('money', 'ownMoney', { computed: 'investment * share / 1000' }),
      ],
    }),
    field('section', 'land', {
      visible: 'investment > 100',
      fields: [
        field('longText', 'landState', { required: true }),
        field('date', 'landExpected', { earliest: 'today()', required: 'landState != null' }),
      ],
    }),
    field('radio', 'kind', { choices: ['build', 'equip'].map((value) => ({ value, label: { 'zh-CN': value } })) }),
    field('items', 'mockItems', { required: true, mode: 'mock' }),
    field('rows', 'contacts', {
      minRows: 2,
      maxRows: 5,
      columns: [
        field('text', 'name', { required: true }),
        field('phone', 'mobile', { required: 'row.name != null' }),
        field('number', 'hours', { min: 0 }),
        field('number', 'cost', { computed: 'row.hours * rate' }),
        field('text', 'remark', { visible: 'row.cost > 100' }),
      ],
    }),
    field('number', 'rate'),
    field('number', 'total', { computed: 'sum(contacts[cost != null].cost)' }),
    field('clause', 'promise', { text: { 'zh-CN': '资料真实有效' }, version: '2' }),
    field('signature', 'legalPerson'),
    field('files', 'approvals', { accept: ['.pdf', 'image/*'], max: 3, maxBytes: 1000 }),
    field('opinion', 'landOpinion', { department: 'land', required: true }),
    field('opinion', 'marketOpinion', { department: 'market', required: true }),
  ],
  {
    rules: [
      {
        id: 'rule-share',
        test: 'share = null or share <= 50 or kind = "build"',
        message: { 'zh-CN': '出资比例过高', en: 'Too high' },
        fields: ['share'],
      },
    ],
  },
);

/** Values that {@link application} accepts from an applicant. */
export const goodValues: Readonly<Record<string, Json>> = {
  projectName: '饲料加工项目',
  projectCode: '2305-622927-04-01-123456',
  phone: '13893012345',
  investment: { $decimal: '1200.5' },
  share: 30,
  landState: '预审中',
  landExpected: { $date: '2026-12-01' },
  kind: 'equip',
  mockItems: ['A1'],
  contacts: [
    { rowId: 'r1', name: '甲', mobile: '13893012345', hours: 3 },
    { rowId: 'r2', name: '乙', mobile: '0930-1234567' },
  ],
  rate: 50,
  promise: { version: '2', acknowledged: true },
};
