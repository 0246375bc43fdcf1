/** What is wrong with a value that is of the right shape: empty, out of range, a wrong code, an unknown choice … */
import type {
  ClauseValue,
  DateRangeValue,
  FileRef,
  FormField,
  Item,
  Json,
  LocalText,
  Material,
  MaterialsField,
  MaterialValue,
  OpinionValue,
  RegionField,
  RegionValue,
  SignatureValue,
} from '@tongban/model';
import { textIn } from '@tongban/model';
import { chineseDay } from './calendar-day.ts';
import { type CodeFault, idNumberFault, isPhone, isProjectCode, usccFault } from './code-checks.ts';
import { compareDecimals, decimalsOf, decimalText } from './decimal-text.ts';
import { FORM_LIMITS } from './form-limits.ts';
import type { ValueFault } from './form-problem.ts';

/** What a value is held against beside its field. */
export interface ValueCheck {
  readonly required: boolean;
  /** A computed number is not asked for fewer digits: nobody could give them. */
  readonly computed: boolean;
  /** Whether the value must be complete: a submission, not a draft. */
  readonly complete: boolean;
  /** First and last day allowed. */
  readonly earliest: string | undefined;
  readonly latest: string | undefined;
  readonly today: string;
  readonly items: readonly Item[] | undefined;
  /** The materials listed now. */
  readonly materials: readonly Material[];
  readonly choices: ReadonlySet<string> | undefined;
}

/** The choices of an opinion that has none of its own; the first is the agreeing one. */
export const OPINION_CHOICES: readonly { readonly value: string; readonly label: LocalText }[] = [
  { value: 'agree', label: { 'zh-CN': '同意', en: 'Agree' } },
  { value: 'disagree', label: { 'zh-CN': '不同意', en: 'Disagree' } },
];

/** The faults of `value` (as read, `null` when empty) in `field`. */
export function checkValue(field: FormField, value: Json, check: ValueCheck): readonly ValueFault[] {
  if (field.kind === 'materials') return materialFaults(field, (value ?? []) as unknown as readonly MaterialValue[], check);
  if (field.kind === 'clause') return check.complete ? checkClause(field, value as unknown as ClauseValue | null) : NONE;
  if (isBlank(value))
    return check.required && check.complete ? [{ code: REQUIRED[field.kind] ?? 'FORM_FIELD_REQUIRED' }] : minimumFault(field, 0, check);
  switch (field.kind) {
    case 'text':
    case 'longText':
    case 'phone':
    case 'uscc':
    case 'idNumber':
    case 'projectCode':
      return [...lengthFaults(field, value as string, check), ...codeFaults(field.kind, value as string)];
    case 'number':
    case 'money':
      return numberFaults(field, value, check);
    case 'date':
      return dayFaults((value as { readonly $date: string }).$date, check);
    case 'dateRange':
      return rangeFaults(value as DateRangeValue, check);
    case 'region':
      return regionFaults(field, value as unknown as RegionValue);
    case 'radio':
    case 'select':
      return unknownChoices([value as string], check);
    case 'checkboxes':
      return unknownChoices(value as readonly string[], check);
    case 'items':
      return [
        ...countFaults(field, (value as readonly string[]).length, check),
        ...itemFaults(field.mode, value as readonly string[], check),
      ];
    case 'files':
      return fileFaults(field, value as unknown as readonly FileRef[], check);
    case 'rows':
      return countFaults({ min: field.minRows, max: field.maxRows }, (value as readonly Json[]).length, check);
    case 'opinion':
      return check.complete ? opinionFaults(field.choices ?? OPINION_CHOICES, value as unknown as OpinionValue) : NONE;
    case 'signature':
    case 'seal':
      return check.complete ? signatureFaults(value as unknown as SignatureValue) : NONE;
    default:
      return NONE;
  }
}

const NONE: readonly ValueFault[] = [];

const REQUIRED: Partial<Record<FormField['kind'], 'FORM_CHOICE_REQUIRED'>> = {
  radio: 'FORM_CHOICE_REQUIRED',
  select: 'FORM_CHOICE_REQUIRED',
  checkboxes: 'FORM_CHOICE_REQUIRED',
  items: 'FORM_CHOICE_REQUIRED',
  region: 'FORM_CHOICE_REQUIRED',
};

function isBlank(value: Json): boolean {
  return value === null || (typeof value === 'string' && value.trim() === '');
}

/** A field that asks for a minimum asks for it when it is empty too. */
function minimumFault(field: FormField, count: number, check: ValueCheck): readonly ValueFault[] {
  if (field.kind === 'rows') return countFaults({ min: field.minRows, max: undefined }, count, check);
  return field.kind === 'items' || field.kind === 'files' ? countFaults({ min: field.min, max: undefined }, count, check) : NONE;
}

function countFaults(
  { min, max }: { readonly min?: number | undefined; readonly max?: number | undefined },
  count: number,
  check: ValueCheck,
): readonly ValueFault[] {
  if (check.complete && min !== undefined && count < min) return [{ code: 'FORM_TOO_FEW', details: { limit: min, count } }];
  if (max !== undefined && count > max) return [{ code: 'FORM_TOO_MANY', details: { limit: max, count } }];
  return NONE;
}

function lengthFaults(
  field: { readonly kind: string; readonly minLength?: number; readonly maxLength?: number },
  value: string,
  check: ValueCheck,
): readonly ValueFault[] {
  const count = [...value].length;
  const limit = field.maxLength ?? (field.kind === 'longText' ? FORM_LIMITS.longTextLength : FORM_LIMITS.textLength);
  if (count > limit) return [{ code: 'FORM_TEXT_TOO_LONG', details: { limit, count } }];
  if (check.complete && field.minLength !== undefined && count < field.minLength) {
    return [{ code: 'FORM_TEXT_TOO_SHORT', details: { limit: field.minLength, count } }];
  }
  return NONE;
}

function codeFaults(kind: FormField['kind'], value: string): readonly ValueFault[] {
  if (kind === 'phone') return isPhone(value) ? NONE : [{ code: 'FORM_PHONE_INVALID' }];
  if (kind === 'projectCode') return isProjectCode(value) ? NONE : [{ code: 'FORM_PROJECT_CODE_INVALID' }];
  if (kind === 'uscc') return withReason('FORM_USCC_INVALID', usccFault(value));
  if (kind === 'idNumber') return withReason('FORM_ID_NUMBER_INVALID', idNumberFault(value));
  return NONE;
}

function withReason(code: 'FORM_USCC_INVALID' | 'FORM_ID_NUMBER_INVALID', fault: CodeFault | undefined): readonly ValueFault[] {
  return fault === undefined ? NONE : [{ code, words: { en: { reason: fault.en }, 'zh-CN': { reason: fault['zh-CN'] } } }];
}

function numberFaults(
  field: { readonly kind: string; readonly unit?: string; readonly min?: number; readonly max?: number; readonly decimals?: number },
  value: Json,
  check: ValueCheck,
): readonly ValueFault[] {
  const text = decimalText(value) as string;
  const unit = field.unit === undefined ? '' : ` ${field.unit}`;
  const min = decimalText(field.min);
  const max = decimalText(field.max);
  if (min !== undefined && compareDecimals(text, min) < 0) return [{ code: 'FORM_NUMBER_TOO_SMALL', details: { limit: min, unit } }];
  if (max !== undefined && compareDecimals(text, max) > 0) return [{ code: 'FORM_NUMBER_TOO_LARGE', details: { limit: max, unit } }];
  const decimals = field.decimals ?? (field.kind === 'money' ? 2 : undefined);
  if (check.computed || decimals === undefined || decimalsOf(text) <= decimals) return NONE;
  return [decimals === 0 ? { code: 'FORM_NUMBER_WHOLE' } : { code: 'FORM_NUMBER_DECIMALS', details: { limit: decimals } }];
}

function dayFaults(day: string, { earliest, latest }: ValueCheck): readonly ValueFault[] {
  if (earliest !== undefined && day < earliest) return [limitDay('FORM_DATE_TOO_EARLY', earliest)];
  return latest !== undefined && day > latest ? [limitDay('FORM_DATE_TOO_LATE', latest)] : NONE;
}

function rangeFaults({ from, to }: DateRangeValue, check: ValueCheck): readonly ValueFault[] {
  if (check.complete && (from === undefined || to === undefined)) return [{ code: 'FORM_RANGE_INCOMPLETE' }];
  if (from !== undefined && to !== undefined && to.$date < from.$date) return [{ code: 'FORM_RANGE_BACKWARDS' }];
  return [from, to].flatMap((day) => (day === undefined ? [] : dayFaults(day.$date, check)));
}

function regionFaults({ level = 'county', within }: RegionField, { code }: RegionValue): readonly ValueFault[] {
  if (within !== undefined && !code.startsWith(within.replace(/(00)+$/, ''))) return [{ code: 'FORM_REGION_OUTSIDE' }];
  const reached = code.endsWith('0000') ? 0 : code.endsWith('00') ? 1 : 2;
  return reached < ['province', 'city', 'county'].indexOf(level) ? [{ code: 'FORM_REGION_INCOMPLETE' }] : NONE;
}

/** Materials are listed by the form and the items chosen; what else was handed in does no harm and is not looked at. */
function materialFaults(field: MaterialsField, values: readonly MaterialValue[], check: ValueCheck): readonly ValueFault[] {
  const known = new Map(values.map((value) => [value.material, value]));
  return check.materials.flatMap((material): readonly ValueFault[] => {
    const value = known.get(material.id);
    if (value === undefined) return check.complete && material.needed ? [aboutMaterial('FORM_MATERIAL_MISSING', material)] : NONE;
    if (value.state === 'files') {
      if (check.complete && material.needed && (value.files ?? []).length === 0) return [aboutMaterial('FORM_MATERIAL_MISSING', material)];
      return fileFaults(field, value.files ?? [], check);
    }
    return value.state === 'promised' ? promiseFaults(material, value.by?.$date, check) : NONE;
  });
}

function promiseFaults(material: Material, by: string | undefined, { complete, today, latest }: ValueCheck): readonly ValueFault[] {
  if (material.tolerable !== true) return [aboutMaterial('FORM_MATERIAL_NOT_TOLERABLE', material)];
  if (by === undefined) return complete ? [aboutMaterial('FORM_MATERIAL_PROMISE_DAY', material)] : NONE;
  if (by < today) return [aboutMaterial('FORM_MATERIAL_PROMISE_PAST', material)];
  return latest !== undefined && by > latest ? [aboutMaterial('FORM_MATERIAL_PROMISE_LATE', material, latest)] : NONE;
}

function aboutMaterial(
  code: Extract<ValueFault['code'], `FORM_MATERIAL_${string}`>,
  { id, name }: Material,
  limit: string = '',
): ValueFault {
  return {
    code,
    details: { material: id },
    words: {
      en: { name: textIn(name, 'en'), limit },
      'zh-CN': { name: textIn(name), limit: limit === '' ? '' : chineseDay(limit) },
    },
  };
}

function limitDay(code: 'FORM_DATE_TOO_EARLY' | 'FORM_DATE_TOO_LATE', day: string): ValueFault {
  return { code, details: { limit: day }, words: { en: { limit: day }, 'zh-CN': { limit: chineseDay(day) } } };
}

function unknownChoices(values: readonly string[], { choices }: ValueCheck): readonly ValueFault[] {
  return values.flatMap((value) => (choices?.has(value) ? [] : [{ code: 'FORM_CHOICE_UNKNOWN' as const, details: { value } }]));
}

function itemFaults(mode: string | undefined, codes: readonly string[], { items }: ValueCheck): readonly ValueFault[] {
  if (items === undefined) return NONE;
  const known = new Map(items.map((item) => [item.code, item]));
  return codes.flatMap((value): readonly ValueFault[] => {
    const item = known.get(value);
    if (item === undefined) return [{ code: 'FORM_ITEM_UNKNOWN', details: { value } }];
    if (mode === undefined || item.modes?.includes(mode) === true) return NONE;
    return [
      {
        code: 'FORM_ITEM_MODE',
        details: { value },
        words: { en: { value: item.name.en ?? item.name['zh-CN'] }, 'zh-CN': { value: item.name['zh-CN'] } },
      },
    ];
  });
}

function fileFaults(
  field: { readonly accept?: readonly string[]; readonly min?: number; readonly max?: number; readonly maxBytes?: number },
  files: readonly FileRef[],
  check: ValueCheck,
): readonly ValueFault[] {
  const { accept, maxBytes = FORM_LIMITS.fileBytes } = field;
  const faults: ValueFault[] = [...countFaults(field, files.length, check)];
  for (const { name, bytes, mediaType } of files) {
    if (bytes === 0) faults.push({ code: 'FORM_FILE_EMPTY', details: { name } });
    if (bytes > maxBytes) faults.push({ code: 'FORM_FILE_TOO_LARGE', details: { name, limit: bytesText(maxBytes) } });
    if (accept !== undefined && accept.length > 0 && !accept.some((kind) => accepts(kind, name, mediaType))) {
      faults.push({ code: 'FORM_FILE_TYPE', details: { name, accept: accept.join(', ') } });
    }
  }
  return faults;
}

function accepts(kind: string, name: string, mediaType: string): boolean {
  const wanted = kind.toLowerCase();
  if (wanted.startsWith('.')) return name.toLowerCase().endsWith(wanted);
  const given = mediaType.toLowerCase();
  return wanted.endsWith('/*') ? given.startsWith(wanted.slice(0, -1)) : given === wanted;
}

function bytesText(bytes: number): string {
  if (bytes >= 1024 * 1024) return `${Math.floor((bytes / 1024 / 1024) * 10) / 10} MB`;
  return bytes >= 1024 ? `${Math.floor(bytes / 1024)} KB` : `${bytes} B`;
}

function opinionFaults(choices: readonly { readonly value: string }[], { choice, text }: OpinionValue): readonly ValueFault[] {
  if (choice === '') return [{ code: 'FORM_CHOICE_REQUIRED' }];
  if (!choices.some(({ value }) => value === choice)) return [{ code: 'FORM_CHOICE_UNKNOWN', details: { value: choice } }];
  return choice !== choices[0]?.value && text.trim() === '' ? [{ code: 'FORM_OPINION_TEXT_REQUIRED' }] : NONE;
}

function signatureFaults({ method, name, day, fileId }: SignatureValue): readonly ValueFault[] {
  if (name.trim() === '' || day === '') return [{ code: 'FORM_SIGNATURE_INCOMPLETE' }];
  return (method === 'scan' || method === 'drawn') && fileId === undefined ? [{ code: 'FORM_SIGNATURE_SCAN_MISSING' }] : NONE;
}

function checkClause(
  field: { readonly version: string; readonly acknowledge?: boolean },
  value: ClauseValue | null,
): readonly ValueFault[] {
  if (field.acknowledge === false) return NONE;
  if (value?.acknowledged !== true) return [{ code: 'FORM_CLAUSE_NOT_ACKNOWLEDGED' }];
  return value.version === field.version ? NONE : [{ code: 'FORM_CLAUSE_OUTDATED', details: { version: field.version } }];
}
