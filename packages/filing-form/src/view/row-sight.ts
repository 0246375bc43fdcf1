/**
 * Which rows of a long table are drawn: those in sight, a few around them, and the one at hand with its neighbours, so that the focus is
 * not lost and the Tab key finds the next row. The others are gaps as high as their rows.
 */
import { type RowWindow, rowWindow } from '@tongban/element-kit';
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { RowPlace } from '../filing-model.ts';
import { useScope, useWatched } from './scope.ts';

/** Tables up to this many rows are drawn whole; longer ones scroll in a box of their own. */
const WHOLE_ROWS = 50;

/** A row that is drawn, and the height of the rows before it that are not. */
export interface DrawnRow {
  readonly row: RowPlace;
  readonly gap: number;
}

/** What is in sight of a table. */
export interface RowSight {
  readonly drawn: readonly DrawnRow[];
  /** The height of what is not drawn behind the last. */
  readonly rest: number;
  /** The box that scrolls. */
  readonly box: RefObject<HTMLDivElement | null>;
  /** Whether not all rows are drawn. */
  readonly long: boolean;
  onScroll(): void;
}

/** See the module comment; `whole`: all rows are wanted, on paper. */
export function useRowSight(rows: readonly RowPlace[], whole: boolean): RowSight {
  const { model } = useScope();
  const atHand = useWatched(model.rowAtHand);
  const box = useRef<HTMLDivElement>(null);
  const heights = useRef(new RowHeights()).current;
  const [sight, setSight] = useState<RowWindow>({ from: 0, to: WHOLE_ROWS / 2 });
  const long = !whole && rows.length > WHOLE_ROWS;
  const look = (): void => {
    if (!long || box.current === null) return;
    const { scrollTop, clientHeight } = box.current;
    const next = rowWindow(rows.length, scrollTop, clientHeight, (at) => heights.of(rows[at]), WHOLE_ROWS);
    setSight((now) => (now.from === next.from && now.to === next.to ? now : next));
  };

  useLayoutEffect(() => {
    if (!long || box.current === null) return;
    heights.measure(box.current);
    look();
  });
  useEffect(() => {
    if (!long || box.current === null) return;
    // another width makes other heights
    const resized = new ResizeObserver(() => {
      if (box.current !== null) heights.measure(box.current);
    });
    resized.observe(box.current);
    return () => resized.disconnect();
  }, [long, heights]);

  const drawn: DrawnRow[] = [];
  let behind = 0;
  const wanted = long ? drawnOf(rows, sight, atHand) : rows;
  for (const row of wanted) {
    drawn.push({ row, gap: heights.between(rows, behind, row.at) });
    behind = row.at + 1;
  }
  return { drawn, rest: heights.between(rows, behind, rows.length), box, long, onScroll: look };
}

function drawnOf(rows: readonly RowPlace[], { from, to }: RowWindow, atHand: string | undefined): readonly RowPlace[] {
  const held = atHand === undefined ? -1 : rows.findIndex(({ address }) => address === atHand);
  const near = held < 0 ? [] : rows.slice(Math.max(0, held - 1), held + 2);
  return [...near.filter(({ at }) => at < from), ...rows.slice(from, to), ...near.filter(({ at }) => at >= to)];
}

/** How high rows are: as measured when they were drawn, the others as the first that were. */
class RowHeights {
  readonly #known = new Map<string, number>();
  #usual = 0;
  #width = 0;

  of(row: RowPlace | undefined): number {
    return this.#known.get(row?.address ?? '') ?? (this.#usual || 50);
  }

  between(rows: readonly RowPlace[], from: number, to: number): number {
    let sum = 0;
    for (let at = from; at < to; at++) sum += this.of(rows[at]);
    return sum;
  }

  measure(box: HTMLElement): void {
    if (box.clientWidth !== this.#width) {
      this.#width = box.clientWidth;
      this.#known.clear();
      this.#usual = 0;
    }
    const drawn = [...box.querySelectorAll<HTMLElement>('[data-row]')];
    const between = drawn[0]?.parentElement;
    const apart = between ? Number.parseFloat(getComputedStyle(between).rowGap) || 0 : 0;
    for (const row of drawn) this.#known.set(row.dataset['row'] ?? '', row.getBoundingClientRect().height + apart);
    if (this.#usual > 0 || drawn.length === 0) return;
    this.#usual = [...this.#known.values()].reduce((sum, height) => sum + height, 0) / this.#known.size;
  }
}
