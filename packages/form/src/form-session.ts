/** A form being filled in: one value changes, and only what depends on it is asked again. */
import { type FormDocument, type FormValues, isJsonObject, type Json, type JsonObject, type Problem } from '@tongban/model';
import { raise } from './errors.ts';
import type { FieldPlan, FormPlan } from './form-plan.ts';
import type { FieldVerdict, FormContext, FormVerdict } from './form-verdict.ts';
import { fullVerdict, verdictsOf } from './full-verdict.ts';
import { sentValues } from './kept-values.ts';
import { Reckoning } from './reckoning.ts';
import { sameJson } from './same-json.ts';
import { parsePath } from './value-path.ts';

/** Hears the paths whose verdict changed; a path whose row is gone is among them and has no verdict any more. */
export type SessionListener = (changed: readonly string[]) => void;

/** A form being filled in. Its verdicts are at all times those of {@link fullVerdict} on the same values. */
export interface FormSession {
  readonly document: FormDocument;
  readonly context: FormContext;
  /** The value at a path: as it was set, or computed; `null` when empty. */
  get(path: string): Json;
  /** Sets a value. One that is of the wrong type is kept as given and reported by the verdict. @throws FORM_PATH_UNKNOWN */
  set(path: string, value: Json): void;
  /** The verdict at a path; undefined when there is nothing there. The same object until it changes. */
  verdictOf(path: string): FieldVerdict | undefined;
  /** All paths that have a verdict, in document order. */
  paths(): readonly string[];
  /** All problems, in document order. */
  problems(): readonly Problem[];
  verdict(): FormVerdict;
  /** What a draft keeps and a submission sends; `null` for what may be written and is empty, so that emptying a field is told too. */
  values(): FormValues;
  /** Adds an empty row, or `row`, at the end; gives its id. An owned table gets the actor's department. @throws FORM_PATH_UNKNOWN */
  addRow(path: string, row?: JsonObject): string;
  /** Removes a row by its id; nothing happens when there is none. */
  removeRow(path: string, rowId: string): void;
  /** Moves a row to a position. */
  moveRow(path: string, rowId: string, to: number): void;
  /** Takes other values or another situation, e.g. `mode: 'submit'`; hears as one change. */
  reset(change: { readonly values?: FormValues; readonly context?: FormContext }): void;
  /** Calls `listener` after every change; gives the function that ends it. */
  subscribe(listener: SessionListener): () => void;
}

/** Starts a session on a prepared form. */
export function openSession(plan: FormPlan, values: FormValues, context: FormContext): FormSession {
  return new Session(plan, values, context);
}

class Session implements FormSession {
  readonly #plan: FormPlan;
  #reckoning: Reckoning;
  /** Verdicts as last published, by field position and path. */
  readonly #published: Map<string, FieldVerdict>[];
  readonly #listeners = new Set<SessionListener>();

  constructor(plan: FormPlan, values: FormValues, context: FormContext) {
    this.#plan = plan;
    this.#reckoning = new Reckoning(plan, context, values);
    this.#published = plan.fields.map(({ index }) => byPath(this.#reckoning, index));
  }

  get document(): FormDocument {
    return this.#plan.compiled.document;
  }

  get context(): FormContext {
    return this.#reckoning.context;
  }

  get(path: string): Json {
    const { plan, row, column } = this.#find(path);
    if (plan.field.kind === 'rows' && row !== undefined) {
      const at = this.#reckoning.rowsAt(plan.index)[row];
      if (at === undefined) return null;
      if (column === undefined) return at.value;
      return column.computed === undefined ? (at.raw[column.key] ?? null) : (at.value[column.key] ?? null);
    }
    return plan.computed === undefined ? (this.#reckoning.rawAt(plan.index) ?? null) : this.#reckoning.valueAt(plan.index);
  }

  set(path: string, value: Json): void {
    const { plan, row, column } = this.#find(path);
    if (row === undefined) {
      this.#change(plan, value);
      return;
    }
    const rows = this.#rawRows(plan);
    const old = rows[row];
    if (!isJsonObject(old)) throw raise('FORM_PATH_UNKNOWN', { formId: this.document.id, path });
    const next = column === undefined ? { ...(value as JsonObject), rowId: old['rowId'] as string } : { ...old, [column.key]: value };
    this.#change(plan, [...rows.slice(0, row), next, ...rows.slice(row + 1)]);
  }

  verdictOf(path: string): FieldVerdict | undefined {
    const at = parsePath(path);
    const plan = at === undefined ? undefined : this.#plan.byKey.get(at.key);
    return plan === undefined ? undefined : this.#published[plan.index]?.get(path);
  }

  paths(): readonly string[] {
    return this.#published.flatMap((verdicts) => [...verdicts.keys()]);
  }

  problems(): readonly Problem[] {
    return this.verdict().problems;
  }

  verdict(): FormVerdict {
    return fullVerdict(this.#reckoning);
  }

  values(): FormValues {
    return sentValues(this.#reckoning);
  }

  addRow(path: string, row: JsonObject = {}): string {
    const { plan } = this.#find(path);
    if (plan.field.kind !== 'rows') throw raise('FORM_PATH_UNKNOWN', { formId: this.document.id, path });
    const rows = this.#rawRows(plan);
    const rowId = typeof row['rowId'] === 'string' ? row['rowId'] : nextRowId(rows);
    const { ownerKey } = plan.field;
    const department = this.context.actor?.department;
    const owner: JsonObject = ownerKey === undefined || department === undefined ? {} : { [ownerKey]: department };
    this.#change(plan, [...rows, { ...owner, ...row, rowId }]);
    return rowId;
  }

  removeRow(path: string, rowId: string): void {
    const { plan } = this.#find(path);
    const rows = this.#rawRows(plan);
    const left = rows.filter((row) => !isJsonObject(row) || row['rowId'] !== rowId);
    if (left.length < rows.length) this.#change(plan, left);
  }

  moveRow(path: string, rowId: string, to: number): void {
    const { plan } = this.#find(path);
    const rows = this.#rawRows(plan);
    const from = rows.findIndex((row) => isJsonObject(row) && row['rowId'] === rowId);
    const target = Math.max(0, Math.min(rows.length - 1, to));
    if (from < 0 || from === target) return;
    const others = rows.filter((_, index) => index !== from);
    this.#change(plan, [...others.slice(0, target), rows[from] as Json, ...others.slice(target)]);
  }

  reset(change: { readonly values?: FormValues; readonly context?: FormContext }): void {
    const raw = Object.fromEntries(this.#plan.fields.map(({ index, key }) => [key, this.#reckoning.rawAt(index) ?? null]));
    this.#reckoning = new Reckoning(this.#plan, change.context ?? this.context, change.values ?? raw);
    this.#publish(this.#plan.fields.map(({ index }) => index));
  }

  subscribe(listener: SessionListener): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  #change(plan: FieldPlan, raw: Json): void {
    this.#publish(this.#reckoning.set(plan.index, raw));
  }

  #publish(affected: readonly number[]): void {
    const changed: string[] = [];
    for (const index of affected) {
      const before = this.#published[index] as Map<string, FieldVerdict>;
      const after = byPath(this.#reckoning, index);
      for (const [path, verdict] of after) {
        const known = before.get(path);
        if (known !== undefined && sameVerdict(known, verdict)) after.set(path, known);
        else changed.push(path);
      }
      for (const path of before.keys()) if (!after.has(path)) changed.push(path);
      this.#published[index] = after;
    }
    if (changed.length > 0) for (const listener of [...this.#listeners]) listener(changed);
  }

  #find(path: string): { readonly plan: FieldPlan; readonly row?: number; readonly column?: FieldPlan } {
    const at = parsePath(path);
    const plan = at === undefined ? undefined : this.#plan.byKey.get(at.key);
    const column = at?.column === undefined ? undefined : plan?.columns.find(({ key }) => key === at.column);
    if (
      at === undefined ||
      plan === undefined ||
      (at.row !== undefined && plan.field.kind !== 'rows') ||
      (at.column !== undefined && column === undefined)
    ) {
      throw raise('FORM_PATH_UNKNOWN', { formId: this.document.id, path });
    }
    return { plan, ...(at.row === undefined ? {} : { row: at.row }), ...(column === undefined ? {} : { column }) };
  }

  #rawRows(plan: FieldPlan): readonly Json[] {
    const raw = this.#reckoning.rawAt(plan.index);
    return Array.isArray(raw) ? raw : [];
  }
}

function byPath(reckoning: Reckoning, index: number): Map<string, FieldVerdict> {
  const verdicts = new Map<string, FieldVerdict>();
  for (const verdict of verdictsOf(reckoning, index)) verdicts.set(verdict.path, verdict);
  return verdicts;
}

function sameVerdict(a: FieldVerdict, b: FieldVerdict): boolean {
  return a === b || sameJson(a as unknown as Json, b as unknown as Json);
}

/** `r1`, `r2` … one more than the highest so far. */
function nextRowId(rows: readonly Json[]): string {
  const highest = rows.reduce((most: number, row) => {
    const match = isJsonObject(row) && typeof row['rowId'] === 'string' ? /^r(\d{1,9})$/.exec(row['rowId']) : null;
    return match === null ? most : Math.max(most, Number(match[1]));
  }, 0);
  return `r${highest + 1}`;
}
