/**
 * The values of one column as a line of slots: every value that a cell names is a slot of its own, and so is everything between two of
 * them. All values of a slot pass the same cells, so one of them stands for all. Kinds of values follow each other on the line.
 */
import { compare, compileFeel, equals, type FeelDate, type FeelValue, kindOf, temporalText, textOf } from '@tongban/feel';
import { parseFeel } from '@tongban/feel-parser';
import type { FeelType } from '@tongban/model';
import { type CellShape, isOrdered, type Part } from './cell-shape.ts';
import { both, type SlotRange, type SlotSet, slotSet, without } from './slots.ts';

/** The kinds of a line, in their order. */
const KINDS = [
  'null',
  'boolean',
  'number',
  'date',
  'time',
  'date and time',
  'days and time duration',
  'years and months duration',
  'string',
] as const;
type Kind = (typeof KINDS)[number];

interface Segment {
  readonly kind: Kind;
  readonly start: number;
  /** In order, or in the order of first use for texts. */
  readonly points: readonly FeelValue[];
  readonly length: number;
}

/** What is known of a column besides its cells. */
export interface AxisOptions {
  readonly type?: FeelType | undefined;
  /** Numbers are whole. */
  readonly isWhole?: boolean | undefined;
  /** The column may be empty. */
  readonly isNullable?: boolean | undefined;
}

/** The line of one column. */
export class Axis {
  readonly length: number;
  /** The slots that hold a value. */
  readonly full: SlotSet;
  private readonly segments: readonly Segment[];
  private readonly textSlots: ReadonlyMap<string, number>;
  private readonly isWhole: boolean;

  constructor(shapes: readonly CellShape[], options: AxisOptions) {
    this.isWhole = options.isWhole ?? false;
    const values = shapes.flatMap(valuesOf);
    const segments: Segment[] = [];
    let start = 0;
    for (const kind of KINDS) {
      if (!isPresent(kind, values, options)) continue;
      const points = pointsOf(kind, values);
      const length = kind === 'null' ? 1 : kind === 'boolean' ? 2 : kind === 'string' ? points.length + 1 : 2 * points.length + 1;
      segments.push({ kind, start, points, length });
      start += length;
    }
    this.segments = segments;
    this.length = start;
    const texts = segments.find(({ kind }) => kind === 'string');
    this.textSlots = new Map(texts?.points.map((text, index) => [text as string, texts.start + index]));
    const missing = segments.flatMap((segment) => (isOrdered(segment.kind) ? this.emptyBetween(segment) : []));
    this.full = without([[0, this.length - 1]], slotSet(missing));
  }

  /** The slots of values that pass plain tests. */
  slotsOf(parts: readonly Part[]): SlotSet {
    return both(slotSet(parts.flatMap((part) => this.slotsOfPart(part))), this.full);
  }

  /** The slots of the kinds that these tests speak of: what their negation turns round. Null can be compared with every kind. */
  slotsOfKinds(parts: readonly Part[]): SlotSet {
    const kinds = new Set(parts.map(kindOfPart).filter((kind) => kind !== 'null'));
    return both(slotSet(this.segments.filter(({ kind }) => kinds.size === 0 || kinds.has(kind)).map(rangeOf)), this.full);
  }

  /** The slots for which a test of their values is true. */
  slotsWhere(test: (value: FeelValue) => boolean): SlotSet {
    const found: SlotRange[] = [];
    for (const [from, to] of this.full) for (let slot = from; slot <= to; slot += 1) if (test(this.valueAt(slot))) found.push([slot, slot]);
    return slotSet(found);
  }

  /** The slot of null, when there is one. */
  get nullSlots(): SlotSet {
    return this.segments.filter(({ kind }) => kind === 'null').map(rangeOf);
  }

  /** A value of the slot. */
  valueAt(slot: number): FeelValue {
    const segment = this.segments.find(({ start, length }) => slot < start + length) as Segment;
    const place = slot - segment.start;
    const { kind, points } = segment;
    if (kind === 'null') return null;
    if (kind === 'boolean') return place === 1;
    if (kind === 'string') return points[place] ?? this.otherText();
    if (place % 2 === 1) return points[(place - 1) / 2] as FeelValue;
    return between(kind, points[place / 2 - 1], points[place / 2], this.isWhole) ?? null;
  }

  /** The cell that accepts exactly these slots, as FEEL. */
  cellOf(slots: SlotSet): string {
    if (without(this.full, slots).length === 0) return '-';
    const tests = this.segments.map((segment) => this.testsOf(segment, both(slots, [rangeOf(segment)])));
    const texts = this.segments.at(-1);
    const isNegation =
      texts?.kind === 'string' && tests.slice(0, -1).every(([test]) => test === 'null') && tests.at(-1)?.[0]?.startsWith(OTHER);
    // A negation alone also passes null, so it says the same shorter.
    if (isNegation) return `not(${this.namedOutside(texts, slots).join(', ')})`;
    return tests.flat().join(', ');
  }

  private testsOf(segment: Segment, slots: SlotSet): readonly string[] {
    if (segment.kind === 'string') return this.textTests(segment, slots);
    if (!isOrdered(segment.kind)) return slots.flatMap(([from, to]) => (to > from ? ['true', 'false'] : [literalOf(this.valueAt(from))]));
    return slots.map(([from, to]) => intervalText(segment, from - segment.start, to - segment.start));
  }

  private textTests(segment: Segment, slots: SlotSet): readonly string[] {
    const { points, start, length } = segment;
    if (slots.length === 0) return [];
    if (slots.at(-1)?.[1] === start + length - 1) {
      const rest = this.namedOutside(segment, slots);
      return [rest.length === 0 ? '? instance of string' : `${OTHER}(${rest.join(', ')}))`];
    }
    return slots.flatMap(([from, to]) => points.slice(from - start, to - start + 1).map(literalOf));
  }

  /** The texts that cells name and that are not in the set. */
  private namedOutside({ points, start, length }: Segment, slots: SlotSet): readonly string[] {
    return without([[start, start + length - 2]], slots).flatMap(([from, to]) => points.slice(from - start, to - start + 1).map(literalOf));
  }

  private slotsOfPart(part: Part): readonly SlotRange[] {
    const segment = this.segments.find(({ kind }) => kind === kindOfPart(part));
    if (!segment) return [];
    if (part.kind === 'interval') {
      const from = part.low === undefined ? 0 : placeOf(part.low, segment) + (part.lowIncluded ? 0 : 1);
      const to = part.high === undefined ? segment.length - 1 : placeOf(part.high, segment) - (part.highIncluded ? 0 : 1);
      return [[segment.start + from, segment.start + to]];
    }
    const slot = segment.start + this.placeOfValue(part.value, segment);
    return [[slot, slot]];
  }

  private placeOfValue(value: FeelValue, segment: Segment): number {
    if (value === null || typeof value === 'boolean') return value ? 1 : 0;
    return typeof value === 'string' ? (this.textSlots.get(value) as number) - segment.start : placeOf(value, segment);
  }

  /** Slots between two values that have nothing between them, and points that are no whole numbers. */
  private emptyBetween({ kind, start, points, length }: Segment): readonly SlotRange[] {
    const empty: SlotRange[] = [];
    if (!isOrdered(kind)) return empty;
    for (let place = 0; place < length; place += 1) {
      const [low, high] = [points[Math.ceil(place / 2) - 1], points[Math.ceil(place / 2)]];
      const isEmpty =
        place % 2 === 1
          ? this.isWhole && kind === 'number' && !Number.isInteger(Number(textOf(points[(place - 1) / 2] as FeelValue)))
          : !hasBetween(kind, low, high, this.isWhole);
      if (isEmpty) empty.push([start + place, start + place]);
    }
    return empty;
  }

  private otherText(): string {
    let text = 'x';
    while (this.textSlots.has(text)) text += 'x';
    return text;
  }
}

function rangeOf({ start, length }: Segment): SlotRange {
  return [start, start + length - 1];
}

function valuesOf(shape: CellShape): readonly FeelValue[] {
  if (shape.kind === 'formula') return shape.values;
  if (shape.kind !== 'parts') return [];
  return shape.parts.flatMap((part) => (part.kind === 'value' ? [part.value] : [part.low, part.high].filter((end) => end !== undefined)));
}

function kindOfPart(part: Part): string {
  return kindOf(part.kind === 'value' ? part.value : ((part.low ?? part.high) as FeelValue));
}

/** A line has the kind of its type, else the kinds of the values in its cells; null when somebody names it or it may be empty. */
function isPresent(kind: Kind, values: readonly FeelValue[], { type, isNullable }: AxisOptions): boolean {
  if (kind === 'null') return (isNullable ?? false) || values.includes(null);
  const name = KIND_OF_TYPE[type?.name ?? ''] ?? type?.name;
  if (name !== undefined && (KINDS as readonly string[]).includes(name)) return name === kind;
  // A column of which nobody says what it holds holds texts.
  return values.some((value) => kindOf(value) === kind) || (kind === 'string' && values.every((value) => value === null));
}

const KIND_OF_TYPE: Readonly<Record<string, Kind>> = {
  dateTime: 'date and time',
  dayTimeDuration: 'days and time duration',
  yearMonthDuration: 'years and months duration',
  'day and time duration': 'days and time duration',
  'year and month duration': 'years and months duration',
};

function pointsOf(kind: Kind, values: readonly FeelValue[]): readonly FeelValue[] {
  if (kind === 'null' || kind === 'boolean') return [];
  const own = values.filter((value) => kindOf(value) === kind);
  if (kind === 'string') return [...new Set(own)];
  own.sort((a, b) => compare(a, b) ?? 0);
  return own.filter((value, index) => index === 0 || equals(value, own[index - 1] as FeelValue) !== true);
}

function placeOf(value: FeelValue, { points }: Segment): number {
  let low = 0;
  let high = points.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((compare(points[middle] as FeelValue, value) ?? 0) < 0) low = middle + 1;
    else high = middle;
  }
  return 2 * low + 1;
}

// values between others

/** How the test begins that passes every text but some. */
const OTHER = '? instance of string and not(? in ';

/** How far a neighbour is, from far to near; the first that fits gives the value that reads best. */
const STEPS: Readonly<Record<string, readonly string[]>> = {
  number: ['1', '0.01', '0.000001'],
  date: ['@"P1D"'],
  time: ['@"PT1H"', '@"PT1S"', '@"PT0.000000001S"'],
  'date and time': ['@"P1D"', '@"PT1H"', '@"PT1S"', '@"PT0.000000001S"'],
  'days and time duration': ['@"P1D"', '@"PT1H"', '@"PT1S"', '@"PT0.000000001S"'],
  'years and months duration': ['@"P1M"'],
};

/** Whether there is a value between two neighbours, found without making one where that is possible. */
function hasBetween(kind: string, low: FeelValue | undefined, high: FeelValue | undefined, isWhole: boolean): boolean {
  if (low !== undefined && high !== undefined) {
    if (kind === 'number' && !isWhole) return true;
    // The order of days, times and months is their distance.
    if (kind === 'date' || kind === 'time' || kind === 'years and months duration') return (compare(high, low) ?? 0) > 1;
  }
  return between(kind, low, high, isWhole) !== undefined;
}

/** A value of the kind above `low` and below `high`; undefined when there is none. */
function between(kind: string, low: FeelValue | undefined, high: FeelValue | undefined, isWhole: boolean): FeelValue | undefined {
  if (low === undefined && high === undefined) return evaluated(ANY_OF[kind] ?? 'null');
  for (const step of (STEPS[kind] as readonly string[]).slice(0, isWhole ? 1 : undefined)) {
    const base = isWhole && kind === 'number' ? (low === undefined ? 'ceiling(b)' : 'floor(a)') : low === undefined ? 'b' : 'a';
    const value = evaluated(low === undefined ? `${base} - ${step}` : `${base} + ${step}`, low, high);
    if (value !== null && isBelow(low, value) && isBelow(value, high)) return value;
  }
  if (isWhole || kind !== 'number' || low === undefined || high === undefined) return undefined;
  const middle = evaluated('(a + b) / 2', low, high);
  return isBelow(low, middle) && isBelow(middle, high) ? middle : undefined;
}

const ANY_OF: Readonly<Record<string, string>> = {
  number: '0',
  date: '@"2026-01-01"',
  time: '@"12:00:00"',
  'date and time': '@"2026-01-01T12:00:00"',
  'days and time duration': '@"P1D"',
  'years and months duration': '@"P1M"',
};

function isBelow(a: FeelValue | undefined, b: FeelValue | undefined): boolean {
  return a === undefined || b === undefined || (compare(a, b) ?? 0) < 0;
}

function evaluated(text: string, a?: FeelValue, b?: FeelValue): FeelValue {
  let compiled = FORMULAS.get(text);
  if (!compiled) {
    const { expression } = parseFeel(text);
    compiled = compileFeel(expression ?? { kind: 'null', at: [0, 0] });
    FORMULAS.set(text, compiled);
  }
  const names = new Map<string, FeelValue>();
  if (a !== undefined) names.set('a', a);
  if (b !== undefined) names.set('b', b);
  return compiled.evaluate(names, { now: 0, offsetMinutes: 0 });
}

const FORMULAS = new Map<string, ReturnType<typeof compileFeel>>();

// values as text

/** A value as FEEL writes it. */
export function literalOf(value: FeelValue): string {
  if (typeof value === 'string') return JSON.stringify(value);
  const kind = kindOf(value);
  return isOrdered(kind) && kind !== 'number' ? `@"${temporalText(value as FeelDate)}"` : textOf(value);
}

function intervalText({ kind, points, length }: Segment, from: number, to: number): string {
  const pointAt = (place: number): string => literalOf(points[(place - 1) / 2] as FeelValue);
  if (from === to && from % 2 === 1) return pointAt(from);
  const low = from === 0 ? undefined : from % 2 === 1 ? `[${pointAt(from)}` : `(${pointAt(from - 1)}`;
  const high = to === length - 1 ? undefined : to % 2 === 1 ? `${pointAt(to)}]` : `${pointAt(to + 1)})`;
  if (low !== undefined && high !== undefined) return `${low}..${high}`;
  if (low !== undefined) return `${low.startsWith('[') ? '>=' : '>'} ${low.slice(1)}`;
  if (high !== undefined) return `${high.endsWith(']') ? '<=' : '<'} ${high.slice(0, -1)}`;
  return `? instance of ${kind}`;
}
