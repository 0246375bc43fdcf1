/** Where a value stands in a form: `projectName`, `contacts[0]`, `contacts[0].name`. */

/** The parts of a path. */
export interface ValuePath {
  readonly key: string;
  readonly row?: number;
  readonly column?: string;
}

/** Reads a path; undefined when it is none. */
export function parsePath(path: string): ValuePath | undefined {
  const match = /^([^[\].]+)(?:\[(\d{1,6})\](?:\.([^[\].]+))?)?$/.exec(path);
  if (match === null) return undefined;
  const [, key = '', row, column] = match;
  return { key, ...(row === undefined ? {} : { row: Number(row) }), ...(column === undefined ? {} : { column }) };
}
