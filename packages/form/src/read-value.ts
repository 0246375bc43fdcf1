/**
 * Reads one value that came from outside, strictly: gives it in its one way of writing, `null` when empty,
 * or says why it is no value of this kind of field. Every check takes time linear in the value.
 */
import { type FileRef, type FormField, isJsonObject, type Json, type JsonObject, wireTag } from '@tongban/model';
import { isCalendarDay } from './calendar-day.ts';
import { decimalText, wireOfDecimal } from './decimal-text.ts';
import { FORM_LIMITS } from './form-limits.ts';
import type { ValueFault } from './form-problem.ts';

/** A value, or why there is none. */
export interface ReadValue {
  readonly value: Json;
  readonly fault?: ValueFault;
}

/** Reads `raw` as a value of `field`. Rows are read by the reckoning, column by column. */
export function readValue(field: FormField, raw: unknown): ReadValue {
  if (raw === null || raw === undefined) return EMPTY;
  return READERS[field.kind](raw, field) ?? { value: null, fault: expected(field.kind) };
}

type Reader = (raw: unknown, field: FormField) => ReadValue | undefined;

const EMPTY: ReadValue = { value: null };

const readText: Reader = (raw) => text(raw, FORM_LIMITS.textLength, false);
const readCode: Reader = (raw) => text(raw, 100, true);
const readNumber: Reader = (raw) => {
  const decimal = decimalText(raw as Json);
  return decimal === undefined ? undefined : { value: wireOfDecimal(decimal) };
};
const readChoice: Reader = (raw) => text(raw, 200, false);
const readList: Reader = (raw) => {
  if (!Array.isArray(raw) || raw.length > FORM_LIMITS.listLength) return undefined;
  if (!raw.every((entry) => isShortText(entry, 200)) || new Set(raw).size !== raw.length) return undefined;
  return { value: raw.length === 0 ? null : (raw as readonly string[]) };
};
const readSignature: Reader = (raw) => {
  if (!hasOnly(raw, ['method', 'name', 'day', 'fileId', 'digest'])) return undefined;
  const { method, name, day, fileId, digest } = raw;
  const fits =
    (method === 'confirmed' || method === 'drawn' || method === 'original' || method === 'scan' || method === 'eSeal') &&
    (isAbsent(name) || name === '' || isShortText(name, 200)) &&
    (isAbsent(day) || day === '' || (typeof day === 'string' && isCalendarDay(day))) &&
    (isAbsent(fileId) || isShortText(fileId, 200)) &&
    (isAbsent(digest) || isShortText(digest, 200));
  const more = { ...(isAbsent(fileId) ? {} : { fileId }), ...(isAbsent(digest) ? {} : { digest }) };
  return fits ? { value: { method, name: name ?? '', day: day ?? '', ...more } } : undefined;
};

const READERS: Readonly<Record<FormField['kind'], Reader>> = {
  text: readText,
  longText: (raw, field) => text(raw, Math.max(FORM_LIMITS.longTextLength, ('maxLength' in field ? field.maxLength : 0) ?? 0), false),
  phone: readCode,
  uscc: readCode,
  idNumber: readCode,
  projectCode: readCode,
  number: readNumber,
  money: readNumber,
  date: (raw) => {
    const day = readDay(raw);
    return day === undefined ? undefined : { value: day };
  },
  dateRange: (raw) => {
    if (!hasOnly(raw, ['from', 'to'])) return undefined;
    const ends = [raw['from'], raw['to']].map((end) => (isAbsent(end) ? null : readDay(end)));
    const [from, to] = ends;
    if (from === undefined || to === undefined) return undefined;
    if (from === null && to === null) return EMPTY;
    return { value: { ...(from === null ? {} : { from }), ...(to === null ? {} : { to }) } };
  },
  region: (raw) => {
    if (!hasOnly(raw, ['code', 'name']) || !isShortText(raw['name'], 200)) return undefined;
    const { code, name } = raw;
    return typeof code === 'string' && /^[1-9]\d{5}$/.test(code) ? { value: { code, name } } : undefined;
  },
  radio: readChoice,
  select: readChoice,
  checkboxes: readList,
  items: readList,
  files: (raw) => {
    if (!Array.isArray(raw) || raw.length > FORM_LIMITS.listLength || !raw.every(isFileRef)) return undefined;
    return { value: raw.length === 0 ? null : (raw as unknown as Json) };
  },
  materials: (raw) => {
    if (!Array.isArray(raw) || raw.length > FORM_LIMITS.listLength) return undefined;
    const entries = raw.map(readMaterial);
    if (entries.some((entry) => entry === undefined) || new Set(entries.map((entry) => entry?.['material'])).size !== raw.length)
      return undefined;
    return { value: raw.length === 0 ? null : (entries as readonly JsonObject[]) };
  },
  qrCode: readText,
  opinion: (raw) => {
    if (!hasOnly(raw, ['choice', 'text', 'by', 'byName', 'department', 'day'])) return undefined;
    const { choice, text: words, by, byName, department, day } = raw;
    const fits =
      (isAbsent(choice) || choice === '' || isShortText(choice, 200)) &&
      (isAbsent(words) || isLongText(words)) &&
      [by, byName, department, day].every((part) => isAbsent(part) || isShortText(part, 200));
    if (!fits) return undefined;
    if ((choice ?? '') === '' && (words ?? '') === '') return EMPTY;
    const signed = Object.fromEntries(Object.entries({ by, byName, department, day }).filter(([, part]) => !isAbsent(part)));
    return { value: { choice: choice ?? '', text: words ?? '', ...signed } as JsonObject };
  },
  signature: readSignature,
  seal: readSignature,
  clause: (raw) => {
    if (!hasOnly(raw, ['version', 'acknowledged']) || !isShortText(raw['version'], 200)) return undefined;
    const { version, acknowledged } = raw;
    return typeof acknowledged === 'boolean' ? { value: { version: version as string, acknowledged } } : undefined;
  },
  rows: () => undefined,
  note: () => undefined,
  section: () => undefined,
};

/** What a value of each kind must be, in words. */
function expected(kind: FormField['kind']): ValueFault {
  const [en, zh] = EXPECTED[kind];
  return { code: 'FORM_VALUE_TYPE', words: { en: { expected: en }, 'zh-CN': { expected: zh } } };
}

const TEXT = ['text', '文字'] as const;
const NUMBER = ['a number of at most 34 digits', '数字（最多 34 位）'] as const;
const CHOICE = ['one choice of the list', '列表中的一个选项'] as const;
const SIGNATURE = ['a signature or seal', '签名或签章'] as const;
const EXPECTED: Readonly<Record<FormField['kind'], readonly [en: string, zh: string]>> = {
  text: TEXT,
  longText: TEXT,
  phone: TEXT,
  uscc: TEXT,
  idNumber: TEXT,
  projectCode: TEXT,
  number: NUMBER,
  money: NUMBER,
  date: ['a day of the calendar', '有效的日期'],
  dateRange: ['two days of the calendar', '有效的起止日期'],
  region: ['a region with its code of six digits', '行政区划（6 位代码和名称）'],
  radio: CHOICE,
  select: CHOICE,
  checkboxes: ['a list of different choices', '不重复的选项列表'],
  items: ['a list of different items', '不重复的事项列表'],
  files: ['a list of uploaded files', '已上传的文件列表'],
  materials: ['a list of different materials with valid days', '有效的材料清单（补交日期应为有效日期）'],
  qrCode: TEXT,
  rows: ['a list of rows', '若干行数据'],
  opinion: ['an opinion', '意见（选项和文字）'],
  signature: SIGNATURE,
  seal: SIGNATURE,
  clause: ['the acknowledgement of a version', '对某一版本条款的确认'],
  note: ['empty', '空'],
  section: ['empty', '空'],
};

function text(raw: unknown, limit: number, code: boolean): ReadValue | undefined {
  if (typeof raw !== 'string' || raw.length > 2 * limit || hasControl(raw)) return undefined;
  const value = code ? plainCode(raw) : raw;
  return value === '' ? EMPTY : { value };
}

/** A code as it is printed: half-width capitals without spaces, whatever the input method made of them. */
function plainCode(raw: string): string {
  return raw.normalize('NFKC').replace(/\s/g, '').toUpperCase();
}

function isShortText(value: unknown, limit: number): value is string {
  return typeof value === 'string' && value.length > 0 && value.length <= limit && !hasControl(value);
}

function isLongText(value: unknown): value is string {
  return typeof value === 'string' && value.length <= FORM_LIMITS.longTextLength && !hasControl(value);
}

function isAbsent(value: unknown): value is null | undefined {
  return value === null || value === undefined;
}

/** Control characters other than tab and line ends, which no database and no printer wants. */
function hasControl(value: string): boolean {
  for (let index = 0; index < value.length; index++) {
    const unit = value.charCodeAt(index);
    if (unit < 32 && unit !== 9 && unit !== 10 && unit !== 13) return true;
  }
  return false;
}

function hasOnly(value: unknown, keys: readonly string[]): value is JsonObject {
  return isJsonObject(value) && Object.keys(value).every((key) => keys.includes(key));
}

function readDay(raw: unknown): { readonly $date: string } | undefined {
  if (wireTag(raw as Json) !== '$date') return undefined;
  const day = (raw as { readonly $date: string }).$date;
  return isCalendarDay(day) ? { $date: day } : undefined;
}

/** One material with what belongs to its state, and nothing else. */
function readMaterial(raw: unknown): JsonObject | undefined {
  if (!hasOnly(raw, ['material', 'state', 'files', 'by']) || !isShortText(raw['material'], 200)) return undefined;
  const { material, state, files, by } = raw;
  if (state === 'original') return { material, state };
  if (state === 'files') {
    const list = isAbsent(files) ? [] : files;
    return Array.isArray(list) && list.length <= FORM_LIMITS.listLength && list.every(isFileRef)
      ? { material, state, files: list as unknown as Json }
      : undefined;
  }
  if (state !== 'promised') return undefined;
  if (isAbsent(by)) return { material, state };
  const day = readDay(by);
  return day === undefined ? undefined : { material, state, by: day };
}

function isFileRef(value: unknown): value is FileRef {
  if (!hasOnly(value, ['fileId', 'name', 'bytes', 'mediaType', 'digest'])) return false;
  const { fileId, name, bytes, mediaType, digest } = value;
  return (
    isShortText(fileId, 200) &&
    isShortText(name, 500) &&
    typeof bytes === 'number' &&
    Number.isSafeInteger(bytes) &&
    bytes >= 0 &&
    typeof mediaType === 'string' &&
    mediaType.length <= 200 &&
    (isAbsent(digest) || isShortText(digest, 200))
  );
}
