/** A decision table as a sheet. */
import type { DecisionTable } from '@tongban/model';
import type { SheetColumn, TableSheet } from './table-sheet.ts';

const BLANK = { expression: '', name: '', type: undefined, allowed: '', otherwise: '' };

/** The sheet that shows `table`. */
export function sheetOfTable(table: DecisionTable): TableSheet {
  return {
    id: table.id,
    type: table.type,
    hitPolicy: table.hitPolicy,
    aggregation: table.aggregation,
    columns: columnsOf(table),
    rows: table.rules.map(({ id, description = '', inputEntries, outputEntries, annotations }) => ({
      id,
      description,
      cells: [
        ...inputEntries.map(({ text }) => text),
        ...outputEntries.map(({ text }) => text),
        ...table.annotations.map((_, at) => annotations[at] ?? ''),
      ],
    })),
  };
}

function columnsOf(table: DecisionTable): SheetColumn[] {
  return [
    ...table.inputs.map(
      ({ id, label = '', expression, type, allowedValues }): SheetColumn => ({
        ...BLANK,
        kind: 'input',
        id,
        label,
        expression: expression.text,
        type,
        allowed: allowedValues?.text ?? '',
      }),
    ),
    ...table.outputs.map(
      ({ id, label = '', name = '', type, allowedValues, defaultValue }): SheetColumn => ({
        ...BLANK,
        kind: 'output',
        id,
        label,
        name,
        type,
        allowed: allowedValues?.text ?? '',
        otherwise: defaultValue?.text ?? '',
      }),
    ),
    ...table.annotations.map((label, at): SheetColumn => ({ ...BLANK, kind: 'annotation', id: `remark_${at + 1}`, label })),
  ];
}
