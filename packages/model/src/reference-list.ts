/**
 * Reference lists: industry codes, item lists, departments, as rows of data that tables, forms and flows read by name
 * (`lists.industries`). They lie beside the measure as CSV and are part of its release, so a case keeps the edition it started under.
 */
import type { JsonObject } from './json.ts';

/** The rows of a list, by their headings. */
export type ReferenceList = readonly ReferenceRow[];

/** A row: texts by heading, and the days from and to which it holds, where it says so. */
export interface ReferenceRow {
  readonly cells: JsonObject;
  /** First day, `YYYY-MM-DD`. */
  readonly validFrom?: string;
  /** Last day, `YYYY-MM-DD`. */
  readonly validTo?: string;
}

/** What stands in the rows of `list` that hold on `day`, `YYYY-MM-DD`: the list as FEEL reads it. */
export function cellsOn(list: ReferenceList, day: string): readonly JsonObject[] {
  return list.filter(({ validFrom, validTo }) => (validFrom ?? day) <= day && day <= (validTo ?? day)).map(({ cells }) => cells);
}
