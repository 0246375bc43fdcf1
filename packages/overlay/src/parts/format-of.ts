/** Which format a file has, by its name. */

import { same } from '../same-value.ts';
import { flowParts } from './flow-parts.ts';
import { jsonParts, manifestParts } from './json-parts.ts';
import type { PartFormat } from './part.ts';
import { rowParts } from './row-parts.ts';
import { columnsIn, tableRowParts, wholeTableParts } from './table-parts.ts';

export const MANIFEST = 'measure.json';

/** The format of `path` in which these versions can be compared; nothing for files that are compared as a whole. */
export function formatOf(path: string, versions: readonly string[]): PartFormat | undefined {
  if (path === MANIFEST) return manifestParts;
  if (path.endsWith('.json')) return jsonParts;
  if (path.endsWith('.bpmn')) return flowParts;
  if (path.endsWith('.csv')) return rowParts;
  return path.endsWith('.dmn') ? tableFormat(versions) : undefined;
}

function tableFormat(versions: readonly string[]): PartFormat {
  const [first, ...others] = versions.map((text) => tableRowParts.read(text));
  const fits = first !== undefined && others.every((parts) => parts !== undefined && same(columnsIn(first), columnsIn(parts)));
  return fits ? tableRowParts : wholeTableParts;
}
