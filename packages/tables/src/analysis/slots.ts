/** Sets of slots of an axis: disjoint ranges of whole numbers in order, both ends included. */

/** One range. */
export type SlotRange = readonly [from: number, to: number];

/** A set. */
export type SlotSet = readonly SlotRange[];

/** The set of these ranges, whatever their order and overlaps. */
export function slotSet(ranges: readonly SlotRange[]): SlotSet {
  const sorted = ranges.filter(([from, to]) => from <= to).sort((a, b) => a[0] - b[0]);
  const result: [number, number][] = [];
  for (const [from, to] of sorted) {
    const last = result.at(-1);
    if (last && from <= last[1] + 1) last[1] = Math.max(last[1], to);
    else result.push([from, to]);
  }
  return result;
}

/** What is in both. */
export function both(a: SlotSet, b: SlotSet): SlotSet {
  const result: SlotRange[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    const [from, to] = a[i] as SlotRange;
    const [start, end] = b[j] as SlotRange;
    if (Math.max(from, start) <= Math.min(to, end)) result.push([Math.max(from, start), Math.min(to, end)]);
    if (to < end) i += 1;
    else j += 1;
  }
  return result;
}

/** The first slot that is in both, or -1. */
export function firstOfBoth(a: SlotSet, b: SlotSet): number {
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    const [from, to] = a[i] as SlotRange;
    const [start, end] = b[j] as SlotRange;
    const first = Math.max(from, start);
    if (first <= Math.min(to, end)) return first;
    if (to < end) i += 1;
    else j += 1;
  }
  return -1;
}

/** What of `whole` is not in `part`. */
export function without(whole: SlotSet, part: SlotSet): SlotSet {
  const result: SlotRange[] = [];
  for (const [from, to] of whole) {
    let next = from;
    for (const [start, end] of part) {
      if (end < next) continue;
      if (start > to) break;
      if (start > next) result.push([next, start - 1]);
      next = Math.max(next, end + 1);
    }
    if (next <= to) result.push([next, to]);
  }
  return result;
}

/** How many slots there are in a set. */
export function sizeOf(set: SlotSet): number {
  return set.reduce((sum, [from, to]) => sum + to - from + 1, 0);
}

/** Whether both hold the same. */
export function sameSlots(a: SlotSet, b: SlotSet): boolean {
  return a.length === b.length && a.every(([from, to], index) => b[index]?.[0] === from && b[index]?.[1] === to);
}
