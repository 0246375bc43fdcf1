/** A decision table as a sheet. */
import type { DecisionTable } from '@tongban/model';
import { DESCRIPTION, type SheetColumn, type TableSheet } from './table-sheet.ts';

const BLANK = { labels: {}, expression: '', name: '', type: undefined, allowed: '', otherwise: '' };

/** The sheet that shows `table`. */
export function sheetOfTable(table: DecisionTable): TableSheet {
  const described = isDescribed(table);
  return {
    id: table.id,
    type: table.type,
    hitPolicy: table.hitPolicy,
    aggregation: table.aggregation,
    columns: columnsOf(table, described),
    rows: table.rules.map(({ id, description = '', inputEntries, outputEntries, annotations }) => ({
      id,
      cells: [
        ...inputEntries.map(({ text }) => text),
        ...outputEntries.map(({ text }) => text),
        ...table.annotations.map((_, at) => annotations[at] ?? ''),
        ...(described ? [description] : []),
      ],
    })),
  };
}

function columnsOf(table: DecisionTable, described: boolean): SheetColumn[] {
  return [
    ...table.inputs.map(
      ({ id, label = '', labels = {}, expression, type, allowedValues }): SheetColumn => ({
        ...BLANK,
        labels,
        kind: 'input',
        id,
        label,
        expression: expression.text,
        type,
        allowed: allowedValues?.text ?? '',
      }),
    ),
    ...table.outputs.map(
      ({ id, label = '', labels = {}, name = '', type, allowedValues, defaultValue }): SheetColumn => ({
        ...BLANK,
        labels,
        kind: 'output',
        id,
        label,
        name,
        type,
        allowed: allowedValues?.text ?? '',
        otherwise: defaultValue?.text ?? '',
      }),
    ),
    ...table.annotations.map(
      (label, at): SheetColumn => ({
        ...BLANK,
        kind: 'annotation',
        id: `remark_${at + 1}`,
        label,
        labels: table.annotationLabels?.[at] ?? {},
      }),
    ),
    ...(described ? [{ ...BLANK, kind: 'annotation' as const, id: DESCRIPTION, label: '' }] : []),
  ];
}

function isDescribed({ rules }: DecisionTable): boolean {
  return rules.some(({ description }) => description !== undefined);
}
