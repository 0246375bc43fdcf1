import { expect, it } from 'vitest';
import { wrapLabel } from './wrap-label.ts';

it('breaks Chinese by characters and counts Latin letters half', () => {
  expect(wrapLabel('填写申请并作出承诺', 7)).toEqual(['填写申请并作出', '承诺']);
  expect(wrapLabel('review DT-16', 7)).toEqual(['review DT-16']);
  expect(wrapLabel('', 7)).toEqual([]);
});
