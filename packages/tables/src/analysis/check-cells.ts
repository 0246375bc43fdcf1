/** Checks single cells: the kinds of their values, the allowed values of their columns, and the names they read. */
import { compileUnaryTests, type FeelValue, kindOf } from '@tongban/feel';
import type { DecisionTableOutput, FeelExpression, FeelType } from '@tongban/model';
import { literalOf } from './axis.ts';
import { type CellShape, constantOf, shapeOf } from './cell-shape.ts';
import type { Report } from './finding.ts';

/** Reports what is wrong with the cells of a table. */
export function checkCells(analysis: Report): void {
  checkNames(analysis);
  checkInputCells(analysis);
  checkOutputCells(analysis);
}

function checkNames(analysis: Report): void {
  const { table, world } = analysis;
  if (!world.names) return;
  const known = new Set(world.names);
  const reported = new Set<string>();
  const check = (expression: FeelExpression | undefined, columnId: string, rules: readonly number[]): void => {
    for (const name of expression?.reads ?? []) {
      if (known.has(name) || reported.has(name)) continue;
      reported.add(name);
      analysis.add('nameUnknown', { rules, columnId, details: { name } });
    }
  };
  for (const { id, expression, allowedValues } of table.inputs) for (const one of [expression, allowedValues]) check(one, id, []);
  for (const { id, defaultValue } of table.outputs) check(defaultValue, id, []);
  for (const [rule, { inputEntries, outputEntries }] of table.rules.entries()) {
    for (const [column, cell] of inputEntries.entries()) check(cell, table.inputs[column]?.id ?? '', [rule]);
    for (const [column, cell] of outputEntries.entries()) check(cell, table.outputs[column]?.id ?? '', [rule]);
  }
}

function checkInputCells(analysis: Report): void {
  const { table, world } = analysis;
  for (const [column, input] of table.inputs.entries()) {
    const allowed = allowedOf(input.allowedValues ?? world.allowed?.[input.id]);
    const name = input.label ?? input.expression.text;
    for (const [rule, { inputEntries }] of table.rules.entries()) {
      const cell = inputEntries[column];
      for (const value of cell ? valuesIn(shapeOf(cell)) : []) {
        const found = { rules: [rule], columnId: input.id };
        const details = { input: name, value: literalOf(value), type: input.type?.name ?? '' };
        if (!isOfType(value, input.type)) analysis.add('cellType', { ...found, details });
        else if (allowed && value !== null && !isEnd(cell, value) && allowed(value) === false)
          analysis.add('cellNotAllowed', { ...found, details });
      }
    }
  }
}

function checkOutputCells(analysis: Report): void {
  const { table } = analysis;
  for (const [column, output] of table.outputs.entries()) {
    const allowed = allowedOf(output.allowedValues);
    for (const [rule, { outputEntries }] of table.rules.entries()) {
      const cell = outputEntries[column];
      const value = cell && constantOf(cell.tree);
      if (value === undefined || value === null) continue;
      const details = { output: headingOf(output), value: literalOf(value), type: output.type?.name ?? '' };
      const found = { rules: [rule], columnId: output.id, details };
      if (!isOfType(value, output.type)) analysis.add('outputType', found);
      else if (allowed?.(value) === false) analysis.add('outputNotAllowed', found);
    }
  }
}

function headingOf({ label, name, id }: DecisionTableOutput): string {
  return label ?? name ?? id;
}

/** Whether a value passes the allowed values; undefined when they read other names. */
function allowedOf(tests: FeelExpression | undefined): ((value: FeelValue) => boolean) | undefined {
  if (!tests || tests.reads.length > 0) return undefined;
  const compiled = compileUnaryTests(tests);
  return (value) => compiled(value, new Map(), { now: 0, offsetMinutes: 0 }) === true;
}

/** The ends of an interval may lie outside of the allowed values. */
function isEnd(cell: FeelExpression | undefined, value: FeelValue): boolean {
  const shape = cell && shapeOf(cell);
  return shape?.kind !== 'parts' || shape.parts.some((part) => part.kind === 'interval' && (part.low === value || part.high === value));
}

function valuesIn(shape: CellShape): readonly FeelValue[] {
  if (shape.kind !== 'parts') return [];
  return shape.parts.flatMap((part) => (part.kind === 'value' ? [part.value] : [part.low, part.high].filter((end) => end !== undefined)));
}

const SIMPLE: ReadonlySet<string> = new Set(['number', 'string', 'boolean', 'date', 'time', 'date and time']);

function isOfType(value: FeelValue, type: FeelType | undefined): boolean {
  if (value === null || type === undefined) return true;
  return !SIMPLE.has(type.name) || kindOf(value) === type.name;
}
