import type { Clock, Light, Limit } from '@tongban/model';
import { describe, expect, test } from 'vitest';
import { china2026, nextLightChange, readClock } from './index.ts';
import { at, clockOf, endOf, limitOf, pause } from './testing/moments.ts';

// From Friday 6 March, 10 working days are 9–13 and 16–20 March; two are left from the end of the 18th on.
const tenDays = limitOf(10, 'workingDay');
const started = clockOf('2026-03-06 15:00');

describe('lights', () => {
  test('CAL13 red right after the end', () => {
    expect(light(tenDays, started, endOf('2026-03-20'))).toBe('yellow');
    expect(light(tenDays, started, endOf('2026-03-20') + 1)).toBe('red');
  });

  test('CAL14 10 days turn yellow when 2 are left', () => {
    expect(light(tenDays, started, endOf('2026-03-18'))).toBe('green');
    expect(light(tenDays, started, endOf('2026-03-18') + 1)).toBe('yellow');
  });

  test('CAL14 3 days turn yellow when 0.6 of the last day is left', () => {
    expect(light(limitOf(3, 'workingDay'), started, at('2026-03-11 09:35'))).toBe('green');
    expect(light(limitOf(3, 'workingDay'), started, at('2026-03-11 09:36'))).toBe('yellow');
  });

  test('CAL14 the limit may name another fraction', () => {
    const half = { ...tenDays, yellow: [1, 2] as const };
    expect(light(half, started, endOf('2026-03-13'))).toBe('green');
    expect(light(half, started, endOf('2026-03-13') + 1)).toBe('yellow');
    expect(light({ ...tenDays, yellow: [0, 1] }, started, endOf('2026-03-20'))).toBe('green');
  });

  test('CAL15 a paused clock says when it goes on by itself', () => {
    const until = at('2026-03-16 00:00');
    const paused = clockOf('2026-03-06 15:00', { pauses: [{ ...pause('2026-03-11 12:00'), until }] });
    const reading = readClock(tenDays, china2026, paused, at('2026-03-12 12:00'));
    expect(reading).toMatchObject({ paused: true, used: 2.5, resumesAt: until, dueAt: endOf('2026-03-25') });
    expect(readClock(tenDays, china2026, paused, until)).not.toHaveProperty('resumesAt');
    expect(nextLightChange(tenDays, china2026, paused, at('2026-03-12 12:00'))).toBe(endOf('2026-03-23') + 1);
  });

  test('CAL15 a paused clock keeps its light, and its due moment moves', () => {
    const paused = clockOf('2026-03-06 15:00', { pauses: [pause('2026-03-11 12:00')] });
    const before = readClock(tenDays, china2026, paused, at('2026-03-11 12:00'));
    const later = readClock(tenDays, china2026, paused, at('2026-03-31 12:00'));
    expect(before).toMatchObject({ light: 'green', paused: true, used: 2.5, remaining: 7.5 });
    expect(later).toMatchObject({ light: 'green', paused: true, used: 2.5, remaining: 7.5 });
    expect(later.dueAt - before.dueAt).toBe(endOf('2026-04-10') - endOf('2026-03-20'));
  });

  test('CAL15 an overdue clock stays red in a pause and after it', () => {
    const paused = clockOf('2026-03-06 15:00', { pauses: [pause('2026-03-23 12:00', '2026-03-25 12:00')] });
    expect(light(tenDays, paused, at('2026-03-24 12:00'))).toBe('red');
    expect(light(tenDays, paused, at('2026-03-26 12:00'))).toBe('red');
  });

  test('CAL16 a stopped clock keeps the reading of its stop', () => {
    const stopped = clockOf('2026-03-06 15:00', { stoppedAt: at('2026-03-10 12:00') });
    const reading = readClock(tenDays, china2026, stopped, at('2027-03-10 12:00'));
    expect(reading).toMatchObject({ light: 'green', stopped: true, paused: false, used: 1.5, dueAt: endOf('2026-03-20') });
    expect(nextLightChange(tenDays, china2026, stopped, at('2026-03-11 12:00'))).toBeUndefined();
  });

  test('CAL16 a clock stopped inside a pause keeps the light of the pause', () => {
    const stopped = clockOf('2026-03-06 15:00', { pauses: [pause('2026-03-10 12:00')], stoppedAt: at('2026-03-11 09:00') });
    expect(readClock(tenDays, china2026, stopped, at('2027-01-01 00:00'))).toMatchObject({
      light: 'green',
      stopped: true,
      paused: false,
      used: 1.5,
    });
  });

  test('CAL17 used and remaining add up; remaining turns negative', () => {
    const reading = (limit: Limit, now: string) => readClock(limit, china2026, started, at(now));
    expect(reading(tenDays, '2026-03-06 12:00')).toMatchObject({ used: 0, remaining: 10 });
    expect(reading(tenDays, '2026-03-24 00:00')).toMatchObject({ used: 11, remaining: -1 });
    expect(reading(limitOf(1, 'month'), '2026-03-07 00:00')).toMatchObject({ used: 0, remaining: 1 });
    expect(reading(limitOf(31, 'calendarDay'), '2026-03-08 00:00')).toMatchObject({ used: 1, remaining: 30 });
    expect(reading(limitOf(4, 'hour'), '2026-03-06 17:30')).toMatchObject({ used: 2.5, remaining: 1.5, light: 'green' });
    expect(reading(limitOf(0, 'workingDay'), '2026-03-06 18:00')).toMatchObject({ used: 0, remaining: 0, light: 'yellow' });
  });
});

describe('the next change of light', () => {
  test('CAL18 green to yellow to red', () => {
    expect(next(tenDays, started, at('2026-03-09 12:00'))).toBe(endOf('2026-03-18') + 1);
    expect(next(tenDays, started, endOf('2026-03-18') + 1)).toBe(endOf('2026-03-20') + 1);
    expect(next(tenDays, started, endOf('2026-03-20') + 1)).toBeUndefined();
  });

  test('CAL18 none while a pause lasts, after its end when it is known', () => {
    expect(next(tenDays, clockOf('2026-03-06 15:00', { pauses: [pause('2026-03-10 12:00')] }), at('2026-03-11 12:00'))).toBeUndefined();
    const known = clockOf('2026-03-06 15:00', { pauses: [pause('2026-03-10 12:00', '2026-03-12 12:00')] });
    expect(next(tenDays, known, at('2026-03-09 12:00'))).toBe(endOf('2026-03-20') + 1);
    expect(next(tenDays, known, at('2026-03-11 12:00'))).toBe(endOf('2026-03-20') + 1);
  });

  test('CAL18 a pause on the first yellow day gives that day back: green again when it goes on', () => {
    const clock = clockOf('2026-03-06 15:00', { pauses: [pause('2026-03-11 12:00', '2026-03-12 08:00')] });
    const threeDays = limitOf(3, 'workingDay');
    expect(next(threeDays, clock, at('2026-03-11 10:00'))).toBe(at('2026-03-12 08:00'));
    expect(light(threeDays, clock, at('2026-03-12 08:00'))).toBe('green');
    expect(next(threeDays, clock, at('2026-03-12 08:00'))).toBe(at('2026-03-12 09:36'));
  });

  test('CAL18 a limit of no days goes from yellow to red', () => {
    expect(next(limitOf(0, 'workingDay'), started, at('2026-03-06 16:00'))).toBe(endOf('2026-03-06') + 1);
  });
});

function light(limit: Limit, clock: Clock, now: number): Light {
  return readClock(limit, china2026, clock, now).light;
}

function next(limit: Limit, clock: Clock, now: number): number | undefined {
  return nextLightChange(limit, china2026, clock, now);
}
