/** The reference lists of a release as FEEL reads them on a day: `lists.industries` is the list of rows that hold. */
import { cellsOn, type JsonObject, type ReferenceList } from '@tongban/model';

/** The lists on a day, `YYYY-MM-DD`. */
export type ListsOn = (day: string) => JsonObject;

/** The lists of a release, by day; the last day asked for is remembered. */
export function referenceLists(lists: Readonly<Record<string, ReferenceList>>): ListsOn {
  let known: { readonly day: string; readonly value: JsonObject } | undefined;
  return (day) => {
    if (known?.day !== day) {
      const entries = Object.entries(lists).map(([id, rows]) => [id, cellsOn(rows, day)]);
      known = { day, value: Object.fromEntries(entries) as JsonObject };
    }
    return known.value;
  };
}
