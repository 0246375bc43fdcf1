/**
 * Makes examples on both sides of every boundary of a table: at each value that a cell names, just below and just above it, with the
 * other columns inside of the rule. What the table gives now is written down as expected, for a person to agree with.
 */
import { decide, type FeelEnvironment, type FeelValue, textOf, toWire } from '@tongban/feel';
import type { DecisionModel, DecisionTable } from '@tongban/model';
import type { Box } from '../analysis/boxes.ts';
import type { SlotSet } from '../analysis/slots.ts';
import { boxesOf, type TableBoxes } from '../analysis/table-boxes.ts';
import type { TableWorld } from '../analysis/table-world.ts';
import type { TableExample } from './examples-file.ts';
import { inputsWith } from './inputs-with.ts';

/** What examples are made of. */
export interface BoundaryOptions {
  readonly environment: FeelEnvironment;
  readonly world?: TableWorld;
  /** How many at most; default 200. */
  readonly limit?: number;
}

/** The examples; none when a column asks for more than a name or an entry of one. */
export function boundaryExamples(model: DecisionModel, decisionId: string, options: BoundaryOptions): readonly TableExample[] {
  const { environment, world = {}, limit = 200 } = options;
  const table = model.decisions.find(({ id }) => id === decisionId)?.logic;
  if (table?.kind !== 'table') return [];
  const boxes = boxesOf(table, world);
  const examples = new Map<string, TableExample>();
  for (const [rule, box] of boxes.boxes.entries()) {
    for (const slots of choicesAround(boxes, box)) {
      if (examples.size >= limit) return [...examples.values()];
      const inputs = inputsWith(
        table,
        table.inputs.map((_, input) => toWire(valueAt(boxes.columns, slots, input))),
      );
      if (inputs === undefined) return [];
      const key = JSON.stringify(inputs);
      if (examples.has(key)) continue;
      const { outputs, matchedRules } = decide(model, decisionId, (name) => inputs[name] ?? null, environment);
      const rules = matchedRules[decisionId] ?? [];
      examples.set(key, { name: nameOf(table, boxes, slots, rule), inputs, expected: outputs, rules });
    }
  }
  return [...examples.values()];
}

/** One slot per column: first inside of the rule, then each column in turn at the ends of its cell and right beside them. */
function* choicesAround({ columns }: TableBoxes, box: Box): Generator<readonly number[]> {
  if (box.some((set) => set.length === 0)) return;
  const inside = box.map((set) => middleOf(set));
  yield inside;
  for (const [column, set] of box.entries()) {
    const domain = columns[column]?.domain ?? [];
    const ends = set.flatMap(([from, to]) => [from - 1, from, from + 1, to - 1, to, to + 1]);
    for (const slot of new Set(ends)) {
      if (domain.some(([from, to]) => slot >= from && slot <= to)) yield inside.map((own, index) => (index === column ? slot : own));
    }
  }
}

function middleOf(set: SlotSet): number {
  const [from, to] = set[0] as SlotSet[0];
  return (from + to) >> 1;
}

function valueAt(columns: TableBoxes['columns'], slots: readonly number[], input: number): FeelValue {
  const column = columns.findIndex(({ inputs }) => inputs.includes(input));
  return columns[column]?.axis.valueAt(slots[column] ?? 0) ?? null;
}

function nameOf(table: DecisionTable, { columns }: TableBoxes, slots: readonly number[], rule: number): string {
  const values = table.inputs.map((input, index) => `${input.label ?? input.expression.text} = ${textOf(valueAt(columns, slots, index))}`);
  return `${rule + 1}: ${values.join(', ')}`;
}
