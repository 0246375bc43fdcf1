/** Values as a person might write them, for previews and tests: the same for the same seed. */
import type { FormDocument, FormField, FormValues, Item, Json, RegionField } from '@tongban/model';
import { dayFromNumber } from './calendar-day.ts';
import { OPINION_CHOICES } from './check-value.ts';
import { idNumberCheck, usccCheck } from './code-checks.ts';
import { canonicalDecimal, wireOfDecimal } from './decimal-text.ts';
import { hasValue, walkFields } from './walk-fields.ts';

/** Sample values of every field that is typed. Items are taken from `items`. */
export function sampleValues(document: FormDocument, seed: number, items: readonly Item[] = []): FormValues {
  const dice = new Dice(seed);
  const values: Record<string, Json> = {};
  for (const { field, rows } of walkFields(document)) {
    if (rows === undefined && hasValue(field) && field.computed === undefined) values[field.key] = sampleValue(field, dice, items);
  }
  return values;
}

const WORDS: Readonly<Record<string, readonly string[]>> = {
  'project.name': ['年产五万吨饲料加工项目', '五十兆瓦光伏发电项目', '冷链物流园建设项目', '中药材加工产业园项目'],
  'enterprise.name': ['临夏某某农业发展有限公司', '甘肃某某新能源有限公司', '积石山某某物流有限公司'],
  'project.site': ['积石山县吹麻滩镇', '积石山县大河家镇', '积石山县工业园区'],
};
const PEOPLE = ['马文华', '王小梅', '李建国', '张丽', '冶成林', '陈志强'];
const SENTENCES = [
  '用地预审正在办理，规划选址已取得初步意见。',
  '项目已完成备案，正在编制可行性研究报告。',
  '资金已落实，设备采购合同已签订。',
];

function sampleValue(field: FormField, dice: Dice, items: readonly Item[]): Json {
  switch (field.kind) {
    case 'text':
      return fit(
        field,
        dice.pick(WORDS[field.meaning ?? ''] ?? (/人|姓名/.test(field.label['zh-CN']) ? PEOPLE : ['示例内容一', '示例内容二'])),
      );
    case 'longText':
      return fit(field, dice.pick(SENTENCES));
    case 'phone':
      return `13${dice.digits(9)}`;
    case 'uscc': {
      const first = `91622927MA${dice.digits(7)}`;
      return first + usccCheck(first);
    }
    case 'idNumber': {
      const first = `62292719${70 + dice.below(30)}${two(1 + dice.below(12))}${two(1 + dice.below(28))}${dice.digits(3)}`;
      return first + idNumberCheck(first);
    }
    case 'projectCode':
      return `2${dice.digits(1)}${two(1 + dice.below(12))}-622927-04-01-${dice.digits(6)}`;
    case 'number':
    case 'money':
      return sampleNumber(field, dice);
    case 'date':
      return { $date: dayFromNumber(20_800 + dice.below(200)) };
    case 'dateRange': {
      const first = 20_800 + dice.below(200);
      return { from: { $date: dayFromNumber(first) }, to: { $date: dayFromNumber(first + 30) } };
    }
    case 'region':
      return sampleRegion(field);
    case 'radio':
    case 'select':
      return dice.pick(field.choices).value;
    case 'checkboxes':
      return [dice.pick(field.choices).value];
    case 'items': {
      const codes = items.filter(({ modes }) => field.mode === undefined || modes?.includes(field.mode)).map(({ code }) => code);
      return codes.slice(0, Math.max(field.min ?? 1, Math.min(2, field.max ?? 2)));
    }
    case 'files':
      return Array.from({ length: Math.max(1, field.min ?? 1) }, (_, index) => sampleFile(field, index, dice));
    case 'materials':
      return (field.materials ?? []).map(({ id, tolerable }) =>
        tolerable === true ? { material: id, state: 'promised', by: { $date: '2027-01-15' } } : { material: id, state: 'original' },
      );
    case 'qrCode':
      return '2305-622927-04-01-123456';
    case 'rows':
      return Array.from({ length: Math.min(Math.max(field.minRows ?? 0, 2), field.maxRows ?? 2, 100) }, (_, index) => ({
        rowId: `r${index + 1}`,
        ...Object.fromEntries(
          field.columns.filter(({ computed }) => computed === undefined).map((column) => [column.key, sampleValue(column, dice, items)]),
        ),
      }));
    case 'opinion':
      return {
        choice: (field.choices ?? OPINION_CHOICES)[0]?.value ?? 'agree',
        text: '经审查，同意办理。',
        byName: dice.pick(PEOPLE),
        day: '2026-12-01',
      };
    case 'signature':
    case 'seal':
      return { method: 'original', name: dice.pick(PEOPLE), day: '2026-12-01' };
    case 'clause':
      return { version: field.version, acknowledged: true };
    default:
      return null;
  }
}

const COUNTY = '622927';
const NAMES = ['甘肃省', '临夏回族自治州', '积石山保安族东乡族撒拉族自治县'];

/** A region of the level wanted; outside of Gansu one that looks like it. */
function sampleRegion({ level = 'county', within = '62' }: RegionField): Json {
  const depth = ['province', 'city', 'county'].indexOf(level) + 1;
  const known = COUNTY.startsWith(within);
  const code = (known ? COUNTY : `${within}0101`).slice(0, Math.max(2 * depth, within.length)).padEnd(6, '0');
  return { code, name: known ? NAMES.slice(0, depth).join('') : '示例地区' };
}

function fit(field: { readonly minLength?: number; readonly maxLength?: number }, text: string): string {
  const signs = [...text];
  while (signs.length < Math.min(field.minLength ?? 0, 1_000)) signs.push('示');
  return signs.slice(0, field.maxLength ?? signs.length).join('');
}

function sampleNumber(
  field: { readonly kind: string; readonly min?: number; readonly max?: number; readonly decimals?: number },
  dice: Dice,
): Json {
  const low = Math.ceil(field.min ?? 1);
  const high = Math.floor(field.max ?? low + 50_000);
  const whole = low + dice.below(Math.max(1, high - low));
  const decimals = field.kind === 'money' && field.decimals !== 0 && whole < high ? `.${1 + dice.below(9)}` : '';
  return wireOfDecimal(canonicalDecimal(`${whole}${whole < 0 ? '' : decimals}`) ?? '0');
}

function sampleFile(field: { readonly accept?: readonly string[]; readonly maxBytes?: number }, index: number, dice: Dice): Json {
  const kind = field.accept?.[0] ?? '.pdf';
  const mediaType = kind.startsWith('.') ? 'application/octet-stream' : kind.replace('/*', '/png');
  return {
    fileId: `sample-${dice.digits(6)}-${index}`,
    name: `示例${index + 1}${kind.startsWith('.') ? kind : ''}`,
    bytes: Math.min(1_024, field.maxBytes ?? 1_024),
    mediaType,
  };
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}

/** Chance from a seed (mulberry32). */
class Dice {
  #state: number;

  constructor(seed: number) {
    this.#state = seed | 0;
  }

  below(limit: number): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * limit);
  }

  pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)] as T;
  }

  digits(count: number): string {
    return Array.from({ length: count }, () => this.below(10)).join('');
  }
}
