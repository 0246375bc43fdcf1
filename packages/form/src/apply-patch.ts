/**
 * Takes over from a submission what its sender may write, and refuses the whole of it when something else was changed.
 * Absent values stay as they are, `null` empties them; computed values are never taken from the page.
 */
import type { FieldAccess, FormValues, Json, JsonObject, OpinionValue, Problem, SignatureValue } from '@tongban/model';
import { dayOn } from './calendar-day.ts';
import { FORM_LIMITS } from './form-limits.ts';
import type { FieldPlan, FormPlan } from './form-plan.ts';
import { problemAt, type ValueFault } from './form-problem.ts';
import type { FormContext, Patched } from './form-verdict.ts';
import { keptValues } from './kept-values.ts';
import { type ReadValue, readValue } from './read-value.ts';
import { Reckoning, type RowReckoning, readRows } from './reckoning.ts';
import { sameJson } from './same-json.ts';
import { readNames } from './validate-values.ts';

/** A patch in the making. */
interface Patch {
  readonly before: Reckoning;
  readonly context: FormContext;
  readonly problems: Problem[];
  /** What was changed, to be held against `readOnly` and ownership once all is in place: rows with their cells. */
  readonly changed: { readonly plan: FieldPlan; readonly rowId?: string; readonly column?: FieldPlan }[];
}

/** A value that the actor must not even compare. */
const HIDDEN: ReadValue & { readonly fault: ValueFault } = { value: null, fault: { code: 'FORM_FIELD_NOT_WRITABLE' } };
const HIDDEN_ROWS: ReturnType<typeof readRows> = { entries: [], faults: [HIDDEN.fault] };

/** `stored` with the changes of `submitted` that the actor may make. */
export function applyPatch(plan: FormPlan, stored: FormValues, submitted: unknown, context: FormContext): Patched {
  const { known, problems } = readNames(plan, submitted);
  const patch: Patch = { before: new Reckoning(plan, context, stored), context, problems: [...problems], changed: [] };
  const next: Record<string, Json> = { ...stored };
  for (const field of plan.fields) {
    if (!Object.hasOwn(known, field.key) || field.computed !== undefined) continue;
    const raw = known[field.key] as Json;
    const value = field.field.kind === 'rows' ? patchRows(patch, field, raw) : patchField(patch, field, stored[field.key] ?? null, raw);
    if (value !== undefined) next[field.key] = value;
  }
  const after = new Reckoning(plan, context, next);
  refuseReadOnly(patch, after);
  if (patch.problems.length > 0) return { ok: false, values: stored, problems: patch.problems };
  return { ok: true, values: keptValues(after, context.mode === 'submit'), problems: [] };
}

/** The new value of a field, or undefined when it stays. */
function patchField(patch: Patch, plan: FieldPlan, stored: Json, raw: Json): Json | undefined {
  const value = newValue(patch, plan, stored, raw, patch.before.access[plan.index] as FieldAccess, plan.key);
  if (value !== undefined) patch.changed.push({ plan });
  return value;
}

/** The new value at `path`, or undefined when it stays or is refused. */
function newValue(patch: Patch, plan: FieldPlan, stored: Json, raw: Json, access: FieldAccess, path: string): Json | undefined {
  // Whether a guess is right must not show: what is hidden is refused before it is compared.
  const { value, fault } = access === 'hidden' ? HIDDEN : readValue(plan.field, raw);
  if (fault !== undefined) {
    refuse(patch, fault, plan, path);
    return undefined;
  }
  const old = readValue(plan.field, stored).value;
  if (sameJson(value, old)) return undefined;
  if (access !== 'write') {
    refuse(patch, { code: 'FORM_FIELD_NOT_WRITABLE' }, plan, path);
    return undefined;
  }
  return stamped(plan, value, old, patch.context);
}

/**
 * Opinions carry who gave them and when, and so do signatures that are a click or a stroke of the actor; a page has no say in these. Seals and
 * signatures on paper name somebody else, and get a name and a day where they have none.
 */
function stamped(plan: FieldPlan, value: Json, old: Json, { actor, env }: FormContext): Json | undefined {
  if (value === null) return null;
  const { kind } = plan.field;
  if (kind === 'opinion') {
    const { choice, text } = value as unknown as OpinionValue;
    const given = old as unknown as OpinionValue | null;
    if (given !== null && given.choice === choice && given.text === text) return undefined;
    const department = actor?.department === undefined ? {} : { department: actor.department };
    const by = actor === undefined ? {} : { by: actor.id, byName: actor.name, ...department };
    return { choice, text, ...by, day: dayOn(env) };
  }
  if (kind === 'signature' || kind === 'seal') {
    const signature = value as unknown as SignatureValue;
    if (kind === 'signature' && (signature.method === 'confirmed' || signature.method === 'drawn') && actor !== undefined)
      return { ...(value as JsonObject), name: actor.name, day: dayOn(env) };
    return {
      ...(value as JsonObject),
      name: signature.name === '' ? (actor?.name ?? '') : signature.name,
      day: signature.day === '' ? dayOn(env) : signature.day,
    };
  }
  return value;
}

/** The new rows of a repeating field, or undefined when they stay. Rows are known by their `rowId`. */
function patchRows(patch: Patch, plan: FieldPlan, raw: Json): Json | undefined {
  const { before, changed } = patch;
  const { entries, faults } = before.access[plan.index] === 'hidden' ? HIDDEN_ROWS : readRows(plan, raw);
  for (const fault of faults) refuse(patch, fault, plan, plan.key);
  if (faults.length > 0 || plan.field.kind !== 'rows') return undefined;

  const { extensible = true, ownerKey } = plan.field;
  const mayExtend = before.access[plan.index] === 'write' && extensible;
  const old = before.rowsAt(plan.index);
  const byId = new Map(old.map((row) => [row.rowId, row]));
  const count = changed.length;
  const written = entries.map((entry, at) => {
    const row = byId.get(entry['rowId'] as string);
    return row === undefined ? newRow(patch, plan, entry, at, mayExtend) : changedRow(patch, plan, row, entry, at);
  });
  const sent = new Set(entries.map((entry) => entry['rowId']));
  const gone = mayExtend ? old.filter((row) => row.writable && !sent.has(row.rowId)) : [];
  if (gone.length > 0) changed.push({ plan });

  const ordered = mayExtend && ownerKey === undefined && plan.writableRow === undefined;
  const moved = ordered && written.some((row, at) => row['rowId'] !== old[at]?.rowId);
  if (changed.length === count && !moved) return undefined;
  if (moved && changed.length === count) changed.push({ plan });
  return ordered ? written : inOldOrder(old, written, gone);
}

/** The rows as they stood, with those written in their places, those gone left out, and new ones behind. */
function inOldOrder(old: readonly RowReckoning[], written: readonly JsonObject[], gone: readonly RowReckoning[]): Json {
  const byId = new Map(written.map((row) => [row['rowId'] as string, row]));
  const left = new Set(gone.map((row) => row.rowId));
  const kept = old.filter((row) => !left.has(row.rowId)).map((row) => byId.get(row.rowId) ?? row.raw);
  const known = new Set(old.map((row) => row.rowId));
  return [...kept, ...written.filter((row) => !known.has(row['rowId'] as string))];
}

function newRow(patch: Patch, plan: FieldPlan, entry: JsonObject, at: number, mayExtend: boolean): JsonObject {
  if (!mayExtend) {
    const extensible = plan.field.kind === 'rows' && plan.field.extensible !== false;
    refuse(patch, { code: extensible ? 'FORM_FIELD_NOT_WRITABLE' : 'FORM_ROWS_NOT_EXTENSIBLE' }, plan, plan.key);
    return entry;
  }
  const rowId = entry['rowId'] as string;
  patch.changed.push({ plan, rowId });
  return patchCells(patch, plan, { rowId }, entry, at, true);
}

function changedRow(patch: Patch, plan: FieldPlan, row: RowReckoning, entry: JsonObject, at: number): JsonObject {
  return patchCells(patch, plan, row.raw, entry, at, row.writable);
}

function patchCells(patch: Patch, plan: FieldPlan, stored: JsonObject, entry: JsonObject, at: number, rowWritable: boolean): JsonObject {
  const access = patch.before.columnAccessAt(plan.index);
  const cells: Record<string, Json> = {};
  for (const column of plan.columns) {
    if (!Object.hasOwn(entry, column.key) || column.computed !== undefined) continue;
    const granted = access[column.index] as FieldAccess;
    const old = Object.hasOwn(stored, column.key) ? (stored[column.key] as Json) : null;
    const value = newValue(
      patch,
      column,
      old,
      entry[column.key] as Json,
      granted === 'write' && !rowWritable ? 'read' : granted,
      `${plan.key}[${at}].${column.key}`,
    );
    if (value === undefined) continue;
    cells[column.key] = value;
    patch.changed.push({ plan, rowId: stored['rowId'] as string, column });
  }
  return Object.keys(cells).length === 0 ? stored : { ...stored, ...cells };
}

/** Refuses changes that `readOnly` forbids, and rows that are not (or no longer) the actor's own. */
function refuseReadOnly(patch: Patch, after: Reckoning): void {
  if (patch.changed.length === 0) return;
  const places = new Map<number, ReadonlyMap<string, number>>();
  const positionOf = (plan: FieldPlan, rowId: string): number | undefined => {
    const known = places.get(plan.index) ?? new Map(after.rowsAt(plan.index).map((row, at) => [row.rowId, at]));
    places.set(plan.index, known);
    return known.get(rowId);
  };
  for (const { plan, rowId, column } of patch.changed) {
    const whole = after.verdictAt(plan.index);
    const at = rowId === undefined ? undefined : positionOf(plan, rowId);
    if (rowId === undefined || at === undefined) {
      if (whole.readOnly) refuse(patch, { code: 'FORM_FIELD_NOT_WRITABLE' }, plan, plan.key);
    } else if (column === undefined) {
      if (!after.rowsAt(plan.index)[at]?.writable) refuse(patch, { code: 'FORM_FIELD_NOT_WRITABLE' }, plan, `${plan.key}[${at}]`);
    } else {
      const cell = after.rowVerdictsAt(plan.index, at)[column.index + 1];
      if (cell?.readOnly === true) refuse(patch, { code: 'FORM_FIELD_NOT_WRITABLE' }, column, cell.path);
    }
  }
}

function refuse(patch: Patch, fault: ValueFault, plan: FieldPlan, path: string): void {
  if (patch.problems.length < FORM_LIMITS.problems) patch.problems.push(problemAt(fault, plan.field, plan.accessId, path));
}
