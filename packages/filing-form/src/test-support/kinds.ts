/** A form with the kinds that are loaded when they are needed; for tests. */
import type { CompiledForm, FormDocument } from '@tongban/model';
import { compiled } from './forms.ts';

/** See the module comment. */
export const KINDS: FormDocument = {
  formatVersion: 1,
  id: 'F-K',
  key: 'kinds',
  title: { 'zh-CN': '容缺受理申请', en: 'Application for tolerant acceptance' },
  layout: 'bordered',
  fields: [
    { kind: 'text', id: 'F-K.name', key: 'name', label: { 'zh-CN': '项目名称', en: 'Project name' }, required: true },
    { kind: 'money', id: 'F-K.money', key: 'money', label: { 'zh-CN': '总投资', en: 'Investment' }, unit: '万元', required: true },
    { kind: 'region', id: 'F-K.site', key: 'site', label: { 'zh-CN': '建设地区', en: 'Region' }, within: '62', required: true },
    { kind: 'dateRange', id: 'F-K.period', key: 'period', label: { 'zh-CN': '建设期', en: 'Period' }, required: true },
    { kind: 'date', id: 'F-K.day', key: 'day', label: { 'zh-CN': '开工日期', en: 'Start' } },
    { kind: 'items', id: 'F-K.items', key: 'items', label: { 'zh-CN': '事项', en: 'Items' }, mode: 'mock' },
    {
      kind: 'materials',
      id: 'F-K.papers',
      key: 'papers',
      label: { 'zh-CN': '申请材料', en: 'Materials' },
      materials: [
        { id: 'form', name: { 'zh-CN': '申请表', en: 'Form' }, needed: true },
        { id: 'land', name: { 'zh-CN': '用地批准文件', en: 'Land approval' }, needed: true, tolerable: true },
        { id: 'photo', name: { 'zh-CN': '现场照片', en: 'Photographs' }, needed: false },
      ],
      itemsKey: 'items',
      latest: 'today() + duration("P30D")',
      accept: ['.pdf', 'image/*'],
    },
    { kind: 'signature', id: 'F-K.sign', key: 'sign', label: { 'zh-CN': '经办人签字', en: 'Signature' } },
    { kind: 'qrCode', id: 'F-K.code', key: 'code', label: { 'zh-CN': '二维码', en: 'QR code' }, computed: 'name' },
  ],
};

/** The same in steps, one column wide. */
export const STEPS: FormDocument = {
  ...KINDS,
  layout: 'stacked',
  steps: true,
  fields: [
    section('one', '项目信息', 'Project', KINDS.fields.slice(0, 4)),
    section('two', '事项与材料', 'Items and materials', KINDS.fields.slice(5, 7)),
    section('three', '签字', 'Signature', KINDS.fields.slice(7, 8)),
  ],
};

/** Compiles one of them. */
export function kindsForm(document: FormDocument = KINDS): CompiledForm {
  return compiled(document);
}

function section(key: string, zh: string, en: string, fields: FormDocument['fields']): FormDocument['fields'][number] {
  return { kind: 'section', id: `F-K.${key}`, key, label: { 'zh-CN': zh, en }, fields };
}
