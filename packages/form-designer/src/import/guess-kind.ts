/** What kind of field a label of a paper form means, with what else the label says: unit, choices, whether it must be filled in. */
import type { FormField } from '@tongban/model';
import { DATA_DICTIONARY } from '../data-dictionary.ts';
import type { FieldDraft } from '../new-field.ts';
import { PALETTE, paletteEntry } from '../palette.ts';

/** Where a guess comes from: known by its name, read from words of the label or of the blank, or nothing better. */
export type GuessReason = 'name' | 'words' | 'blank' | 'plain';

/** A field as it was guessed. */
export interface FieldGuess {
  readonly draft: FieldDraft;
  readonly because: GuessReason;
}

/** The field that `label` means; `blank` is what stands in the empty cell: 年 月 日, □是 □否, （盖章）. */
export function guessField(label: string, blank: string = '', wide: boolean = false): FieldGuess {
  const text = plain(label);
  const required = /[*＊]/.test(label) ? { required: true } : {};
  const known = knownField(text);
  const boxes = choicesOf(blank) ?? choicesOf(text);
  const named = boxes === undefined ? text : text.split(/[□☐○]/)[0]?.trim() || text;
  const base = { key: 'field', label: { 'zh-CN': withoutUnit(named) || '字段' }, ...required };
  if (boxes !== undefined) {
    const kind = boxes.length === 2 || /单选|一项/.test(text) ? 'radio' : 'checkboxes';
    return { draft: { ...base, kind, choices: boxes }, because: 'blank' };
  }
  const hint = `${text} ${plain(blank)}`;
  const signed = signatureKind(hint);
  if (signed !== undefined) return { draft: { ...base, kind: signed, label: { 'zh-CN': named || plain(blank) } }, because: 'words' };
  if (known !== undefined)
    return { draft: { ...known, ...base, key: known.key, ...(known['required'] === true ? { required: true } : {}) }, because: 'name' };
  if (/意见/.test(text) && /分别填写|各部门|逐一填写/.test(text))
    return { draft: { ...OPINIONS, ...base, key: OPINIONS.key }, because: 'words' };
  for (const [pattern, kind, more] of WORDS) {
    if (pattern.test(text)) return { draft: { ...base, kind, ...unitOf(text, kind), ...more }, because: 'words' };
  }
  if (/年\s*月\s*日/.test(blank)) return { draft: { ...base, kind: 'date' }, because: 'blank' };
  const unit = unitOf(text, 'number');
  if ('unit' in unit) return { draft: { ...base, kind: 'number', ...unit }, because: 'words' };
  return { draft: { ...base, kind: wide && text.length > 4 ? 'longText' : 'text' }, because: 'plain' };
}

/** The label as one line, without marks and without the colon behind it. */
export function plain(label: string): string {
  return label
    .replace(/\s+/g, '')
    .replace(/[*＊]/g, '')
    .replace(/[_＿]+/g, '')
    .replace(/年月日$/, '')
    .replace(/[：:]$/, '')
    .replace(/^[（(]?[一二三四五六七八九十\d]+[）)、.．]\s*/, '');
}

/** One row for each department. */
const OPINIONS = paletteEntry('departmentOpinions')?.draft as FieldDraft;

type Words = readonly [pattern: RegExp, kind: FormField['kind'], more?: Readonly<Record<string, unknown>>];

/** In this order: the first that fits. */
const WORDS: readonly Words[] = [
  [/意见$|意见[（(]/, 'opinion'],
  [/信用代码/, 'uscc'],
  [/身份证/, 'idNumber'],
  [/项目代码/, 'projectCode'],
  [/电话|手机|联系方式|传真/, 'phone'],
  [/附件|附图|复印件|扫描件|证明材料|要件/, 'files', { accept: ['.pdf', 'image/*'] }],
  [/起止|期间|有效期至?$|建设期/, 'dateRange'],
  [/日期|时间|年月/, 'date'],
  [/所在地区|行政区划|省市县/, 'region'],
  [/金额|投资额?|资金|费用|造价|产值|税收|万元|（元）/, 'money'],
  [/面积|数量|人数|份数|长度|高度|层数|容积率|建筑密度|绿地率|比例|占比/, 'number'],
  [/事项$|事项[（(]/, 'items'],
  [/情况|内容|概况|说明|理由|原因|简介|备注|要求|措施|依据|描述/, 'longText'],
  [/二维码/, 'qrCode'],
];

function signatureKind(text: string): 'seal' | 'signature' | undefined {
  if (/盖章|公章|签章|印章/.test(text)) return 'seal';
  return /签字|签名|签署/.test(text) ? 'signature' : undefined;
}

const UNIT = /[（(]\s*(万元|元|亩|公顷|平方米|平方公里|㎡|m²|米|公里|人|个|份|台|套|吨|年|个月|天|日|%|％)\s*[）)]/;

function unitOf(text: string, kind: FormField['kind']): { readonly unit?: string } {
  if (kind !== 'number' && kind !== 'money') return {};
  const unit = UNIT.exec(text)?.[1];
  return unit === undefined ? (kind === 'money' ? { unit: '元' } : {}) : { unit: unit === '％' ? '%' : unit };
}

function withoutUnit(text: string): string {
  return text.replace(UNIT, '');
}

/** Two or more boxes with words behind them. */
function choicesOf(text: string): readonly { readonly value: string; readonly label: { readonly 'zh-CN': string } }[] | undefined {
  const names = text
    .split(/[□☐○]/)
    .slice(1)
    .map((name) => name.replace(/[\s；;，,、/]+/g, '').replace(/_+/g, ''))
    .filter((name) => name !== '');
  if (names.length < 2 || new Set(names).size !== names.length) return undefined;
  return names.map((name, index) => ({ value: VALUES[name] ?? `option${index + 1}`, label: { 'zh-CN': name } }));
}

const VALUES: Readonly<Record<string, string>> = { 是: 'yes', 否: 'no', 有: 'yes', 无: 'no', 同意: 'agree', 不同意: 'disagree' };

/** Fields that the palette and the dictionary know by this name, also with a unit behind it. */
function knownField(text: string): FieldDraft | undefined {
  const name = withoutUnit(text);
  const entry = PALETTE.flatMap(({ entries }) => entries).find(
    ({ draft }) => draft['meaning'] !== undefined && draft.label['zh-CN'] === name,
  );
  if (entry !== undefined) return { ...entry.draft, ...unitOf(text, entry.draft.kind) };
  const meaning = DATA_DICTIONARY.find(
    (one) => one.name['zh-CN'] === name && !one.id.startsWith('application.') && one.id !== 'department.opinion',
  );
  return meaning === undefined
    ? undefined
    : { key: meaning.id.split('.')[1] ?? 'field', kind: 'text', label: { 'zh-CN': name }, meaning: meaning.id };
}
