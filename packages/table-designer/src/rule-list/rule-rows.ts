/** The rows of a table as a list that people read and search: what each is about, what follows, and the exceptions that another table makes. Pure. */
import { type CellKind, cellWords } from '@tongban/feel-parser';
import type { DecisionRule, DecisionTable, FeelExpression, FeelNode, Locale } from '@tongban/model';

/** A heading and what stands below it. */
export interface RuleFact {
  readonly label: string;
  readonly words: string;
}

/** An exception from a row. */
export interface RuleException {
  readonly id: string;
  readonly conditions: readonly RuleFact[];
  readonly results: readonly RuleFact[];
  readonly remarks: readonly string[];
}

/** A row. */
export interface RuleRow {
  readonly id: string;
  /** As the document counts it, e.g. `二-3`; else its place. */
  readonly number: string;
  readonly conditions: readonly RuleFact[];
  readonly results: readonly RuleFact[];
  readonly remarks: readonly string[];
  readonly exceptions: readonly RuleException[];
  /** All of its words, in lower case, to be searched. */
  readonly text: string;
}

/** Where the exceptions of a list come from. */
export interface RuleExceptions {
  readonly table: DecisionTable;
  /** The condition in it that names a row of the list, as FEEL, e.g. `清单行.行号`. */
  readonly rowOf: string;
}

/** How a list is read. */
export interface RuleListOptions {
  readonly locale: Locale;
  /** The result that numbers the rows. */
  readonly numberedBy?: string;
  readonly exceptions?: RuleExceptions | undefined;
}

/** Every row, in order. */
export function ruleRows(table: DecisionTable, { locale, numberedBy, exceptions }: RuleListOptions): readonly RuleRow[] {
  const numbered = table.outputs.findIndex(({ name }) => name !== undefined && name === numberedBy);
  const byRow = exceptions === undefined ? new Map<string, RuleException[]>() : exceptionsByRow(exceptions, locale);
  return table.rules.map((rule, at) => {
    const number = numbered < 0 ? `${at + 1}` : (textsIn(rule.outputEntries[numbered]?.tree)[0] ?? `${at + 1}`);
    const row = {
      id: rule.id,
      number,
      conditions: conditionsOf(table, rule, locale),
      results: resultsOf(table, rule, locale).filter((_, column) => column !== numbered),
      remarks: remarksOf(rule),
      exceptions: byRow.get(number) ?? [],
    };
    return { ...row, text: textOf(row) };
  });
}

/**
 * The rows in which every word of `sought` stands. A number, also as 第3行, means the row of this number.
 */
export function findRows(rows: readonly RuleRow[], sought: string, onlyExceptions: boolean): readonly RuleRow[] {
  const text = sought.trim().toLowerCase();
  const number = /^第?\s*(\d+)\s*行?$/.exec(text)?.[1];
  const words = text.split(/\s+/).filter((word) => word !== '');
  const isFound = (row: RuleRow): boolean =>
    number === undefined ? words.every((word) => row.text.includes(word)) : /\d+$/.exec(row.number)?.[0] === number;
  return rows.filter((row) => (!onlyExceptions || row.exceptions.length > 0) && isFound(row));
}

function exceptionsByRow({ table, rowOf }: RuleExceptions, locale: Locale): ReadonlyMap<string, RuleException[]> {
  const column = table.inputs.findIndex(({ expression }) => expression.text.trim() === rowOf);
  const found = new Map<string, RuleException[]>();
  for (const rule of table.rules) {
    const exception = {
      id: rule.id,
      conditions: conditionsOf(table, rule, locale, column),
      results: resultsOf(table, rule, locale),
      remarks: remarksOf(rule),
    };
    for (const row of textsIn(rule.inputEntries[column]?.tree)) found.set(row, [...(found.get(row) ?? []), exception]);
  }
  return found;
}

function conditionsOf({ inputs }: DecisionTable, { inputEntries }: DecisionRule, locale: Locale, without = -1): readonly RuleFact[] {
  return inputs.flatMap(({ label, expression, type }, column) => {
    const cell = inputEntries[column];
    if (cell === undefined || column === without || cell.text.trim() === '-') return [];
    return [{ label: label ?? expression.text, words: words(cell, { dialect: 'unaryTests', type }, locale) }];
  });
}

function resultsOf({ outputs }: DecisionTable, { outputEntries }: DecisionRule, locale: Locale): readonly RuleFact[] {
  return outputs.map(({ label, name = '', type }, column) => {
    const cell = outputEntries[column];
    return { label: label ?? name, words: cell === undefined ? '' : words(cell, { dialect: 'expression', type }, locale) };
  });
}

function words(cell: FeelExpression, kind: CellKind, locale: Locale): string {
  return cellWords(cell, kind, locale);
}

function remarksOf({ description, annotations }: DecisionRule): readonly string[] {
  return [...(description === undefined ? [] : [description]), ...annotations].filter((remark) => remark !== '');
}

function textOf({ number, conditions, results, remarks, exceptions }: Omit<RuleRow, 'text'>): string {
  const facts = [conditions, results, ...exceptions.flatMap((one) => [one.conditions, one.results])].flat();
  const said = facts.flatMap(({ label, words: text }) => [label, text]);
  return [number, ...said, ...remarks, ...exceptions.flatMap((one) => one.remarks)].join('\n').toLowerCase();
}

function textsIn(node: FeelNode | undefined): readonly string[] {
  if (node?.kind === 'string') return [node.value];
  return node?.kind === 'tests' && !node.negated ? node.tests.flatMap(textsIn) : [];
}
