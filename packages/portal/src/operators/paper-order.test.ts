import { describe, expect, it } from 'vitest';
import { paperOrder, type TypedPaper, wrongDay } from './paper-order.ts';

/** 2026-11-23 08:00 in China. */
const NOW = Date.UTC(2026, 10, 23, 0);
const at = (day: string) => Date.parse(`${day}T09:00:00+08:00`);
const typed: TypedPaper = {
  ...{ measureId: 'm', projectCode: '', starter: { id: 'u1', name: '马建国' }, startedAt: '2026-11-02', comment: ' ' },
  places: [{ nodeId: 'review', since: '2026-11-23' }],
  done: [{ nodeId: 'check', day: '2026-11-03', byName: '王玉兰', comment: '' }],
};

describe('a case from paper', () => {
  it.each([
    ['2026-11-31x', undefined, 'notADay'],
    ['2026-11-24', undefined, 'future'],
    ['2026-11-01', '2026-11-02', 'beforeStart'],
    ['2026-11-23', '2026-11-02', undefined],
    ['2026-11-01', '下周', undefined],
  ])('with the day %s after %s is %s', (day, startedAt, wrong) => {
    expect(wrongDay(day, NOW, startedAt)).toBe(wrong);
  });

  it('becomes an order of instants, none of them to come, without what was left empty', () => {
    expect(paperOrder(typed, {}, NOW)).toEqual({
      ...{ measureId: 'm', starter: { id: 'u1', name: '马建国' }, startedAt: at('2026-11-02') },
      places: [{ nodeId: 'review', since: NOW }],
      done: [{ nodeId: 'check', at: at('2026-11-03'), byName: '王玉兰' }],
    });
  });
});
