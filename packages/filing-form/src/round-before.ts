/** What stood in the form before the present round, of what changed since and of what is being typed over now. */
import { type FormValues, isJsonObject, type Json, type JsonObject, type ValueChange } from '@tongban/model';

/** See the module comment. Cells are found by the id of their row, wherever it stands now. */
export class RoundBefore {
  readonly #values = new Map<string, Json>();
  readonly #rows = new Map<string, Map<string, JsonObject>>();
  readonly #gone = new Map<string, JsonObject[]>();

  /** `filed` is what is on file, as `changes` left it. */
  constructor(changes: readonly ValueChange[], filed: FormValues) {
    for (const [key, value] of Object.entries(filed)) {
      this.#values.set(key, value);
      if (Array.isArray(value)) this.#rows.set(key, new Map(value.flatMap((row: Json) => (isRow(row) ? [[row.rowId, row]] : []))));
    }
    for (const { path, before } of changes) {
      const [, key = '', at, column] = /^([^[\].]+)(?:\[(\d+)\](?:\.([^[\].]+))?)?$/.exec(path) ?? [];
      const row = at === undefined ? null : rowAt(filed[key], Number(at));
      if (at === undefined) this.#values.set(key, before);
      else if (column === undefined && isRow(before)) this.#gone.set(key, [...(this.#gone.get(key) ?? []), before]);
      else if (isRow(row) && column === undefined) this.#rows.get(key)?.delete(row.rowId);
      else if (isRow(row) && column !== undefined)
        this.#rows.get(key)?.set(row.rowId, { ...this.#rows.get(key)?.get(row.rowId), [column]: before });
    }
  }

  /** The value of a field then. */
  valueAt(key: string): Json {
    return this.#values.get(key) ?? null;
  }

  /** The values of a row then; undefined when it is new. */
  rowAt(key: string, rowId: string): JsonObject | undefined {
    return this.#rows.get(key)?.get(rowId);
  }

  /** The rows of then that are no more. */
  goneFrom(key: string, rowIds: ReadonlySet<string>): readonly JsonObject[] {
    const removedNow = [...(this.#rows.get(key) ?? [])].flatMap(([rowId, row]) => (rowIds.has(rowId) ? [] : [row]));
    return [...(this.#gone.get(key) ?? []), ...removedNow];
  }
}

function isRow(value: Json | undefined): value is JsonObject & { readonly rowId: string } {
  return value !== undefined && isJsonObject(value) && typeof value['rowId'] === 'string';
}

function rowAt(rows: Json | undefined, at: number): Json | undefined {
  return Array.isArray(rows) ? (rows as readonly Json[])[at] : undefined;
}
