/**
 * Boxes: one set of slots per column. Finds what a union of boxes leaves uncovered, and which boxes meet, with a bound on the work.
 */
import { both, firstOfBoth, type SlotRange, type SlotSet, sameSlots, sizeOf, slotSet } from './slots.ts';

/** A rule as a box. */
export type Box = readonly SlotSet[];

/** How much work one search may do. */
export class Budget {
  readonly limit: number;
  private left: number;

  constructor(limit: number) {
    this.limit = limit;
    this.left = limit;
  }

  /** Pays, and says whether there is still enough. */
  spend(count: number): boolean {
    this.left -= count;
    return this.left >= 0;
  }

  get isSpent(): boolean {
    return this.left < 0;
  }
}

/** Boxes of `whole` that none of `boxes` covers, at most `most` of them. They do not meet each other. */
export function uncovered(whole: Box, boxes: readonly Box[], budget: Budget, most: number): readonly Box[] {
  const order = narrowestFirst(boxes, whole.length);
  const turned = (box: Box): Box => order.map((column) => box[column] as SlotSet);
  const found = uncoveredInOrder(turned(whole), boxes.map(turned), budget, most);
  return found.map((box) => whole.map((_, column) => box[order.indexOf(column)] as SlotSet));
}

/** The search ends soonest when the columns that tell most rules apart come first. */
function narrowestFirst(boxes: readonly Box[], columns: number): readonly number[] {
  const widths = Array.from({ length: columns }, (_, column) => widthOf(boxes, column));
  return widths.map((_, column) => column).sort((a, b) => (widths[a] as number) - (widths[b] as number) || a - b);
}

function uncoveredInOrder(whole: Box, boxes: readonly Box[], budget: Budget, most: number): readonly Box[] {
  const columns = whole.length;
  const fullFrom = boxes.map((box) => {
    let column = columns;
    while (column > 0 && sizeOf(both(box[column - 1] as SlotSet, whole[column - 1] as SlotSet)) === sizeOf(whole[column - 1] as SlotSet))
      column -= 1;
    return column;
  });
  let count = 0;

  return search(
    0,
    boxes.map((_, index) => index),
  );

  /** What is uncovered in the columns from `column` on, given that only the boxes of `active` cover the columns before. */
  function search(column: number, active: readonly number[]): readonly Box[] {
    if (!budget.spend(active.length + 1) || count >= most) return [];
    if (active.length === 0) {
      count += 1;
      return [whole.slice(column)];
    }
    if (active.some((index) => (fullFrom[index] as number) <= column)) return [];
    const found: { slots: SlotRange[]; readonly rest: readonly Box[] }[] = [];
    const known = new Map<string, (typeof found)[number]>();
    for (const { range, members } of stretches(
      whole[column] as SlotSet,
      active.map((index) => (boxes[index] as Box)[column] as SlotSet),
    )) {
      const inside = members.map((member) => active[member] as number);
      const key = inside.join();
      const same = known.get(key);
      if (same) {
        same.slots.push(range);
        continue;
      }
      const entry = { slots: [range], rest: search(column + 1, inside) };
      known.set(key, entry);
      if (entry.rest.length > 0) found.push(entry);
      if (budget.isSpent) break;
    }
    return merged(found).flatMap(({ slots, rest }) => rest.map((box) => [slotSet(slots), ...box]));
  }
}

/** Stretches whose rest is the same become one. */
function merged<Entry extends { slots: SlotRange[]; readonly rest: readonly Box[] }>(found: readonly Entry[]): readonly Entry[] {
  const result: Entry[] = [];
  for (const entry of found) {
    const same = result.find(({ rest }) => sameBoxes(rest, entry.rest));
    if (same) same.slots.push(...entry.slots);
    else result.push(entry);
  }
  return result;
}

function sameBoxes(a: readonly Box[], b: readonly Box[]): boolean {
  return a.length === b.length && a.every((box, index) => box.every((set, column) => sameSlots(set, b[index]?.[column] ?? [])));
}

/** The stretches of `whole` in which the same sets are present, with the numbers of those sets. */
function* stretches(
  whole: SlotSet,
  sets: readonly SlotSet[],
): Generator<{ readonly range: SlotRange; readonly members: readonly number[] }> {
  const events = new Map<number, { readonly opens: number[]; readonly closes: number[] }>();
  const at = (slot: number): { readonly opens: number[]; readonly closes: number[] } => {
    const known = events.get(slot) ?? { opens: [], closes: [] };
    events.set(slot, known);
    return known;
  };
  for (const [from, to] of whole) {
    at(from);
    at(to + 1);
  }
  for (const [number, set] of sets.entries()) {
    for (const [from, to] of set) {
      at(from).opens.push(number);
      at(to + 1).closes.push(number);
    }
  }
  const slots = [...events.keys()].sort((a, b) => a - b);
  const open = new Set<number>();
  for (const [index, slot] of slots.entries()) {
    const { opens, closes } = at(slot);
    for (const number of closes) open.delete(number);
    for (const number of opens) open.add(number);
    const next = slots[index + 1];
    if (next === undefined) break;
    for (const range of both([[slot, next - 1]], whole)) yield { range, members: [...open].sort((a, b) => a - b) };
  }
}

/** Calls `found` for every two boxes that meet, the lower number first, until it says stop. */
export function meetings(
  boxes: readonly Box[],
  numbers: readonly number[],
  budget: Budget,
  found: (a: number, b: number) => boolean,
): void {
  const column = narrowestFirst(boxes, boxes[0]?.length ?? 0)[0] ?? 0;
  const byStart = numbers
    .map((number) => ({ number, box: boxes[number] as Box }))
    .filter(({ box }) => box.every((set) => set.length > 0))
    .map((entry) => ({ ...entry, hull: hullOf(entry.box[column] ?? [[0, 0]]) }))
    .sort((a, b) => a.hull[0] - b.hull[0]);
  let active: typeof byStart = [];
  for (const entry of byStart) {
    active = active.filter(({ hull }) => hull[1] >= entry.hull[0]);
    if (!budget.spend(active.length + 1)) return;
    for (const other of active) {
      if (!entry.box.every((set, index) => firstOfBoth(set, other.box[index] as SlotSet) >= 0)) continue;
      const [low, high] = entry.number < other.number ? [entry.number, other.number] : [other.number, entry.number];
      if (!found(low, high)) return;
    }
    active.push(entry);
  }
}

/** How wide the boxes are in a column on average, from 0 to 1. */
function widthOf(boxes: readonly Box[], column: number): number {
  let sum = 0;
  let end = 1;
  for (const box of boxes) {
    const [from, to] = hullOf(box[column] ?? []);
    sum += to - from + 1;
    end = Math.max(end, to + 1);
  }
  return sum / end / Math.max(1, boxes.length);
}

function hullOf(set: SlotSet): SlotRange {
  return [set[0]?.[0] ?? 0, set.at(-1)?.[1] ?? -1];
}
