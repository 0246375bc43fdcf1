/** What people call a part: a line without a name is told by where it begins and leads. */
import type { Part, Parts } from '../parts/part.ts';

/** The name of `part` among `parts`. */
export function lineName({ id, name, properties }: Part, parts: Parts): string {
  const { sourceRef, targetRef } = properties;
  if (name !== '' || typeof sourceRef !== 'string' || typeof targetRef !== 'string') return name === '' ? id : name;
  const [from, to] = [sourceRef, targetRef].map((key) => parts.get(key)?.name || key);
  return `${from} → ${to}`;
}
