import { expect, test } from 'vitest';
import { addedBend, isEndPoint, movedBend, removedBend } from './bend-points.ts';

const task = { x: 0, y: 0, width: 100, height: 80 };
const gateway = { x: 300, y: 200, width: 50, height: 50 };
// right out of the task, down, and right into the gateway
const line = [
  { x: 100, y: 40, original: { x: 50, y: 40 } },
  { x: 200, y: 40 },
  { x: 200, y: 225 },
  { x: 300, y: 225, original: { x: 325, y: 225 } },
];
const ends = { source: task, target: gateway };

test('a bend takes its neighbour along, so that the stretch between them stays upright', () => {
  const moved = movedBend(line, 1, { x: 10, y: 0 }, ends);
  expect(moved.map(({ x, y }) => [x, y])).toEqual([
    [100, 40],
    [210, 40],
    [210, 225],
    [300, 225],
  ]);
});

test('an end slides along its step, and stays where it would leave it or where only the middle is met', () => {
  expect(movedBend(line, 1, { x: 0, y: 10 }, ends).slice(0, 2)).toEqual([
    { x: 50, y: 50 },
    { x: 200, y: 50 },
  ]);
  const low = line.map((point, at) => (at < 2 ? { x: point.x, y: 70 } : point));
  expect(movedBend(low, 1, { x: 0, y: 10 }, ends).slice(0, 2)).toEqual([
    { x: 100, y: 70 },
    { x: 200, y: 80 },
  ]);
  expect(movedBend(line, 2, { x: 0, y: 10 }, ends).at(-1)).toEqual(line.at(-1));
  expect(movedBend(line, 1, { x: 0, y: 10 }, {})[0]).toEqual(line[0]);
});

test('a bend is added in the middle of the stretch behind, before the end when it is asked for at the end', () => {
  const first = addedBend(line, 0);
  expect([first.at, first.points[1], first.points.length]).toEqual([1, { x: 150, y: 40 }, 5]);
  const last = addedBend(line, 3);
  expect([last.at, last.points[3], last.points[4]]).toEqual([3, { x: 250, y: 225 }, line[3]]);
});

test('a bend is taken away; the ends are no bends', () => {
  expect(removedBend(line, 1)).toEqual([line[0], line[2], line[3]]);
  expect(line.map((_point, at) => isEndPoint(line, at))).toEqual([true, false, false, true]);
});
