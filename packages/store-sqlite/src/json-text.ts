/** JSON in text columns. */
import type { SqliteValue } from './driver.ts';

/** The value of a JSON column that this store wrote. */
export function fromJson<T>(column: SqliteValue | undefined): T {
  return JSON.parse(column as string) as T;
}
