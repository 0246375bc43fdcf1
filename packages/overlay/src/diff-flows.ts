/** Compares two flows by the ids of their elements: what was added, removed, changed (and in which property), or only drawn elsewhere. */
import type { Flow, FlowScope } from '@tongban/model';
import { differences, type PropertyChange } from './same-value.ts';

/** One difference. */
export interface FlowChange {
  readonly kind: 'added' | 'removed' | 'changed' | 'moved';
  readonly id: string;
  /** A node's kind, or `sequenceFlow`, `process`, `lane`. */
  readonly element: string;
  /** Its name after the change; of what was removed, before. */
  readonly name?: string;
  /** Of `changed`: in the order of their names. */
  readonly properties: readonly PropertyChange[];
}

/** The differences from `before` to `after`: first what was changed or added, in the order of `after`, then what was removed. */
export function diffFlows(before: Flow, after: Flow): readonly FlowChange[] {
  const [old, now] = [partsOf(before), partsOf(after, usualShift(before, after))];
  const there = [...now.values()].flatMap((part): readonly FlowChange[] => {
    const other = old.get(part.id);
    if (other === undefined) return [{ ...factsOf(part), kind: 'added', properties: [] }];
    const properties = differences(other.properties, part.properties);
    if (properties.length > 0) return [{ ...factsOf(part), kind: 'changed', properties }];
    return other.place === part.place ? [] : [{ ...factsOf(part), kind: 'moved', properties: [] }];
  });
  const gone = [...old.values()].filter(({ id }) => !now.has(id));
  return [...there, ...gone.map((part): FlowChange => ({ ...factsOf(part), kind: 'removed', properties: [] }))];
}

interface Part {
  readonly id: string;
  readonly element: string;
  readonly name?: string;
  readonly properties: Readonly<Record<string, unknown>>;
  /** Where and how large it is drawn; lines go along with what they connect. */
  readonly place: string;
}

type Shift = readonly [dx: number, dy: number];

// a picture begins at its own corner; when most shapes stand elsewhere by the same step, that is the corner and no move
function usualShift(before: Flow, after: Flow): Shift {
  const old = new Map(before.picture.shapes.map((shape) => [shape.id, shape]));
  const counts = new Map<string, number>();
  for (const { id, x, y } of after.picture.shapes) {
    const other = old.get(id);
    if (other === undefined) continue;
    const shift = `${x - other.x} ${y - other.y}`;
    counts.set(shift, (counts.get(shift) ?? 0) + 1);
  }
  const [usual, times = 0] = [...counts].sort(([, a], [, b]) => b - a)[0] ?? [];
  if (usual === undefined || times < 2) return [0, 0];
  const [dx = 0, dy = 0] = usual.split(' ').map(Number);
  return [dx, dy];
}

function factsOf({ id, element, name }: Part): Pick<FlowChange, 'id' | 'element' | 'name'> {
  return { id, element, ...(name === undefined ? {} : { name }) };
}

function partsOf(flow: Flow, [dx, dy]: Shift = [0, 0]): ReadonlyMap<string, Part> {
  const places = new Map(flow.picture.shapes.map(({ id, x, y, width, height }) => [id, [x - dx, y - dy, width, height].join()]));
  const lanes = new Map(
    flow.processes.flatMap((process) => process.lanes.flatMap((lane) => lane.nodes.map((id) => [id, lane.id] as const))),
  );
  const parts = new Map<string, Part>();
  const add = (element: string, { id, name }: { readonly id: string; readonly name?: string }, properties: object, placed = true): void => {
    const place = placed ? (places.get(id) ?? '') : '';
    parts.set(id, { id, element, ...(name === undefined ? {} : { name }), properties: flatten({ name, ...properties }), place });
  };
  const addScope = ({ nodes, flows }: FlowScope, scope: string): void => {
    for (const { id, kind, inner, ...rest } of nodes) {
      add(kind, { id, ...(rest.name === undefined ? {} : { name: rest.name }) }, { ...rest, kind, scope, lane: lanes.get(id) });
      if (inner !== undefined) addScope(inner, id);
    }
    for (const { id, name, ...rest } of flows) add('sequenceFlow', { id, ...(name === undefined ? {} : { name }) }, rest, false);
  };
  for (const process of flow.processes) {
    add('process', process, { executable: process.executable });
    for (const lane of process.lanes) add('lane', lane, {});
    addScope(process, process.id);
  }
  return parts;
}

// one level into what we add to an element: who, what form and by when are properties of their own
function flatten({
  extension = {},
  ...rest
}: {
  readonly name?: string | undefined;
  readonly extension?: object;
}): Readonly<Record<string, unknown>> {
  const own = Object.entries(extension).map(([name, value]) => [`extension.${name}`, value] as const);
  return Object.fromEntries([...Object.entries(rest), ...own].filter(([, value]) => value !== undefined));
}
