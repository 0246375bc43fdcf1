/**
 * A form being filled in, without a page: Formily's form model for what belongs to the page (which field was visited, changed,
 * has shown its errors), and one session of `@tongban/form` for every verdict. Formily never decides: its validators answer with what
 * the session says, and its input effects hand every value on.
 *
 * Formily sees fields by position (`f3`), rows by number (`f3.r2`) and never by the names that people gave them, so nothing in a
 * document can be read as one of its path patterns, as `__proto__`, or as an expression.
 */
import { createForm, type Field, type Form, onFieldInputValueChange } from '@formily/core';
import { type FieldPlace, type FieldVerdict, type FormContext, type FormSession, startSession, walkFields } from '@tongban/form';
import {
  type CompiledForm,
  type FormDocument,
  type FormField,
  type FormValues,
  isJsonObject,
  type Json,
  type Locale,
  type Problem,
  type RowsField,
  textIn,
} from '@tongban/model';
import { keysIn, stepsOf } from './form-steps.ts';
import { Watched } from './watched.ts';

/** What a Formily field carries for its view. */
export interface FieldData {
  readonly verdict: FieldVerdict;
  /** The value as it was typed, valid or not. */
  readonly value: Json;
  /** Problems that came from outside, until the value changes. */
  readonly told: readonly Problem[];
}

/** One row of a repeating field, for its view. */
export interface RowPlace {
  readonly rowId: string;
  /** Stands for the row in element ids, whatever its position. */
  readonly address: string;
  readonly at: number;
}

/** A field and the place of its value. */
interface Spot {
  readonly place: FieldPlace;
  readonly rowId?: string;
}

/** A form being filled in. */
export class FilingModel {
  readonly compiled: CompiledForm;
  readonly document: FormDocument;
  readonly session: FormSession;
  /** Formily's own; each row of a table has one of its own (see {@link #createRow}). */
  readonly form: Form;
  /** Grows when fields come or go. */
  readonly shape: Watched<number> = new Watched(0);
  /** What the summary on top shows; undefined while it was not asked for. */
  readonly summary: Watched<readonly Problem[] | undefined> = new Watched<readonly Problem[] | undefined>(undefined);
  /** The step at hand, of a form in steps. */
  readonly step: Watched<number> = new Watched(0);
  /** Calls for the focus: on the summary. */
  readonly asked: Watched<number> = new Watched(0);
  /** The address of the row at hand: it is drawn also where it is out of sight. */
  readonly rowAtHand: Watched<string | undefined> = new Watched<string | undefined>(undefined);

  readonly #places: readonly FieldPlace[];
  readonly #addresses = new Map<string, string>();
  readonly #fields = new Map<string, Field>();
  readonly #spots = new Map<string, Spot>();
  readonly #rowAddresses = new Map<string, Map<string, string>>();
  readonly #rowIds = new Map<string, string>();
  readonly #rowForms = new Map<string, Form>();
  readonly #columns: ReadonlyMap<string, readonly FieldPlace[]>;
  readonly #positions = new Map<string, Map<string, number>>();
  /** The rows of each table, in order. */
  readonly #order = new Map<string, readonly RowPlace[]>();
  readonly #listeners = new Set<(path: string | undefined) => void>();
  #told = new Map<string, Problem[]>();
  #elsewhere: readonly Problem[] = [];
  #rowCount = 0;
  #resetting = false;
  /** Whether a submission was tried: from then on empty fields are asked for too. */
  #judging = false;
  /** Keys of fields that were asked for by leaving their step. */
  readonly #judged = new Set<string>();
  #initial: FormValues;
  #before: string;

  constructor(compiled: CompiledForm, values: FormValues, context: FormContext) {
    this.compiled = compiled;
    this.document = compiled.document;
    this.#initial = values;
    this.session = startSession(compiled, values, context);
    this.#places = walkFields(compiled.document);
    this.#columns = columnsOf(this.#places);
    this.form = this.#createForm();
    let count = 0;
    for (const place of this.#places) {
      if (place.rows !== undefined) continue;
      const address = `f${count++}`;
      this.#addresses.set(place.field.key, address);
      this.#create(this.form, address, { place });
      if (place.field.kind === 'rows') this.#placeRows(place.field);
    }
    this.#openFirstRows();
    this.#before = this.#snapshot();
    this.session.subscribe((changed) => this.#follow(changed));
  }

  /** The Formily field at a key of the form. */
  field(key: string): Field {
    return this.#fields.get(this.#addresses.get(key) as string) as Field;
  }

  /** The Formily field of a row's cell. It is made when it is asked for first: only what is drawn or typed into needs one. */
  cell(row: RowPlace, column: number): Field {
    const address = `${row.address}.c${column}`;
    return this.#fields.get(address) ?? this.#createCell(address);
  }

  /** The rows of a repeating field, in order; the same list until they change. */
  rows(key: string): readonly RowPlace[] {
    return this.#order.get(key) ?? [];
  }

  /** What a view of `field` shows; reading it in an observer follows it. */
  dataOf(field: Field): FieldData {
    return field.data as FieldData;
  }

  /** Where the value of `field` stands now. */
  pathOf(field: Field): string {
    return this.#pathAt(field.address.toString());
  }

  #pathAt(address: string): string {
    const { place, rowId } = this.#spots.get(address) as Spot;
    if (place.rows === undefined || rowId === undefined) return place.field.key;
    return `${place.rows.key}[${this.#positions.get(place.rows.key)?.get(rowId) ?? 0}].${place.field.key}`;
  }

  /** The problems to be said beside `field` now: none before it was left or a submission was tried. */
  shownProblems(field: Field): readonly Problem[] {
    const { verdict, told } = this.dataOf(field);
    return field.selfErrors.length > 0 ? [...verdict.problems, ...told] : told;
  }

  /** The label of the field at a key of the form. */
  labelOf(key: string, locale: Locale): string {
    return textIn(this.#spots.get(this.#addresses.get(key) ?? '')?.place.field.label, locale);
  }

  /** Whether the field is on the page. */
  isVisible(key: string): boolean {
    return this.session.verdictOf(key)?.visible === true;
  }

  /** Sets a value as if it had been typed. */
  set(path: string, value: Json): void {
    const address = this.#addressAt(path);
    if (address === undefined) {
      this.session.set(path, value);
      return;
    }
    const field = this.#fields.get(address) ?? this.#createCell(address);
    // a whole table is not typed: inside of an input Formily holds back the reactions of every cell made, and searches them for each
    if (this.#spots.get(address)?.place.field.kind === 'rows') this.#put(field, value);
    else void field.onInput(value);
  }

  addRow(key: string): RowPlace {
    const rowId = this.session.addRow(key);
    this.#tell(key);
    return this.rows(key).find((row) => row.rowId === rowId) as RowPlace;
  }

  removeRow(key: string, rowId: string): void {
    this.session.removeRow(key, rowId);
    this.#tell(key);
  }

  moveRow(key: string, rowId: string, to: number): void {
    this.session.moveRow(key, rowId, to);
    this.#tell(key);
  }

  problems(): readonly Problem[] {
    return [...this.session.problems(), ...[...this.#told.values()].flat(), ...this.#elsewhere];
  }

  /** Shows what is wrong, everywhere. */
  validate(): readonly Problem[] {
    this.#judging = true;
    for (const form of [this.form, ...this.#rowForms.values()]) void form.validate().catch(() => undefined);
    return this.#showSummary();
  }

  /** Shows what is wrong in these fields; answers the address of the first that is. */
  judge(fields: readonly FormField[]): string | undefined {
    const keys = new Set(keysIn(fields));
    for (const key of keys) this.#judged.add(key);
    for (const [address, field] of this.#fields) {
      const { place } = this.#spots.get(address) as Spot;
      if (keys.has(place.rows?.key ?? place.field.key)) void field.validate().catch(() => undefined);
    }
    const isWrong = (path: string): boolean => keys.has(keyOf(path)) && this.session.verdictOf(path)?.problems.length !== 0;
    const first = this.session.paths().find(isWrong);
    return first === undefined ? undefined : this.addressOf(first);
  }

  /** Sees to it that the field at an address is drawn: goes to its step, takes its row at hand. */
  bringOut(address: string): void {
    const [head = '', row] = address.split('.');
    if (row !== undefined) this.rowAtHand.set(`${head}.${row}`);
    if (this.document.steps !== true) return;
    const key = this.#spots.get(head)?.place.field.key;
    const steps = stepsOf(this.document).filter(({ fields }) => fields.some((field) => this.isVisible(field.key)));
    const at = steps.findIndex(({ keys }) => key !== undefined && keys.has(key));
    if (at >= 0) this.step.set(at);
  }

  /** Shows problems that came from outside beside their fields, and in the summary. */
  showProblems(problems: readonly Problem[]): void {
    this.#told = new Map();
    const elsewhere: Problem[] = [];
    for (const problem of problems) {
      const path = this.#pathOfProblem(problem);
      if (path === undefined) elsewhere.push(problem);
      else this.#told.set(path, [...(this.#told.get(path) ?? []), problem]);
    }
    this.#elsewhere = elsewhere;
    for (const field of this.#fields.values()) this.#refresh(field);
    this.#showSummary();
  }

  /** The address, in element ids, of the field at a path or of a problem. */
  addressOf(path: string): string | undefined {
    return this.#addressAt(path) ?? this.#addresses.get(keyOf(path));
  }

  /** Where a problem stands; undefined when it is of the form as a whole. */
  pathOfProblem(problem: Problem): string | undefined {
    return this.#pathOfProblem(problem);
  }

  isDirty(): boolean {
    return this.#snapshot() !== this.#before;
  }

  /** Takes other values or another situation. */
  reset(change: { readonly values?: FormValues; readonly context?: FormContext }): void {
    const fresh = change.values !== undefined;
    if (fresh) {
      this.#initial = change.values as FormValues;
      this.#told = new Map();
      this.#elsewhere = [];
      this.#judging = false;
      this.#judged.clear();
    }
    this.#resetting = true;
    this.session.reset(change);
    this.#resetting = false;
    for (const { field } of this.#places) if (field.kind === 'rows' && this.#addresses.has(field.key)) this.#placeRows(field);
    for (const field of this.#fields.values()) {
      this.#refresh(field);
      if (!fresh) continue;
      field.setFeedback({ type: 'error', messages: [] });
      field.setState((state) => {
        state.selfModified = false;
        state.visited = false;
      });
    }
    if (fresh) {
      this.#openFirstRows();
      this.summary.set(undefined);
      this.#before = this.#snapshot();
    } else this.#renewSummary();
    this.shape.set(this.shape.get() + 1);
    this.#tell(undefined);
  }

  /** Takes `values` as handed in. Answers false, and does nothing, when they are not what stands in the form already. */
  keep(values: FormValues): boolean {
    if (this.#snapshot(values) !== this.#snapshot()) return false;
    this.#initial = values;
    this.#before = this.#snapshot();
    return true;
  }

  /** Back to the values handed in last. */
  restore(): void {
    this.reset({ values: this.#initial });
  }

  /** Calls `listener` after a change by a person, with its path, or without one after a reset. */
  subscribe(listener: (path: string | undefined) => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  // Values: page → session

  #take(field: Field): void {
    this.#put(field, field.inputValue as Json);
  }

  #put(field: Field, value: Json): void {
    const path = this.pathOf(field);
    this.#told.delete(path);
    this.session.set(path, value);
    this.#refresh(field);
    this.#tell(path);
  }

  // Verdicts: session → page

  #follow(changed: readonly string[]): void {
    if (this.#resetting) return;
    let shape = false;
    const placed = new Map<string, boolean>();
    for (const path of changed) {
      const key = keyOf(path);
      const rows = this.#spots.get(this.#addresses.get(key) ?? '')?.place.field;
      // once for a table: a change may name each of its cells
      if (rows?.kind === 'rows' && !placed.has(key)) placed.set(key, this.#placeRows(rows));
      if (placed.get(key) === true) shape = true;
      else {
        const field = this.#fieldAt(path);
        if (field !== undefined && this.#refresh(field)) shape = true;
      }
    }
    if (shape) this.shape.set(this.shape.get() + 1);
    this.#renewSummary();
  }

  /** Gives the field its verdict anew; answers whether it came or went. */
  #refresh(field: Field): boolean {
    const data = this.#dataAt(this.pathOf(field));
    const before = field.data as FieldData | undefined;
    if (data === undefined) return false;
    const { verdict, told, value } = data;
    if (before?.verdict === verdict && before.told === told && before.value === value) return false;
    field.setData(data);
    if (before?.verdict.visible !== verdict.visible) field.setDisplay(displayOf(data));
    if (before?.verdict.readOnly !== verdict.readOnly) field.setPattern(patternOf(data));
    if (before !== undefined && field.selfErrors.length > 0) void field.validate().catch(() => undefined);
    return before?.verdict.visible !== verdict.visible;
  }

  #dataAt(path: string): FieldData | undefined {
    const verdict = this.session.verdictOf(path);
    return verdict && { verdict, told: this.#told.get(path) ?? NONE, value: this.session.get(path) };
  }

  /** Makes fields for new rows, forgets those of removed ones; answers whether the rows changed. */
  #placeRows(rows: RowsField): boolean {
    const raw = this.session.get(rows.key);
    const ids = (Array.isArray(raw) ? (raw as readonly Json[]) : []).flatMap((row) =>
      isJsonObject(row) && typeof row['rowId'] === 'string' ? [row['rowId']] : [],
    );
    const before = this.rows(rows.key);
    const same = before.length === ids.length && ids.every((id, at) => before[at]?.rowId === id);
    const known = this.#rowAddresses.get(rows.key) ?? new Map<string, string>();
    this.#rowAddresses.set(rows.key, known);
    const head = this.field(rows.key);
    if (!same) {
      const positions = new Map(ids.map((id, at) => [id, at]));
      this.#positions.set(rows.key, positions);
      for (const [rowId, address] of known) {
        if (positions.has(rowId)) continue;
        known.delete(rowId);
        this.#rowIds.delete(address);
        rows.columns.forEach((_, column) => {
          this.#fields.delete(`${address}.c${column}`);
          this.#spots.delete(`${address}.c${column}`);
        });
        this.#rowForms.get(address)?.clearFormGraph('*', false);
        this.#rowForms.delete(address);
      }
      const places = ids.map((rowId, at) => {
        const address = known.get(rowId) ?? `${head.address.toString()}.r${this.#rowCount++}`;
        known.set(rowId, address);
        this.#rowIds.set(address, rowId);
        return { rowId, at, address };
      });
      this.#order.set(rows.key, places);
      for (const address of known.values()) {
        for (const field of this.#cellsOf(rows, address)) this.#refresh(field);
      }
    }
    this.#refresh(head);
    return !same;
  }

  /**
   * A Formily form for each row: in one form, Formily goes through what it knows of every other field for each field that is made,
   * so that a table of a thousand rows would cost a thousand times a thousand.
   */
  #createCell(address: string): Field {
    const [head = '', row = '', column = ''] = address.split('.');
    const rowAddress = `${head}.${row}`;
    const { key } = (this.#spots.get(head) as Spot).place.field;
    const place = this.#columns.get(key)?.[Number(column.slice(1))] as FieldPlace;
    const form = this.#rowForms.get(rowAddress) ?? this.#createForm();
    this.#rowForms.set(rowAddress, form);
    const field = this.#create(form, address, { place, rowId: this.#rowIds.get(rowAddress) as string });
    // what was asked for before it was drawn
    if (this.#verdictCode(field) !== '') void field.validate().catch(() => undefined);
    return field;
  }

  /**
   * It does not watch its values, which are ours: Formily tells every change of any form to all forms that watch, and holds those for ever,
   * with the page around them.
   */
  #createForm(): Form {
    const form = createForm({ effects: () => onFieldInputValueChange('*', (field) => this.#take(field as Field)) });
    for (const dispose of form.disposers.splice(0)) dispose();
    return form;
  }

  #cellsOf(rows: RowsField, address: string): readonly Field[] {
    return rows.columns.flatMap((_, column) => this.#fields.get(`${address}.c${column}`) ?? []);
  }

  #create(form: Form, address: string, spot: Spot): Field {
    this.#spots.set(address, spot);
    const data = this.#dataAt(this.#pathAt(address));
    const field = form.createField({
      name: address,
      ...(data === undefined ? {} : { data, display: displayOf(data), pattern: patternOf(data) }),
      validator: { triggerType: 'onBlur', validator: () => (this.#isAsked(spot, field) ? this.#verdictCode(field) : '') },
    }) as Field;
    this.#fields.set(address, field);
    return field;
  }

  #isAsked({ place }: Spot, field: Field): boolean {
    return this.#judging || field.selfModified || this.#judged.has(place.rows?.key ?? place.field.key);
  }

  #verdictCode(field: Field): string {
    return this.dataOf(field).verdict.problems[0]?.code ?? '';
  }

  /** The field at a path, where it was made. */
  #fieldAt(path: string): Field | undefined {
    return this.#fields.get(this.#addressAt(path) ?? '');
  }

  #addressAt(path: string): string | undefined {
    const match = /^([^[\].]+)(?:\[(\d+)\]\.([^[\].]+))?$/.exec(path);
    if (match === null) return undefined;
    const [, key = '', at, column] = match;
    if (at === undefined || column === undefined) return this.#addresses.get(key);
    const row = this.rows(key)[Number(at)];
    const index = (this.#columns.get(key) ?? []).findIndex(({ field }) => field.key === column);
    return row === undefined || index < 0 ? undefined : `${row.address}.c${index}`;
  }

  /** A table that asks for rows begins with them, as the paper form does. */
  #openFirstRows(): void {
    for (const { field } of this.#places) {
      if (field.kind !== 'rows' || !this.#addresses.has(field.key)) continue;
      const verdict = this.session.verdictOf(field.key);
      const missing = (field.minRows ?? 0) - (this.#positions.get(field.key)?.size ?? 0);
      if (verdict?.addable !== true || !verdict.visible) continue;
      for (let count = 0; count < Math.min(missing, 10); count++) this.session.addRow(field.key);
      this.#placeRows(field);
    }
  }

  #pathOfProblem({ place, details }: Problem): string | undefined {
    const path = details['path'];
    if (typeof path === 'string' && this.#addressAt(path) !== undefined) return path;
    if (typeof path === 'string' && this.#addresses.has(keyOf(path))) return keyOf(path);
    const found = this.#places.find(({ accessId }) => accessId === place.elementId);
    return found === undefined ? undefined : (found.rows?.key ?? found.field.key);
  }

  #showSummary(): readonly Problem[] {
    const problems = this.problems();
    this.summary.set(problems.length === 0 ? undefined : problems);
    if (problems.length > 0) this.asked.set(this.asked.get() + 1);
    return problems;
  }

  #renewSummary(): void {
    if (this.summary.get() === undefined) return;
    const problems = this.problems();
    this.summary.set(problems.length === 0 ? undefined : problems);
  }

  #tell(path: string | undefined): void {
    for (const listener of [...this.#listeners]) listener(path);
  }

  #snapshot(values?: FormValues): string {
    const typed = this.#places.flatMap(({ field, rows }) => {
      if (rows !== undefined || field.computed !== undefined) return [];
      const value = values === undefined ? this.session.get(field.key) : values[field.key];
      return isEmpty(value) ? [] : [[field.key, value as Json]];
    });
    return JSON.stringify(typed, sortedAndFilled);
  }
}

/** The key of the form under which the value at a path stands. */
function keyOf(path: string): string {
  return /^[^[\].]+/.exec(path)?.[0] ?? path;
}

/** For `JSON.stringify`: objects with their keys in order and without what is empty, so that equal values give equal text. */
function sortedAndFilled(_key: string, value: Json): Json {
  if (!isJsonObject(value)) return value;
  const entries = Object.entries(value).filter(([, entry]) => !isEmpty(entry));
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function isEmpty(value: Json | undefined): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

/** Formily's `none` would delete the value: what is hidden for a moment is not lost. */
function displayOf({ verdict }: FieldData): 'visible' | 'hidden' {
  return verdict.visible ? 'visible' : 'hidden';
}

function patternOf({ verdict }: FieldData): 'readPretty' | 'editable' {
  return verdict.readOnly ? 'readPretty' : 'editable';
}

/** The places of the columns of each repeating field, by its key. */
function columnsOf(places: readonly FieldPlace[]): ReadonlyMap<string, readonly FieldPlace[]> {
  const tables = places.flatMap(({ field }) => (field.kind === 'rows' ? [field] : []));
  const placeOf = (table: RowsField, column: FormField) => places.filter(({ rows, field }) => rows === table && field === column);
  return new Map(tables.map((table) => [table.key, table.columns.flatMap((column) => placeOf(table, column))]));
}

const NONE: readonly Problem[] = [];
