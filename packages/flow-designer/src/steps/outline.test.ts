import { expect, test } from 'vitest';
import { drawn } from '../test-support/drawn.ts';
import { flatSteps, type OutlineItem, outlineOf } from './outline.ts';

test('one after another', () => {
  expect(shown('start > a > b > end')).toBe('start a b end');
});

test('what goes at the same time stands indented, and the list goes on where it meets', () => {
  expect(shown('start > p1 > a > p2 > end', 'p1 > b > p2')).toBe('start p1{a | b} p2 end');
});

test('a way back is a link, not a copy', () => {
  expect(shown('start > a > x1 > b > end', 'x1 > a')).toBe('start a x1{ | →a} b end');
});

test('a way past steps is empty, and the list goes on behind', () => {
  expect(shown('start > x1 > a > x2 > end', 'x1 > x2')).toBe('start x1{a | } x2 end');
});

test('a way that ends by itself is an aside; the long way goes on', () => {
  expect(shown('start > x1 > reject > end1', 'x1 > a > b > c > end2')).toBe('start x1{reject end1 | } a b c end2');
});

test('splits in splits', () => {
  expect(shown('start > x1 > p1 > a > p2 > x2 > end', 'p1 > b > p2', 'x1 > c > x2')).toBe('start x1{p1{a | b} p2 | c} x2 end');
});

test('a jump out of a way to a step behind the join is a link', () => {
  expect(shown('start > x1 > a > x2 > b > c > end', 'x1 > d > x3 > x2', 'x3 > c')).toBe('start x1{a | d x3{ | →c}} x2 b c end');
});

test('what happens at a boundary event is a way of its task', () => {
  expect(shown('start > a > end', 'b1@a > late > end1')).toBe('start a{late end1} end');
  expect(shown('start > a > b > end', 'b1@a > b')).toBe('start a{} b end');
});

test('what no line reaches comes last, and loops alone are listed', () => {
  expect(shown('start > end', 'lost > gone', 'round > about > round')).toBe('start end lost gone round about →round');
});

test('every node stands once, whatever is drawn', () => {
  const elements = drawn('start > x1 > a > x2 > b > x1', 'x1 > c > p1 > x2', 'p1 > b', 'x2 > end', 'b1@a > c', 'b2@b > start2');
  const listed = flatSteps(outlineOf(elements)).map(({ step }) => step.element.id);
  expect([...listed].sort()).toEqual(
    elements
      .filter((element) => element.type !== 'bpmn:SequenceFlow')
      .map((element) => element.id)
      .sort(),
  );
});

test('six hundred steps in a chain of splits, through which there are more ways than could be walked, are listed once each', () => {
  const ways = Array.from({ length: 300 }, (_, at) => `x${at} > a${at} > x${at + 1}`);
  const past = Array.from({ length: 300 }, (_, at) => `x${at} > x${at + 1}`);
  expect(flatSteps(outlineOf(drawn(...ways, ...past))).length).toBe(601);
});

function shown(...ways: readonly string[]): string {
  return write(outlineOf(drawn(...ways)));
}

function write(items: readonly OutlineItem[]): string {
  return items
    .map((item) => {
      if (item.kind === 'link') return `→${item.target.id}`;
      const ways = item.branches.map((branch) => write(branch.items));
      return `${item.element.id}${ways.length === 0 ? '' : `{${ways.join(' | ')}}`}`;
    })
    .join(' ');
}
