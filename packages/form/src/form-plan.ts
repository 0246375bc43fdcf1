/**
 * A form made ready to be asked: its fields as a flat list with their expressions prepared, who depends on whom,
 * and an order in which every field comes after those it reads. Made once for a compiled form.
 */
import type { CompiledForm, FormField, FormRule } from '@tongban/model';
import { type Formula, formulaOf } from './formula.ts';
import { rowReads } from './row-reads.ts';

/** A rule with its test prepared. */
export interface RulePlan {
  readonly rule: FormRule;
  readonly test: Formula;
  /** Rules of the form: positions of the fields its message stands at, and of those it reads. */
  readonly targets: readonly number[];
  readonly reads: readonly number[];
}

/** A field, section or column, prepared. */
export interface FieldPlan {
  /** Position among the fields of the form, or among the columns of its rows. */
  readonly index: number;
  readonly field: FormField;
  readonly key: string;
  readonly accessId: string;
  /** Positions of the sections around it, outermost first. */
  readonly sections: readonly number[];
  readonly visible: Formula | undefined;
  readonly required: boolean | Formula;
  readonly readOnly: boolean | Formula;
  readonly computed: Formula | undefined;
  readonly earliest: Formula | undefined;
  readonly latest: Formula | undefined;
  readonly writableRow: Formula | undefined;
  /** Of a list of materials: the position of the items whose materials it lists. */
  readonly itemsAt: number | undefined;
  readonly rules: readonly RulePlan[];
  /** Of a repeating field: its columns in document order, and the positions in which to work them out. */
  readonly columns: readonly FieldPlan[];
  readonly columnOrder: readonly number[];
  /** Fields of the form that its value or visibility reads (columns and sections included), by position. */
  readonly valueReads: readonly number[];
  /** Of a computed column: the columns of its row that it reads, by position. */
  readonly columnReads: readonly number[];
  /** Allowed values of a choice field. */
  readonly choices: ReadonlySet<string> | undefined;
}

/** A form, prepared. */
export interface FormPlan {
  readonly compiled: CompiledForm;
  /** Fields and sections in document order. */
  readonly fields: readonly FieldPlan[];
  readonly byKey: ReadonlyMap<string, FieldPlan>;
  /** Positions of the fields, each after those its value reads. */
  readonly order: readonly number[];
  readonly rules: readonly RulePlan[];
  /** Positions of the rules whose message stands at the field at a position. */
  readonly rulesAt: ReadonlyMap<number, readonly number[]>;
  /** Positions of the fields whose verdict may change with the value of the field at a position, that one first; in working order. */
  affectedBy(index: number): readonly number[];
}

/** Prepares `compiled`. @throws FORM_EXPRESSION_MISSING */
export function planForm(compiled: CompiledForm): FormPlan {
  const positions = new Map<string, number>();
  const flat: { readonly field: FormField; readonly sections: readonly number[] }[] = [];
  const collect = (list: readonly FormField[], sections: readonly number[]): void => {
    for (const field of list) {
      const index = flat.length;
      flat.push({ field, sections });
      positions.set(field.key, index);
      if (field.kind === 'section') collect(field.fields, [...sections, index]);
    }
  };
  collect(compiled.document.fields, []);

  const fields: FieldPlan[] = [];
  const readers: Set<number>[] = flat.map(() => new Set());
  const valueReaders: Set<number>[] = flat.map(() => new Set());
  for (const { field, sections } of flat) {
    const plan = planField(compiled, field, fields.length, field.id, sections, positions);
    fields.push(plan);
    for (const read of allReads(plan, positions)) readers[read]?.add(plan.index);
    for (const read of plan.valueReads) valueReaders[read]?.add(plan.index);
    // What shows or hides a section shows or hides all that is in it.
    const section = sections.at(-1);
    if (section !== undefined) {
      readers[section]?.add(plan.index);
      valueReaders[section]?.add(plan.index);
    }
  }

  const rules = rulePlans(compiled, compiled.document.rules, positions);
  for (const { targets, reads } of rules) for (const read of reads) for (const target of targets) readers[read]?.add(target);
  const rulesAt = new Map<number, readonly number[]>();
  rules.forEach(({ targets }, position) => {
    for (const target of targets) rulesAt.set(target, [...(rulesAt.get(target) ?? []), position]);
  });
  const order = workingOrder(valueReaders);
  const rank = new Map(order.map((index, position) => [index, position]));
  const affected: (readonly number[] | undefined)[] = [];
  return {
    compiled,
    fields,
    byKey: new Map(fields.map((plan) => [plan.key, plan])),
    order,
    rules,
    rulesAt,
    affectedBy(index) {
      affected[index] ??= affectedFields(index, readers, valueReaders, rank);
      return affected[index];
    },
  };
}

function planField(
  compiled: CompiledForm,
  field: FormField,
  index: number,
  accessId: string,
  sections: readonly number[],
  positions: ReadonlyMap<string, number>,
): FieldPlan {
  const formula = (text: string | undefined): Formula | undefined => (text === undefined ? undefined : formulaOf(compiled, text));
  const flag = (value: boolean | string | undefined): boolean | Formula =>
    typeof value === 'string' ? formulaOf(compiled, value) : (value ?? false);
  const columnKeys = new Map(field.kind === 'rows' ? field.columns.map((column, position) => [column.key, position]) : []);
  const columns =
    field.kind === 'rows'
      ? field.columns.map((column, position) => planField(compiled, column, position, `${accessId}/${column.id}`, sections, positions))
      : [];
  const linked = columns.map((column) => ({ ...column, columnReads: positionsIn(columnKeys, rowColumns(column)) }));
  const visible = formula(field.visible);
  const computed = formula(field.computed);
  const own = [visible, computed].flatMap((one) => one?.expression.reads ?? []);
  return {
    index,
    field,
    key: field.key,
    accessId,
    sections,
    visible,
    required: flag(field.required),
    readOnly: flag(field.readOnly),
    computed,
    earliest: formula('earliest' in field ? field.earliest : undefined),
    latest: formula('latest' in field ? field.latest : undefined),
    itemsAt: field.kind === 'materials' && field.itemsKey !== undefined ? positions.get(field.itemsKey) : undefined,
    writableRow: formula(field.kind === 'rows' ? field.writableRow : undefined),
    rules: rulePlans(compiled, field.rules, positions),
    columns: linked,
    columnOrder: workingOrder(readersOf(linked)),
    valueReads: unique([...positionsIn(positions, own), ...linked.flatMap((column) => column.valueReads)]),
    columnReads: [],
    choices: 'choices' in field && field.choices !== undefined ? new Set(field.choices.map((choice) => choice.value)) : undefined,
  };
}

/** The columns that the value or visibility of `column` reads. */
function rowColumns(column: FieldPlan): readonly string[] {
  return [column.visible, column.computed].flatMap((one) => (one === undefined ? [] : [...rowReads(one.expression).columns]));
}

function readersOf(columns: readonly FieldPlan[]): readonly Set<number>[] {
  const readers: Set<number>[] = columns.map(() => new Set());
  for (const column of columns) for (const read of column.columnReads) readers[read]?.add(column.index);
  return readers;
}

/** Every field that any expression of `plan` or of its columns reads. */
function allReads(plan: FieldPlan, positions: ReadonlyMap<string, number>): readonly number[] {
  const formulas = [plan.visible, plan.required, plan.readOnly, plan.computed, plan.earliest, plan.latest, plan.writableRow];
  const names = formulas.flatMap((one) => (typeof one === 'object' ? one.expression.reads : []));
  for (const { test } of plan.rules) names.push(...test.expression.reads);
  if (plan.field.kind === 'materials' && plan.field.itemsKey !== undefined) names.push(plan.field.itemsKey);
  return unique([...positionsIn(positions, names), ...plan.columns.flatMap((column) => allReads(column, positions))]);
}

function positionsIn(positions: ReadonlyMap<string, number>, names: readonly string[]): readonly number[] {
  return unique(names.flatMap((name) => positions.get(name) ?? []));
}

function rulePlans(
  compiled: CompiledForm,
  rules: readonly FormRule[] | undefined,
  positions: ReadonlyMap<string, number>,
): readonly RulePlan[] {
  return (rules ?? []).map((rule) => {
    const test = formulaOf(compiled, rule.test);
    return { rule, test, targets: positionsIn(positions, rule.fields ?? []), reads: positionsIn(positions, test.expression.reads) };
  });
}

/** Positions so that each comes after those it depends on; those in a circle come last, as they stand. */
function workingOrder(readers: readonly ReadonlySet<number>[]): readonly number[] {
  const waiting = readers.map(() => 0);
  for (const set of readers) for (const reader of set) waiting[reader] = (waiting[reader] as number) + 1;
  const order = waiting.flatMap((count, index) => (count === 0 ? [index] : []));
  for (let next = 0; next < order.length; next++) {
    for (const reader of readers[order[next] as number] as ReadonlySet<number>) {
      waiting[reader] = (waiting[reader] as number) - 1;
      if (waiting[reader] === 0) order.push(reader);
    }
  }
  const done = new Set(order);
  return [...order, ...readers.flatMap((_, index) => (done.has(index) ? [] : [index]))];
}

function affectedFields(
  index: number,
  readers: readonly ReadonlySet<number>[],
  valueReaders: readonly ReadonlySet<number>[],
  rank: ReadonlyMap<number, number>,
): readonly number[] {
  const changed = new Set([index]);
  const affected = new Set([index]);
  for (const source of changed) {
    for (const reader of readers[source] as ReadonlySet<number>) affected.add(reader);
    for (const reader of valueReaders[source] as ReadonlySet<number>) changed.add(reader);
  }
  return [...affected].sort((a, b) => (rank.get(a) as number) - (rank.get(b) as number));
}

function unique(list: readonly number[]): readonly number[] {
  return [...new Set(list)];
}
