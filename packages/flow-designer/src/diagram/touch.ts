/**
 * The canvas under fingers: a tap selects (the browser makes a click of it), one finger moves a selected step or else the view, two
 * fingers zoom around the middle between them.
 */
import { isFlowNode } from './kinds.ts';
import type { GetService, Point } from './services.ts';

/** Lets fingers work on the canvas. `mayMove`: whether steps may be moved now. */
export function listenToFingers(get: GetService, mayMove: () => boolean): void {
  const container = get('canvas').getContainer();
  let last: readonly Point[] = [];

  container.addEventListener(
    'touchstart',
    (event) => {
      last = fingersOf(event);
      const element = elementUnder(event, get);
      if (last.length !== 1 || element === undefined || !mayMove() || !get('selection').get().includes(element)) return;
      get('move').start(event, element, true);
      last = [];
    },
    { passive: true },
  );

  container.addEventListener(
    'touchmove',
    (event) => {
      if (last.length === 0) return;
      const now = fingersOf(event);
      event.preventDefault();
      if (now.length === last.length) follow(get, last, now);
      last = now;
    },
    { passive: false },
  );

  container.addEventListener('touchend', (event) => {
    last = fingersOf(event);
  });
}

function follow(get: GetService, last: readonly Point[], now: readonly Point[]): void {
  const canvas = get('canvas');
  const [from, to] = [middle(last), middle(now)];
  canvas.scroll({ dx: to.x - from.x, dy: to.y - from.y });
  if (now.length < 2) return;
  const box = canvas.getContainer().getBoundingClientRect();
  const factor = spanOf(now) / Math.max(1, spanOf(last));
  canvas.zoom(Math.min(3, Math.max(0.1, canvas.zoom() * factor)), { x: to.x - box.x, y: to.y - box.y });
}

function elementUnder(event: TouchEvent, get: GetService) {
  const id = (event.target as Element).closest?.('.djs-element')?.getAttribute('data-element-id');
  const element = id == null ? undefined : get('elementRegistry').get(id);
  return element !== undefined && isFlowNode(element) ? element : undefined;
}

function fingersOf({ touches }: TouchEvent): readonly Point[] {
  return [...touches].slice(0, 2).map(({ clientX, clientY }) => ({ x: clientX, y: clientY }));
}

function middle(points: readonly Point[]): Point {
  const sum = points.reduce((all, { x, y }) => ({ x: all.x + x, y: all.y + y }), { x: 0, y: 0 });
  return { x: sum.x / points.length, y: sum.y / points.length };
}

function spanOf([a, b]: readonly Point[]): number {
  return a === undefined || b === undefined ? 0 : Math.hypot(a.x - b.x, a.y - b.y);
}
