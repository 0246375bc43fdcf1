/** A table as boxes over the axes of its columns, and what could not be turned into boxes. */
import { compileUnaryTests, type FeelValue, kindOf } from '@tongban/feel';
import type { DecisionTable, DecisionTableInput, FeelExpression, FeelNode } from '@tongban/model';
import { Axis } from './axis.ts';
import type { Box } from './boxes.ts';
import { type CellShape, type Part, shapeOf } from './cell-shape.ts';
import { both, type SlotSet, sizeOf, slotSet, without } from './slots.ts';
import type { TableWorld } from './table-world.ts';

/** How many values of an axis a cell that combines comparisons is tried on. */
const FORMULA_SLOTS = 2_000;

/** A cell that could not be decided. */
export interface UndecidedCell {
  readonly rule: number;
  readonly column: number;
}

/** A column: its axis, and the values that may occur. Columns that ask for the same share one. */
export interface Column {
  readonly axis: Axis;
  readonly domain: SlotSet;
  /** The inputs that ask for it. */
  readonly inputs: readonly number[];
}

/** A table as boxes. */
export interface TableBoxes {
  readonly columns: readonly Column[];
  /** What each rule may match: undecided cells count as matching. */
  readonly boxes: readonly Box[];
  /** Rules of which every cell is decided, so that their box is exact. */
  readonly exact: readonly boolean[];
  readonly undecided: readonly UndecidedCell[];
  /** The set of each cell: by rule, then by input. */
  readonly cells: readonly (readonly SlotSet[])[];
}

/** Turns a table into boxes. */
export function boxesOf(table: DecisionTable, world: TableWorld): TableBoxes {
  const groups = groupsOf(table.inputs);
  const shapes = table.inputs.map((_, input) => table.rules.map(({ inputEntries }) => shapeOfCell(inputEntries[input])));
  const columns = groups.map((inputs) => columnOf(table, inputs, shapes, world));
  const undecided: UndecidedCell[] = [];
  const cells = table.rules.map((rule, number) =>
    table.inputs.map((_, input) => {
      const column = columns.find(({ inputs }) => inputs.includes(input)) as Column;
      const slots = slotsOfCell(rule.inputEntries[input], shapes[input]?.[number] as CellShape, column);
      if (!slots) undecided.push({ rule: number, column: input });
      return slots ?? column.domain;
    }),
  );
  const open = new Set(undecided.map(({ rule }) => rule));
  return {
    columns,
    boxes: cells.map((sets) =>
      columns.map(({ inputs, domain }) => inputs.reduce((slots, input) => both(slots, sets[input] as SlotSet), domain)),
    ),
    exact: table.rules.map((_, rule) => !open.has(rule)),
    undecided,
    cells,
  };
}

/** Inputs by what they ask for. */
function groupsOf(inputs: readonly DecisionTableInput[]): readonly (readonly number[])[] {
  const groups = new Map<string, number[]>();
  for (const [index, { expression }] of inputs.entries()) {
    const key = expression.text.trim();
    groups.set(key, [...(groups.get(key) ?? []), index]);
  }
  return [...groups.values()];
}

function shapeOfCell(cell: FeelExpression | undefined): CellShape {
  return cell ? shapeOf(cell) : { kind: 'any' };
}

function columnOf(table: DecisionTable, inputs: readonly number[], shapes: readonly (readonly CellShape[])[], world: TableWorld): Column {
  const own = inputs.map((input) => table.inputs[input] as DecisionTableInput);
  const allowed = own.flatMap((input) => {
    const tests = input.allowedValues ?? world.allowed?.[input.id];
    return tests ? [{ tests, shape: shapeOf(tests) }] : [];
  });
  const type = own.find((input) => input.type)?.type;
  const axis = new Axis([...inputs.flatMap((input) => shapes[input] ?? []), ...allowed.map(({ shape }) => shape)], {
    type,
    isWhole: own.some(({ id }) => world.whole?.includes(id)),
    isNullable: own.some(({ id }) => world.nullable?.includes(id)),
  });
  const domain = allowed.reduce<SlotSet>((slots, { tests, shape }) => {
    const inside = slotsOfCell(tests, shape, { axis, domain: axis.full, inputs });
    // Null is left to the cells, whatever values are allowed.
    return inside ? both(slots, slotSet([...axis.nullSlots, ...inside])) : slots;
  }, axis.full);
  return { axis, domain, inputs };
}

/** The slots of a cell; undefined when they cannot be known. */
function slotsOfCell(cell: FeelExpression | undefined, shape: CellShape, { axis, domain }: Column): SlotSet | undefined {
  if (shape.kind === 'any' || !cell) return domain;
  if (shape.kind === 'undecided') return undefined;
  if (shape.kind === 'formula') {
    return sizeOf(domain) > FORMULA_SLOTS ? undefined : both(axis.slotsWhere(testOf(cell)), domain);
  }
  if (!shape.isNegated) return both(axis.slotsOf(shape.parts), domain);
  // Values of other kinds, and null, are left to the evaluator: the negation of what cannot be compared is not true.
  const kinds = axis.slotsOfKinds(shape.parts);
  if (hasSeveralKinds(shape.parts)) return sizeOf(domain) > FORMULA_SLOTS ? undefined : both(axis.slotsWhere(testOf(cell)), domain);
  const inside = without(kinds, axis.slotsOf(shape.parts));
  const isNullPassing = axis.nullSlots.length > 0 && testOf(cell)(null);
  const others = without(inside, axis.nullSlots);
  return both(isNullPassing ? slotSet([...axis.nullSlots, ...others]) : others, domain);
}

function hasSeveralKinds(parts: readonly Part[]): boolean {
  const kinds = parts.map((part) => kindOf(part.kind === 'value' ? part.value : (part.low ?? part.high ?? null)));
  return new Set(kinds.filter((kind) => kind !== 'null')).size > 1;
}

function testOf(cell: FeelExpression): (value: FeelValue) => boolean {
  const tests = compileUnaryTests({ ...cell, tree: cell.tree as FeelNode });
  return (value) => tests(value, NO_NAMES, { now: 0, offsetMinutes: 0 }) === true;
}

const NO_NAMES: ReadonlyMap<string, FeelValue> = new Map();
