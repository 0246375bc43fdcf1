/** Days in Excel: a number of days since 1900 (or 1904), shown as a day by the format of its cell. */

const DAY_MS = 86_400_000;
/** Formats that every Excel knows; 27 to 36 and 50 to 58 are the Chinese ones. */
const BUILT_IN: readonly (readonly [number, number])[] = [
  [14, 17],
  [22, 22],
  [27, 31],
  [36, 36],
  [50, 54],
  [57, 58],
];

/** The numbers of the cell formats in `styles` that show a day. */
export function dateStyles(styles: Document): ReadonlySet<number> {
  const own = new Map(
    [...styles.getElementsByTagName('numFmt')].map((one) => [Number(one.getAttribute('numFmtId')), one.getAttribute('formatCode') ?? '']),
  );
  const formats = [...(styles.getElementsByTagName('cellXfs')[0]?.getElementsByTagName('xf') ?? [])];
  const isDay = (id: number): boolean => BUILT_IN.some(([from, to]) => id >= from && id <= to) || showsDay(own.get(id) ?? '');
  return new Set(formats.flatMap((format, at) => (isDay(Number(format.getAttribute('numFmtId'))) ? [at] : [])));
}

// quoted texts, colours and locales are no letters of a day
function showsDay(code: string): boolean {
  return /[yd]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, ''));
}

/** `2026-11-22` of a serial number. Excel counts the 29th of February 1900, which never was. */
export function dayOfSerial(serial: number, from1904: boolean): string {
  if (!Number.isFinite(serial) || serial < 0 || serial > 2_958_465) return String(serial);
  const days = Math.floor(serial);
  const start = from1904 ? -24_107 : days < 60 ? -25_568 : -25_569;
  return new Date((days + start) * DAY_MS).toISOString().slice(0, 10);
}
