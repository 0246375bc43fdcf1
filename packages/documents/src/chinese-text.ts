/** Values as officials write them in Chinese: days, times, numbers, durations, lists. No Intl, so that every machine writes the same. */
import { isJsonObject, type Json, type JsonObject, wireTag } from '@tongban/model';

/** `value` as text; empty when there is none. */
export function chineseText(value: Json | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) {
    return (value as readonly Json[])
      .map(chineseText)
      .filter((text) => text !== '')
      .join('、');
  }
  const tagged = value as JsonObject;
  const tag = wireTag(tagged);
  if (tag === undefined) return recordText(tagged);
  const text = tagged[tag] as string;
  switch (tag) {
    case '$decimal':
      return text;
    case '$date':
      return chineseDay(text);
    case '$time':
      return clockText(text);
    case '$dateTime': {
      const [day = '', clock = ''] = text.split('T');
      return `${chineseDay(day)} ${clockText(clock)}`.trim();
    }
    case '$duration':
      return durationText(text);
  }
}

/** `2026-11-21` as 2026年11月21日; other text as it is. */
export function chineseDay(day: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  return match === null ? day : `${Number(match[1])}年${Number(match[2])}月${Number(match[3])}日`;
}

/** `08:30:00+08:00` as 08:30. */
function clockText(clock: string): string {
  return /^\d{2}:\d{2}/.exec(clock)?.[0] ?? clock;
}

/** `P1Y2M` as 1年2个月, `P3DT4H` as 3天4小时. */
function durationText(text: string): string {
  const match = /^(-?)P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/.exec(text);
  if (match === null) return text;
  const units = ['年', '个月', '天', '小时', '分钟', '秒'];
  const words = units.map((unit, index) => (Number(match[index + 2] ?? 0) === 0 ? '' : `${match[index + 2]}${unit}`)).join('');
  return words === '' ? '0天' : `${match[1] === '-' ? '负' : ''}${words}`;
}

/** The text of the records that people meet: texts by language, files, signatures, opinions, and whatever has a name. */
function recordText(record: JsonObject): string {
  const { 'zh-CN': zh, name, text, day, title } = record;
  if (typeof zh === 'string') return zh;
  if (typeof name === 'string' && typeof day === 'string' && 'method' in record) return `${name} ${chineseDay(day)}`.trim();
  const said = [name, title, text].find((one) => (typeof one === 'string' && one !== '') || isJsonObject(one));
  return chineseText(said);
}
