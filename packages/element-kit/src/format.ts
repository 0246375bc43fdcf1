/** Days, instants, money and remaining time as people read them. No Intl: the same text in every browser and in Node. */
import type { LimitUnit, Locale } from '@tongban/model';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** China's offset, in minutes. */
export const CHINA_OFFSET_MINUTES = 480;

/** `2026-11-21` → `2026年11月21日`, `21 Nov 2026`. Anything else stays as it is. */
export function formatDay(day: string, locale: Locale = 'zh-CN'): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})/.exec(day);
  if (!parts) return day;
  const [year, month, date] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  return locale === 'en' ? `${date} ${MONTHS[month - 1] ?? month} ${year}` : `${year}年${month}月${date}日`;
}

/** An instant at a fixed offset: `2026年11月21日 09:05`, `21 Nov 2026, 09:05`. */
export function formatInstant(epochMs: number, offsetMinutes: number = CHINA_OFFSET_MINUTES, locale: Locale = 'zh-CN'): string {
  if (!Number.isFinite(epochMs)) return '';
  const shifted = new Date(epochMs + offsetMinutes * 60_000).toISOString();
  const time = shifted.slice(11, 16);
  return locale === 'en' ? `${formatDay(shifted, locale)}, ${time}` : `${formatDay(shifted, locale)} ${time}`;
}

/** Exact decimal text with its thousands parted: `1234567.80` → `1,234,567.80`. */
export function formatAmount(amount: string | number): string {
  const parts = /^(-?)(\d+)(\.\d+)?$/.exec(plainDecimal(amount));
  if (!parts) return String(amount);
  const [, sign = '', whole = '', fraction = ''] = parts;
  return `${sign}${whole.replace(/\B(?=(\d{3})+$)/g, ',')}${fraction}`;
}

/** An amount given in 万元: `1,234.5 万元`; in English in full, `CNY 12,345,000`. */
export function formatMoneyWan(wan: string | number, locale: Locale = 'zh-CN'): string {
  return locale === 'en' ? `CNY ${formatAmount(timesTenThousand(plainDecimal(wan)))}` : `${formatAmount(wan)} 万元`;
}

const UNITS: Readonly<Record<LimitUnit, { readonly zh: string; readonly one: string; readonly many: string }>> = {
  workingDay: { zh: '个工作日', one: 'working day', many: 'working days' },
  calendarDay: { zh: '天', one: 'day', many: 'days' },
  month: { zh: '个月', one: 'month', many: 'months' },
  year: { zh: '年', one: 'year', many: 'years' },
  hour: { zh: '小时', one: 'hour', many: 'hours' },
};

/** A length of time: `3 个工作日`, `3 working days`. */
export function formatDuration(amount: number, unit: LimitUnit, locale: Locale = 'zh-CN'): string {
  const words = UNITS[unit];
  return locale === 'en' ? `${amount} ${amount === 1 ? words.one : words.many}` : `${amount} ${words.zh}`;
}

/**
 * What is left of a limit, in whole units: `剩 2 个工作日`; a part of the last one `剩不足 1 个工作日`; at nought `今天到期`
 * (for hours `即将到期`); below it `已超 1 个工作日`, the unit begun counting.
 */
export function formatRemaining(amount: number, unit: LimitUnit, locale: Locale = 'zh-CN'): string {
  const length = formatDuration(amount < 0 ? Math.ceil(-amount) : Math.max(1, Math.floor(amount)), unit, locale);
  if (amount < 0) return locale === 'en' ? `${length} overdue` : `已超 ${length}`;
  if (amount >= 1) return locale === 'en' ? `${length} left` : `剩 ${length}`;
  if (amount > 0) return locale === 'en' ? `less than ${length} left` : `剩不足 ${length}`;
  if (unit === 'hour') return locale === 'en' ? 'due now' : '即将到期';
  return locale === 'en' ? 'due today' : '今天到期';
}

/** Bytes as people say them: `1.5 MB`. */
export function formatBytes(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  const [scaled, unit] = bytes < 1024 * 1024 ? [bytes / 1024, 'KB'] : [bytes / (1024 * 1024), 'MB'];
  return `${scaled >= 100 ? Math.round(scaled) : Math.round(scaled * 10) / 10} ${unit}`;
}

function plainDecimal(amount: string | number): string {
  return typeof amount === 'number' ? String(amount) : amount.trim().replace(/^\+/, '');
}

// exact, on the text: the point moves four places to the right
function timesTenThousand(decimal: string): string {
  const parts = /^(-?)(\d+)(?:\.(\d+))?$/.exec(decimal);
  if (!parts) return decimal;
  const [, sign = '', whole = '', fraction = ''] = parts;
  const moved = (whole + fraction.slice(0, 4).padEnd(4, '0')).replace(/^0+(?=\d)/, '');
  const rest = fraction.slice(4).replace(/0+$/, '');
  return `${sign}${moved}${rest && `.${rest}`}`;
}
