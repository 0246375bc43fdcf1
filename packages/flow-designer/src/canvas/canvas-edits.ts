/** Edits of one element by keyboard: move, resize, connect, delete. Each says what it did, or why it cannot. */
import { boundsOf, middleOf } from '../diagram/geometry.ts';
import { isFlowNode } from '../diagram/kinds.ts';
import { leadAround } from '../diagram/lead-around.ts';
import type { Bounds, DiagramElement, Point } from '../diagram/services.ts';
import type { SurfaceHost } from '../surface-host.ts';
import type { canvasMessages } from './canvas-messages.ts';

type CanvasWords = ReturnType<typeof canvasMessages.for>;

const STEP = 10;
const LEAST: Point = { x: 100, y: 60 };
const INSET = 20;

/** The directions of the arrow keys. */
const DIRECTIONS = {
  ArrowLeft: { delta: { x: -STEP, y: 0 }, said: 'movedLeft' },
  ArrowRight: { delta: { x: STEP, y: 0 }, said: 'movedRight' },
  ArrowUp: { delta: { x: 0, y: -STEP }, said: 'movedUp' },
  ArrowDown: { delta: { x: 0, y: STEP }, said: 'movedDown' },
} as const;

export class CanvasEdits {
  private readonly host: SurfaceHost;
  private readonly words: CanvasWords;

  constructor(host: SurfaceHost, words: CanvasWords) {
    this.host = host;
    this.words = words;
  }

  /** Moves `element` one grid step; answers whether `key` is an arrow. */
  move(element: DiagramElement, key: string): boolean {
    const direction = directionOf(key);
    if (direction === undefined) return false;
    const { host, words } = this;
    const { get } = host.editor;
    const name = host.labelOf(element);
    if (element.waypoints !== undefined || get('rules').allowed('elements.move', { shapes: [element] }) === false)
      host.announce(words('notMovable', { name }));
    else {
      get('modeling').moveElements([element], direction.delta);
      host.announce(words(direction.said, { name }));
    }
    return true;
  }

  /** Makes `element` one grid step wider, narrower, higher or lower; answers whether `key` is an arrow. */
  resize(element: DiagramElement, key: string): boolean {
    const direction = directionOf(key);
    if (direction === undefined) return false;
    const { host, words } = this;
    const { get } = host.editor;
    const name = host.labelOf(element);
    const bounds = grown(element, direction.delta);
    if (element.waypoints !== undefined || get('rules').allowed('shape.resize', { shape: element, newBounds: bounds }) !== true)
      host.announce(words('notResizable', { name }));
    else {
      get('modeling').resizeShape(element, bounds);
      host.announce(words('resized', { name, width: element.width, height: element.height }));
    }
    return true;
  }

  /** Connects `from` (a step, or a line that is led elsewhere) with `to`; answers whether it did. */
  connect(from: DiagramElement, to: DiagramElement): boolean {
    const { host, words } = this;
    const { get } = host.editor;
    const line = from.waypoints === undefined ? undefined : from;
    const source = line?.source ?? from;
    const names = { from: host.labelOf(source), to: host.labelOf(to) };
    const allowed =
      line === undefined
        ? get('rules').allowed('connection.create', { source, target: to })
        : get('rules').allowed('connection.reconnect', { connection: line, source, target: to });
    if (allowed === false || allowed === null || to === source) {
      host.announce(words('notConnectable', names));
      return false;
    }
    if (line === undefined) get('modeling').connect(source, to, typeof allowed === 'object' ? (allowed as object) : undefined);
    else
      host.editor.together(() => {
        get('modeling').reconnectEnd(line, to, middleOf(to));
        leadAround(get, line);
      });
    host.announce(words('connected', names));
    return true;
  }

  remove(element: DiagramElement): void {
    const name = this.host.labelOf(element);
    this.host.editor.remove(element);
    this.host.announce(this.words('deleted', { name }));
  }
}

/** One grid step in the direction of an arrow key; nothing for another key. */
export function deltaOf(key: string): Point | undefined {
  return directionOf(key)?.delta;
}

function directionOf(key: string): (typeof DIRECTIONS)[keyof typeof DIRECTIONS] | undefined {
  return Object.hasOwn(DIRECTIONS, key) ? DIRECTIONS[key as keyof typeof DIRECTIONS] : undefined;
}

// the upper left corner stays; what is inside stays inside
function grown(element: DiagramElement, delta: Point): Bounds {
  const inside = (element.children ?? []).filter((child) => isFlowNode(child) || child.type === 'bpmn:Lane');
  const around = inside.length === 0 ? undefined : boundsOf(inside);
  const inset = inside.some(({ type }) => type === 'bpmn:Lane') ? 0 : INSET;
  const least = {
    x: Math.max(LEAST.x, around === undefined ? 0 : around.x + around.width + inset - element.x),
    y: Math.max(LEAST.y, around === undefined ? 0 : around.y + around.height + inset - element.y),
  };
  const { x, y, width, height } = element;
  return { x, y, width: Math.max(least.x, width + delta.x), height: Math.max(least.y, height + delta.y) };
}
