/**
 * The flow as an outline: steps in their order, what runs beside or instead of each other indented under the step that splits, and
 * jumps as links. Nothing of the drawing is left out: every node stands once, every line is a sequence, a branch or a link.
 */
import { isFlowNode } from '../diagram/kinds.ts';
import type { DiagramElement } from '../diagram/services.ts';
import { OutlineOrder } from './outline-order.ts';

/** A line of the outline: a step, or a link to a step that stands elsewhere. */
export type OutlineItem = OutlineStep | OutlineLink;

/** A step with what leaves it sideways. */
export interface OutlineStep {
  readonly kind: 'step';
  readonly element: DiagramElement;
  /** Counted from 1 over the whole list. */
  readonly number: number;
  readonly branches: readonly OutlineBranch[];
  /** Of a sub-process: its steps. */
  readonly inner: readonly OutlineItem[];
}

/** A jump: `line` leads to a step that is listed elsewhere. */
export interface OutlineLink {
  readonly kind: 'link';
  readonly line: DiagramElement;
  readonly target: DiagramElement;
}

/** One way out of a split, or what happens when a boundary event comes. */
export interface OutlineBranch {
  /** The sequence flow, or the boundary event. */
  readonly way: DiagramElement;
  readonly items: readonly OutlineItem[];
}

/** The outline of the drawing that `elements` are. */
export function outlineOf(elements: readonly DiagramElement[]): readonly OutlineItem[] {
  const nodes = elements.filter(isFlowNode);
  return new Outliner(nodes).scope(undefined);
}

/** The steps of an outline from top to bottom, each with how deep it stands in sub-processes. */
export function flatSteps(items: readonly OutlineItem[], depth = 0): readonly { readonly step: OutlineStep; readonly depth: number }[] {
  return items.flatMap((item) =>
    item.kind === 'link'
      ? []
      : [
          { step: item, depth },
          ...flatSteps(item.inner, depth + 1),
          ...item.branches.flatMap((branch) => [
            ...(isFlowNode(branch.way) ? [{ step: boundaryStep(branch.way), depth }] : []),
            ...flatSteps(branch.items, depth),
          ]),
        ],
  );
}

/** The items among which `element` stands. */
export function siblingsOf(items: readonly OutlineItem[], element: DiagramElement): readonly OutlineItem[] | undefined {
  for (const item of items) {
    if (item.kind === 'link') continue;
    if (item.element === element) return items;
    const inside = [item.inner, ...item.branches.map((branch) => branch.items)];
    const found = inside.map((one) => siblingsOf(one, element)).find((one) => one !== undefined);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** What comes when all ways out of `split` have been gone. */
export function meetingOf(items: readonly OutlineItem[], split: DiagramElement): DiagramElement | undefined {
  const siblings = siblingsOf(items, split) ?? [];
  const next = siblings[siblings.findIndex((item) => item.kind === 'step' && item.element === split) + 1];
  return next?.kind === 'step' ? next.element : next?.target;
}

// a boundary event is the head of its branch; it has no number of its own
function boundaryStep(element: DiagramElement): OutlineStep {
  return { kind: 'step', element, number: 0, branches: [], inner: [] };
}

class Outliner {
  readonly #nodes: readonly DiagramElement[];
  readonly #listed = new Set<DiagramElement>();
  #number = 0;

  constructor(nodes: readonly DiagramElement[]) {
    this.#nodes = nodes;
  }

  /** The steps directly in a sub-process, or in no sub-process at all. */
  scope(parent: DiagramElement | undefined): readonly OutlineItem[] {
    const inside = this.#nodes.filter((node) => scopeOf(node) === parent);
    const order = new OutlineOrder(inside);
    const roots = inside.filter((node) => node.host === undefined && node.incoming.filter(isSequence).length === 0);
    const items = [...roots].sort(leftToRight).flatMap((root) => this.#sequence(root, undefined, order, []));
    const rest = [...inside].filter((node) => node.host === undefined).sort(leftToRight);
    return [...items, ...rest.flatMap((node) => (this.#listed.has(node) ? [] : this.#sequence(node, undefined, order, [])))];
  }

  // from `node` along the lines until what is listed already, or what belongs behind an outer join (`stops`)
  #sequence(
    node: DiagramElement,
    entry: DiagramElement | undefined,
    order: OutlineOrder,
    stops: readonly DiagramElement[],
  ): readonly OutlineItem[] {
    const items: OutlineItem[] = [];
    let line = entry;
    let next: DiagramElement | undefined = node;
    while (next !== undefined) {
      const target: DiagramElement = next;
      if (target === stops.at(-1) && !this.#listed.has(target)) break;
      if (this.#listed.has(target) || isPast(target, stops, order)) {
        if (line !== undefined) items.push({ kind: 'link', line, target });
        break;
      }
      const { step, after } = this.#step(target, order, stops);
      items.push(step);
      line = after;
      next = after?.target;
    }
    return items;
  }

  #step(
    element: DiagramElement,
    order: OutlineOrder,
    stops: readonly DiagramElement[],
  ): { readonly step: OutlineStep; readonly after?: DiagramElement } {
    this.#listed.add(element);
    const number = ++this.#number;
    const inner = element.type === 'bpmn:SubProcess' || element.type === 'bpmn:Transaction' ? this.scope(element) : [];
    const lines = element.outgoing.filter(isSequence);
    const events = (element.attachers ?? []).filter(isFlowNode);
    const [only] = lines;
    if (lines.length < 2) {
      const onward = only?.target;
      const beside = onward === undefined ? stops : [...stops, onward];
      const branches = events.map((way) => this.#boundary(way, order, beside));
      return { step: { kind: 'step', element, number, branches, inner }, ...(only === undefined ? {} : { after: only }) };
    }
    const outer = stops.at(-1);
    const passed = (node: DiagramElement): boolean => this.#listed.has(node) || (node !== outer && isPast(node, stops, order));
    const { join, line: main } = order.meetingOf(element, lines, passed);
    const within = join === undefined ? stops : [...stops, join];
    const branches = [
      ...lines.map((way) => ({ way, items: way.target === undefined ? [] : this.#sequence(way.target, way, order, within) })),
      ...events.map((way) => this.#boundary(way, order, within)),
    ];
    const after = main ?? join?.incoming.find(isSequence);
    return { step: { kind: 'step', element, number, branches, inner }, ...(after === undefined ? {} : { after }) };
  }

  #boundary(event: DiagramElement, order: OutlineOrder, stops: readonly DiagramElement[]): OutlineBranch {
    this.#listed.add(event);
    const items = event.outgoing
      .filter(isSequence)
      .flatMap((line) => (line.target === undefined ? [] : this.#sequence(line.target, line, order, stops)));
    return { way: event, items };
  }
}

// whether `node` is one of the joins around, or stands behind one
function isPast(node: DiagramElement, stops: readonly DiagramElement[], order: OutlineOrder): boolean {
  return stops.some((stop) => stop === node || order.isBehind(stop, node));
}

function scopeOf(node: DiagramElement): DiagramElement | undefined {
  const { parent } = node.host ?? node;
  return parent !== undefined && isFlowNode(parent) ? parent : undefined;
}

/** Whether `line` is a sequence flow with both ends. */
export function isSequence(line: DiagramElement): boolean {
  return line.type === 'bpmn:SequenceFlow' && line.source !== undefined && line.target !== undefined;
}

/** Whether `element` stands between one step before and one behind, so that it can be moved or put beside another. */
export function isPassage(element: DiagramElement): boolean {
  const incoming = element.incoming.filter(isSequence);
  return incoming.length === 1 && element.outgoing.filter(isSequence).length === 1 && element.host === undefined;
}

function leftToRight(a: DiagramElement, b: DiagramElement): number {
  return a.x - b.x || a.y - b.y;
}
