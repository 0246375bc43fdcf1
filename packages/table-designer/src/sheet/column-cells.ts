/** How the cells of a column are read and shown, and which values can be chosen in them. */
import type { CellKind } from '@tongban/feel-parser';
import { cellWords, readCellWords } from '@tongban/feel-parser';
import type { FeelNode, Locale } from '@tongban/model';
import type { TableContext, TableList } from '../table-context.ts';
import { type CellReader, dialectOf } from './read-cell.ts';
import type { SheetColumn } from './table-sheet.ts';

/** A value that can be chosen. */
export interface CellChoice {
  /** As it is typed and shown. */
  readonly words: string;
}

/** One column, ready to read and show its cells. */
export class ColumnCells {
  readonly column: SheetColumn;
  readonly kind: CellKind;
  /** The reference list that the column is bound to. */
  readonly list: TableList | undefined;
  readonly #reader: CellReader;
  readonly #locale: Locale;
  readonly #shown = new Map<string, string>();
  #choices: readonly CellChoice[] | undefined;

  constructor(column: SheetColumn, context: TableContext, reader: CellReader, locale: Locale) {
    const field = context.fields.find(({ expression }) => expression === column.expression);
    this.column = column;
    this.list = context.lists?.find(({ expression }) => column.allowed === valuesOfList(expression));
    this.#reader = reader;
    this.#locale = locale;
    this.kind = {
      dialect: dialectOf(column.kind),
      type: column.type ?? (column.kind === 'input' ? field?.type : undefined),
      choices: column.kind === 'input' ? field?.choices : undefined,
      names: context.names,
    };
  }

  /** What people see in a cell; a remark, and what cannot be read, as it is written. */
  words(text: string): string {
    if (this.column.kind === 'annotation') return text;
    const known = this.#shown.get(text);
    if (known !== undefined) return known;
    const { expression } = this.#reader.cell(text, this.kind.dialect);
    const words = expression === undefined ? text : cellWords(expression, this.kind, this.#locale);
    this.#shown.set(text, words);
    return words;
  }

  /** The FEEL of what was typed into a cell. */
  feel(words: string): string {
    return this.column.kind === 'annotation' ? words : readCellWords(words, this.kind);
  }

  /** The FEEL of one value as it is typed to try the table. */
  value(words: string): string {
    return readCellWords(words, { ...this.kind, dialect: 'expression' });
  }

  /** Whether the text of a cell cannot be read. */
  isWrong(text: string): boolean {
    return this.column.kind !== 'annotation' && this.#reader.cell(text, this.kind.dialect).expression === undefined;
  }

  /** What can be chosen: the allowed values, the choices of the field, yes and no. */
  get choices(): readonly CellChoice[] {
    this.#choices ??= this.#findChoices();
    return this.#choices;
  }

  /** The values that can be chosen, without "any". */
  get valueChoices(): readonly string[] {
    const any = this.column.kind === 'input' ? this.words('-') : '';
    return this.choices.map(({ words }) => words).filter((words) => words !== any);
  }

  /** The allowed values, when the column does not say them but its field has choices. */
  get fieldValues(): string {
    return this.column.allowed === '' ? (this.kind.choices ?? []).map(({ value }) => JSON.stringify(value)).join(', ') : '';
  }

  /** The allowed values in words. */
  get allowedWords(): string {
    const { expression } = this.#reader.read(this.column.allowed, 'unaryTests');
    return expression === undefined ? this.column.allowed : cellWords(expression, { ...this.kind, dialect: 'unaryTests' }, this.#locale);
  }

  #findChoices(): readonly CellChoice[] {
    if (this.column.kind === 'annotation') return [];
    const limited = this.list?.values.map((value) => this.words(JSON.stringify(value))) ?? this.#allowed();
    const values = [...limited, ...(this.kind.choices ?? []).map(({ label }) => label)];
    if (values.length === 0 && this.kind.type?.name === 'boolean') values.push(this.words('true'), this.words('false'));
    const any = this.column.kind === 'input' && values.length > 0 ? [this.words('-')] : [];
    return [...new Set([...values, ...any])].map((words) => ({ words }));
  }

  #allowed(): string[] {
    const { expression } = this.#reader.read(this.column.allowed, 'unaryTests');
    if (expression?.tree.kind !== 'tests' || expression.tree.negated) return [];
    return expression.tree.tests.flatMap((test) => (isValue(test) ? [this.words(this.column.allowed.slice(...test.at))] : []));
  }
}

/** The allowed values that are those of a list. */
export function valuesOfList(expression: string): string {
  return `list contains(${expression}, ?)`;
}

function isValue({ kind }: FeelNode): boolean {
  return kind === 'string' || kind === 'number' || kind === 'boolean' || kind === 'at' || kind === 'call';
}
