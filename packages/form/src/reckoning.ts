/**
 * The reckoning of a form: from raw values and a situation, the value that counts and the verdict of every field.
 * Values are worked out first, in an order in which each comes after those it reads; verdicts follow on demand and are kept
 * until something they read changes. A fresh reckoning and one that was changed bit by bit always agree.
 */
import {
  dayOf,
  type FieldAccess,
  isJsonObject,
  isSafeName,
  type Json,
  type JsonObject,
  type Material,
  type Problem,
  textIn,
} from '@tongban/model';
import { dayOn } from './calendar-day.ts';
import { checkValue } from './check-value.ts';
import { fieldAccess } from './field-access.ts';
import { FORM_LIMITS } from './form-limits.ts';
import type { FieldPlan, FormPlan, RulePlan } from './form-plan.ts';
import { problemAt, type ValueFault } from './form-problem.ts';
import type { FieldVerdict, FormContext } from './form-verdict.ts';
import type { Formula } from './formula.ts';
import { listedMaterials } from './listed-materials.ts';
import { type ReadValue, readValue } from './read-value.ts';

/** One row of a repeating field, worked out. */
export interface RowReckoning {
  readonly rowId: string;
  readonly raw: JsonObject;
  /** The values that count, with `rowId`, `null` where empty. */
  readonly value: JsonObject;
  readonly writable: boolean;
  readonly visible: readonly boolean[];
  readonly reads: readonly ReadValue[];
  /** Verdicts of the row and then of its cells, made on demand for the position the row stands at. */
  verdicts?: { readonly at: number; readonly list: readonly FieldVerdict[] };
}

/** A reckoning of one form. */
export class Reckoning {
  readonly plan: FormPlan;
  readonly context: FormContext;
  /** By position in the plan. */
  readonly access: readonly FieldAccess[];
  readonly #raw: (Json | undefined)[];
  readonly #recomputed: boolean[];
  readonly #columnAccess: readonly (readonly FieldAccess[])[];
  readonly #shown: boolean[] = [];
  readonly #values: Json[] = [];
  readonly #reads: ReadValue[] = [];
  readonly #rows: (readonly RowReckoning[])[] = [];
  readonly #rowFaults: (readonly ValueFault[])[] = [];
  readonly #kept: WeakMap<object, RowReckoning>[] = [];
  readonly #verdicts: (FieldVerdict | undefined)[] = [];
  readonly #ruleProblems: (readonly [LocalProblem] | readonly [] | undefined)[] = [];

  constructor(plan: FormPlan, context: FormContext, values: JsonObject) {
    this.plan = plan;
    this.context = context;
    const fields = plan.fields.map(({ field }) => field);
    const around = (one: FieldPlan) => ({ sections: one.sections.map((section) => fields[section] as (typeof fields)[number]) });
    this.access = plan.fields.map((one) => fieldAccess(one.field, around(one), context.access, context.actor));
    this.#columnAccess = plan.fields.map((one) =>
      one.columns.map((column) => fieldAccess(column.field, { ...around(one), rows: one.field }, context.access, context.actor)),
    );
    this.#raw = plan.fields.map(({ key }) => (Object.hasOwn(values, key) ? values[key] : undefined));
    this.#recomputed = plan.fields.map(() => false);
    for (const index of plan.order) this.#recomputed[index] = this.#isRecomputed(index);
    for (const index of plan.order) this.#settle(index);
  }

  /** The raw value of a field. */
  rawAt(index: number): Json | undefined {
    return this.#raw[index];
  }

  /** The value of a field that counts; of rows with every column, `null` where empty. */
  valueAt(index: number): Json {
    return this.#values[index] ?? null;
  }

  /** Whether the field's `visible` and those of its sections hold. */
  shownAt(index: number): boolean {
    return this.#shown[index] === true;
  }

  /** The rows of a repeating field. */
  rowsAt(index: number): readonly RowReckoning[] {
    return this.#rows[index] ?? [];
  }

  /** What the column of a repeating field allows. */
  columnAccessAt(index: number): readonly FieldAccess[] {
    return this.#columnAccess[index] ?? [];
  }

  /** Whether this task works the computed field out anew, because it or something it reads may be written here. */
  recomputedAt(index: number): boolean {
    return this.#recomputed[index] === true;
  }

  /** Sets a raw value and works out again what depends on it; gives the positions whose verdict may have changed. */
  set(index: number, raw: Json | undefined): readonly number[] {
    this.#raw[index] = raw;
    const affected = this.plan.affectedBy(index);
    for (const one of affected) {
      if (one !== index) this.#kept[one] = new WeakMap();
      this.#settle(one);
    }
    const changed = new Set(affected);
    this.plan.rules.forEach((rule, position) => {
      if ([...rule.reads, ...rule.targets].some((read) => changed.has(read))) this.#ruleProblems[position] = undefined;
    });
    return affected;
  }

  /** The verdict on a field. */
  verdictAt(index: number): FieldVerdict {
    this.#verdicts[index] ??= this.#fieldVerdict(this.plan.fields[index] as FieldPlan);
    return this.#verdicts[index];
  }

  /** The verdicts on a row and its cells: the row first, then its columns in document order. */
  rowVerdictsAt(index: number, at: number): readonly FieldVerdict[] {
    const row = this.#rows[index]?.[at];
    if (row === undefined) return [];
    if (row.verdicts?.at !== at) row.verdicts = { at, list: this.#rowVerdicts(this.plan.fields[index] as FieldPlan, row, at) };
    return row.verdicts.list;
  }

  /** Problems of the form's own rules that stand at no field, or at none that the actor sees. */
  formProblems(): readonly Problem[] {
    return this.plan.rules.flatMap((rule, position) => {
      const isSeen = rule.targets.some((index) => this.#shown[index] === true && this.access[index] !== 'hidden');
      const problem = isSeen ? undefined : this.#ruleProblem(rule, position);
      return problem === undefined ? [] : [problem(undefined, '')];
    });
  }

  // Values

  #settle(index: number): void {
    const plan = this.plan.fields[index] as FieldPlan;
    this.#verdicts[index] = undefined;
    const parent = plan.sections.at(-1);
    const around = parent === undefined || this.#shown[parent] === true;
    const shown = around && (plan.visible === undefined || plan.visible.holds(this.#lookup, this.context.env));
    this.#shown[index] = shown;
    if (plan.field.kind === 'rows') {
      this.#settleRows(plan);
      if (!shown) this.#values[index] = null;
      return;
    }
    const read = readValue(plan.field, this.#recomputed[index] ? plan.computed?.value(this.#lookup, this.context.env) : this.#raw[index]);
    this.#reads[index] = read;
    this.#values[index] = shown ? read.value : null;
  }

  readonly #lookup = (name: string): Json | undefined => {
    const plan = this.plan.byKey.get(name);
    return plan === undefined ? this.context.lookup(name) : (this.#values[plan.index] ?? null);
  };

  #isRecomputed(index: number): boolean {
    const plan = this.plan.fields[index] as FieldPlan;
    if (plan.computed === undefined) return false;
    const writable = (one: number): boolean =>
      this.#recomputed[one] === true || this.access[one] === 'write' || (this.#columnAccess[one] ?? []).includes('write');
    return this.access[index] === 'write' || plan.valueReads.some(writable);
  }

  #settleRows(plan: FieldPlan): void {
    const raw = this.#raw[plan.index] ?? null;
    const { entries, faults } = readRows(plan, raw);
    this.#kept[plan.index] ??= new WeakMap();
    const kept = this.#kept[plan.index] as WeakMap<object, RowReckoning>;
    const rows = entries.map((entry) => {
      let row = kept.get(entry);
      if (row === undefined) {
        row = this.#reckonRow(plan, entry);
        kept.set(entry, row);
      }
      return row;
    });
    this.#rows[plan.index] = rows;
    this.#rowFaults[plan.index] = faults;
    this.#values[plan.index] = rows.length === 0 ? null : rows.map((row) => row.value);
  }

  #reckonRow(plan: FieldPlan, raw: JsonObject): RowReckoning {
    const value: Record<string, Json> = { rowId: raw['rowId'] as string };
    for (const { key } of plan.columns) value[key] = null;
    const lookup = (name: string): Json | undefined => (name === 'row' ? value : this.#lookup(name));
    const reads: ReadValue[] = [];
    const visible: boolean[] = [];
    // Ownership is asked of what is stored in the row, so what is computed waits for it.
    for (const column of plan.columns) {
      const read = readValue(column.field, Object.hasOwn(raw, column.key) ? raw[column.key] : undefined);
      reads[column.index] = read;
      value[column.key] = read.value;
    }
    const writable = this.#isRowWritable(plan, value, lookup);
    for (const index of plan.columnOrder) {
      const column = plan.columns[index] as FieldPlan;
      if (column.computed !== undefined && writable)
        reads[index] = readValue(column.field, column.computed.value(lookup, this.context.env));
      visible[index] = column.visible === undefined || column.visible.holds(lookup, this.context.env);
      value[column.key] = visible[index] ? (reads[index] as ReadValue).value : null;
    }
    return { rowId: value['rowId'] as string, raw, value, writable, visible, reads };
  }

  #isRowWritable(plan: FieldPlan, value: JsonObject, lookup: (name: string) => Json | undefined): boolean {
    if (this.context.access === undefined || plan.field.kind !== 'rows') return true;
    const { ownerKey } = plan.field;
    const department = this.context.actor?.department;
    if (ownerKey !== undefined && (department === undefined || value[ownerKey] !== department)) return false;
    return plan.writableRow === undefined || plan.writableRow.holds(lookup, this.context.env);
  }

  // Verdicts

  #fieldVerdict(plan: FieldPlan): FieldVerdict {
    const { index, field, key } = plan;
    const base = this.#verdict(plan, key, {
      access: this.access[index] as FieldAccess,
      shown: this.#shown[index] === true,
      read: field.kind === 'rows' ? { value: this.#values[index] ?? null } : (this.#reads[index] as ReadValue),
      recomputed: this.#recomputed[index] === true,
      held: false,
      lookup: this.#lookup,
    });
    const more = [...base.problems];
    for (const fault of this.#rowFaults[index] ?? []) more.push(problemAt(fault, field, plan.accessId, key));
    for (const position of base.visible ? (this.plan.rulesAt.get(index) ?? []) : []) {
      const problem = this.#ruleProblem(this.plan.rules[position] as RulePlan, position);
      if (problem !== undefined) more.push(problem(plan, key));
    }
    if (field.kind !== 'rows') return { ...base, problems: more };
    const count = this.#rows[index]?.length ?? 0;
    const addable = !base.readOnly && field.extensible !== false && count < (field.maxRows ?? FORM_LIMITS.rows);
    return { ...base, value: compact(base.value), problems: more, addable };
  }

  #rowVerdicts(plan: FieldPlan, row: RowReckoning, at: number): readonly FieldVerdict[] {
    const path = `${plan.key}[${at}]`;
    const whole = this.verdictAt(plan.index);
    const removable = !whole.readOnly && row.writable && plan.field.kind === 'rows' && plan.field.extensible !== false;
    const lookup = (name: string): Json | undefined => (name === 'row' ? row.value : this.#lookup(name));
    const cells = plan.columns.map((column) => {
      const access = this.#columnAccess[plan.index]?.[column.index] as FieldAccess;
      return this.#verdict(column, `${path}.${column.key}`, {
        access,
        shown: whole.visible && row.visible[column.index] === true,
        read: row.reads[column.index] as ReadValue,
        recomputed: row.writable,
        // A column that the task names may be written even where rows are neither added nor removed.
        held: !row.writable || this.#isHeld(plan),
        lookup,
      });
    });
    const readOnly = !row.writable || cells.every((cell) => cell.readOnly);
    const self: FieldVerdict = {
      path,
      fieldId: plan.accessId,
      visible: whole.visible,
      required: false,
      readOnly,
      access: readOnly && whole.access === 'write' ? 'read' : whole.access,
      computed: false,
      value: compactRow(row.value),
      problems: [],
      removable,
    };
    return [self, ...cells];
  }

  /** Whether the repeating field's own `readOnly` holds. */
  #isHeld(plan: FieldPlan): boolean {
    return this.#flag(plan.readOnly, this.#lookup);
  }

  #verdict(
    plan: FieldPlan,
    path: string,
    at: {
      readonly access: FieldAccess;
      readonly shown: boolean;
      readonly read: ReadValue;
      readonly recomputed: boolean;
      readonly held: boolean;
      readonly lookup: (name: string) => Json | undefined;
    },
  ): FieldVerdict {
    const { field, accessId } = plan;
    const { env, items, mode } = this.context;
    const visible = at.shown && at.access !== 'hidden';
    const computed = plan.computed !== undefined;
    const readOnly = computed || at.held || at.access !== 'write' || this.#flag(plan.readOnly, at.lookup);
    const asked = visible && (computed ? at.recomputed : !readOnly);
    const required = asked && (isAcknowledged(plan) || this.#flag(plan.required, at.lookup));
    const earliest = this.#day(plan.earliest, at.lookup);
    const latest = this.#day(plan.latest, at.lookup);
    const materials = this.#materials(plan);
    const value = at.shown ? at.read.value : null;
    const faults: ValueFault[] = at.shown && at.read.fault !== undefined ? [at.read.fault] : [];
    if (asked && faults.length === 0) {
      faults.push(
        ...checkValue(field, value, {
          required,
          computed,
          complete: mode === 'submit',
          earliest,
          latest,
          today: dayOn(env),
          items,
          choices: plan.choices,
          materials,
        }),
      );
    }
    const problems = faults.map((fault) => problemAt(fault, field, accessId, path));
    if (asked && value !== null && problems.length === 0) {
      const lookup = (name: string): Json | undefined => (name === 'value' ? value : at.lookup(name));
      for (const { rule, test } of plan.rules) {
        if (!test.holds(lookup, env)) problems.push(problemAt(brokenRule(rule), field, accessId, path));
      }
    }
    const more = {
      ...(earliest === undefined ? {} : { earliest }),
      ...(latest === undefined ? {} : { latest }),
      ...(field.kind === 'materials' ? { materials } : {}),
    };
    return { path, fieldId: accessId, visible, required, readOnly, access: at.access, computed, value, problems, ...more };
  }

  #materials({ field, itemsAt }: FieldPlan): readonly Material[] {
    if (field.kind !== 'materials') return [];
    return listedMaterials(field, itemsAt === undefined ? null : this.valueAt(itemsAt), this.context.items);
  }

  #flag(flag: boolean | Formula, lookup: (name: string) => Json | undefined): boolean {
    return typeof flag === 'boolean' ? flag : flag.holds(lookup, this.context.env);
  }

  #day(formula: Formula | undefined, lookup: (name: string) => Json | undefined): string | undefined {
    return formula === undefined ? undefined : dayOf(formula.value(lookup, this.context.env));
  }

  /** The problem of a rule of the form that is asked and broken; it is asked on submission, of those who can do something about it. */
  #ruleProblem(rule: RulePlan, position: number): LocalProblem | undefined {
    this.#ruleProblems[position] ??= this.#isBroken(rule) ? [ruleProblem(rule)] : [];
    return this.#ruleProblems[position][0];
  }

  #isBroken({ test, targets, reads }: RulePlan): boolean {
    if (this.context.mode !== 'submit') return false;
    const concerned = [...targets, ...reads];
    const writable = (index: number): boolean =>
      this.access[index] === 'write' || (this.#columnAccess[index] ?? []).includes('write') || this.#recomputed[index] === true;
    if (concerned.length > 0 && !concerned.some(writable)) return false;
    if (targets.length > 0 && !targets.some((index) => this.#shown[index])) return false;
    return !test.holds(this.#lookup, this.context.env);
  }
}

type LocalProblem = (plan: FieldPlan | undefined, path: string) => Problem;

function brokenRule(rule: RulePlan['rule']): ValueFault {
  return {
    code: 'FORM_RULE_BROKEN',
    details: { ruleId: rule.id },
    words: { en: { message: textIn(rule.message, 'en') }, 'zh-CN': { messageZh: textIn(rule.message) } },
  };
}

function ruleProblem({ rule }: RulePlan): LocalProblem {
  return (plan, path) => {
    if (plan !== undefined) return problemAt(brokenRule(rule), plan.field, plan.accessId, path);
    return {
      code: 'FORM_RULE_BROKEN',
      severity: 'error',
      place: { elementId: rule.id, property: 'test' },
      details: { ruleId: rule.id },
      sentences: { en: textIn(rule.message, 'en'), 'zh-CN': textIn(rule.message) },
    };
  };
}

/** A clause that asks for a tick is always required. */
function isAcknowledged({ field }: FieldPlan): boolean {
  return field.kind === 'clause' && field.acknowledge !== false;
}

/** The rows of a raw value that can be worked with, and what is wrong with the rest. */
export function readRows(plan: FieldPlan, raw: Json): { readonly entries: readonly JsonObject[]; readonly faults: readonly ValueFault[] } {
  if (raw === null) return { entries: [], faults: [] };
  if (!Array.isArray(raw)) {
    return {
      entries: [],
      faults: [{ code: 'FORM_VALUE_TYPE', words: { en: { expected: 'a list of rows' }, 'zh-CN': { expected: '若干行数据' } } }],
    };
  }
  const list = raw as readonly Json[];
  if (list.length > FORM_LIMITS.rows) {
    return { entries: [], faults: [{ code: 'FORM_ROWS_TOO_MANY', details: { count: list.length, limit: FORM_LIMITS.rows } }] };
  }
  const keys = new Set(['rowId', ...plan.columns.map(({ key }) => key)]);
  const seen = new Set<string>();
  const unknown = new Set<string>();
  let badIds = false;
  const entries = list.filter((entry): entry is JsonObject => {
    const rowId = isJsonObject(entry) ? entry['rowId'] : undefined;
    if (!isJsonObject(entry) || typeof rowId !== 'string' || !isSafeName(rowId) || seen.has(rowId)) {
      badIds = true;
      return false;
    }
    seen.add(rowId);
    for (const key of Object.keys(entry)) if (!keys.has(key) && unknown.size < 20) unknown.add(key);
    return true;
  });
  const faults: ValueFault[] = badIds ? [{ code: 'FORM_ROW_ID_INVALID' }] : [];
  for (const name of unknown) {
    faults.push(
      isSafeName(name)
        ? { code: 'FORM_FIELD_UNKNOWN', details: { formId: plan.field.id, name } }
        : { code: 'FORM_NAME_FORBIDDEN', details: { name: name.slice(0, 200) } },
    );
  }
  return { entries, faults };
}

/** Rows without their empty cells; other values as they are. */
export function compact(value: Json): Json {
  return Array.isArray(value) ? value.map((row: Json) => (isJsonObject(row) ? compactRow(row) : row)) : value;
}

/** A row without its empty cells. */
export function compactRow(row: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(row).filter(([, cell]) => cell !== null));
}
