/** Offsets of named time zones. China and UTC are known here; others come from the platform's own table. */

/** Seconds east of UTC in `zone` at the local time `localSeconds` since 1970, or undefined when nobody knows the zone. */
export function zoneOffsetAt(zone: string, localSeconds: number): number | undefined {
  if (zone === 'Asia/Shanghai') return 28_800;
  if (zone === 'UTC' || zone === 'Etc/UTC' || zone === 'GMT') return 0;
  try {
    const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
    // The offset depends on the instant and the instant on the offset: twice is enough around a change.
    const guess = offsetAtInstant(format, localSeconds);
    return offsetAtInstant(format, localSeconds - guess);
  } catch {
    return undefined;
  }
}

function offsetAtInstant(format: Intl.DateTimeFormat, seconds: number): number {
  const name = format.formatToParts(seconds * 1000).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const match = /([+-])(\d\d):(\d\d)(?::(\d\d))?/.exec(name);
  if (!match) return 0;
  return (Number(match[2]) * 3600 + Number(match[3]) * 60 + Number(match[4] ?? 0)) * (match[1] === '-' ? -1 : 1);
}
