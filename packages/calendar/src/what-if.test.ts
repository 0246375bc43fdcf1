import { describe, expect, test } from 'vitest';
import { china, noticeInstant, readClock, whatIfDeadline } from './index.ts';
import { at, clockOf, dayOf, limitOf, pause } from './testing/moments.ts';

const limit = limitOf(10, 'workingDay');
const clock = clockOf('2026-03-02 09:00');
const now = at('2026-03-05 09:00');

describe('what if', () => {
  test('CAL24 another holiday moves the due day', () => {
    const holidays = [...china.holidays, { name: { 'zh-CN': '民族节日' }, from: '2026-03-09', to: '2026-03-10' }];
    const { before, after, movedDays } = whatIfDeadline(limit, china, clock, { calendar: { ...china, holidays } }, now);
    expect([dayOf(before.dueAt), dayOf(after.dueAt), movedDays]).toEqual(['2026-03-16', '2026-03-18', 2]);
    expect(before).toEqual(readClock(limit, china, clock, now));
  });

  test('CAL24 more pauses, another limit or start move it as well', () => {
    const moved = (change: Parameters<typeof whatIfDeadline>[3]) => dayOf(whatIfDeadline(limit, china, clock, change, now).after.dueAt);
    expect(moved({ pauses: [pause('2026-03-03 09:00', '2026-03-05 08:00')] })).toBe('2026-03-18');
    expect(moved({ limit: limitOf(5, 'workingDay') })).toBe('2026-03-09');
    expect(moved({ startedAt: at('2026-02-27 09:00') })).toBe('2026-03-12');
  });
});

describe('notices', () => {
  const instant = (notice: Parameters<typeof noticeInstant>[3], of = clock, at_ = now) => noticeInstant(limit, china, of, notice, at_);

  test('CAL25 come as the light turns, or so many units before', () => {
    expect(readClock(limit, china, clock, (instant({ light: 'yellow' }) as number) - 1).light).toBe('green');
    expect(readClock(limit, china, clock, instant({ light: 'yellow' }) as number).light).toBe('yellow');
    expect(dayOf(instant({ light: 'yellow', ahead: 1 }) as number)).toBe('2026-03-12');
    expect(dayOf(instant({ light: 'yellow', ahead: 2.5 }) as number)).toBe('2026-03-10');
    expect(dayOf((instant({ light: 'red', ahead: 1 }) as number) - 1)).toBe('2026-03-13');
  });

  test('CAL25 come at the start when they are asked for earlier, and not at all while the clock stands still', () => {
    expect(instant({ light: 'yellow', ahead: 100 })).toBe(clock.startedAt);
    expect(instant({ light: 'red' }, clockOf('2026-03-02 09:00', { pauses: [pause('2026-03-04 09:00')] }))).toBeUndefined();
    expect(instant({ light: 'red' }, clockOf('2026-03-02 09:00', { stoppedAt: now }))).toBeUndefined();
    const later = clockOf('2026-03-02 09:00', { pauses: [pause('2026-03-04 09:00')] });
    expect(instant({ light: 'red' }, later, later.startedAt)).toBeUndefined();
    const over = clockOf('2026-03-02 09:00', { pauses: [pause('2026-03-03 09:00', '2026-03-05 08:00')] });
    expect(dayOf((instant({ light: 'red' }, over) as number) - 1)).toBe('2026-03-18');
  });
});
