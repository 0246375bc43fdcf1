import { expect, test } from 'vitest';
import { freeReason, type Pauses, reasonsOf, withLimit, withoutReason, withPart } from './pause-reasons.ts';

const limit = { name: { 'zh-CN': '审查' }, amount: 5, unit: 'workingDay' } as const;
const pauses: Pauses = {
  limits: [
    { ...limit, id: 'review', pauses: ['publicity', 'siteVisit'] },
    { ...limit, id: 'reply' },
  ],
  pauses: [{ id: 'siteVisit', name: { 'zh-CN': '踏勘', en: 'Visit' }, term: { amount: 3, unit: 'workingDay' }, source: '003' }],
};

test('reasons are those that the measure describes, then those that only limits list', () => {
  expect(reasonsOf(pauses).map(({ id }) => id)).toEqual(['siteVisit', 'publicity']);
  expect(freeReason({ limits: [{ ...limit, id: 'a', pauses: ['pause-1'] }] })).toBe('pause-2');
});

test('an edit keeps what it does not mean, and takes out what is undefined', () => {
  const edited = withPart(pauses, 'siteVisit', { term: undefined, ahead: 1 });
  expect(edited).toEqual({ ...pauses, pauses: [{ id: 'siteVisit', name: { 'zh-CN': '踏勘', en: 'Visit' }, ahead: 1, source: '003' }] });
  expect(withPart(pauses, 'publicity', { source: '004' }).pauses).toEqual([...(pauses.pauses ?? []), { id: 'publicity', source: '004' }]);
});

test('a limit lists a reason once, and has no empty list', () => {
  const both = withLimit(withLimit(pauses, 'siteVisit', 'reply', true), 'siteVisit', 'reply', true);
  expect(both.limits.map((one) => one.pauses)).toEqual([['publicity', 'siteVisit'], ['siteVisit']]);
  expect(withLimit(both, 'siteVisit', 'reply', false).limits[1]).toEqual({ ...limit, id: 'reply' });
});

test('without a reason, no limit lists it', () => {
  const { limits, pauses: left } = withoutReason(pauses, 'siteVisit');
  expect([limits[0]?.pauses, left]).toEqual([['publicity'], []]);
});
