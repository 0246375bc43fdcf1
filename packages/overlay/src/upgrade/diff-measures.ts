/** What differs between two versions of a measure, over all its files, part by part. */
import type { Json, MeasureSources } from '@tongban/model';
import { formatOf } from '../parts/format-of.ts';
import type { Part, PartFormat, Parts } from '../parts/part.ts';
import { shownName } from '../parts/xml-properties.ts';
import { differences, type PropertyChange } from '../same-value.ts';
import { lineName } from './line-name.ts';

/** One difference. */
export interface MeasureChange {
  readonly kind: 'added' | 'removed' | 'changed' | 'moved';
  readonly file: string;
  /** The part; empty for the file itself. */
  readonly partId: string;
  /** Kind of element or field, or the list it stands in; `file` for a whole file. */
  readonly element: string;
  /** What it is called after the change; of what was removed, before. */
  readonly name: string;
  /** Of `changed`: in the order of their names. Empty for a file that is compared as a whole. */
  readonly properties: readonly PropertyChange[];
}

/** The differences from `before` to `after`, file by file: what was changed or added in the order of `after`, then what was removed. */
export function diffMeasures(before: MeasureSources, after: MeasureSources): readonly MeasureChange[] {
  const paths = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return paths.flatMap((path) => fileChanges(path, before[path], after[path]));
}

function fileChanges(file: string, before: string | undefined, after: string | undefined): readonly MeasureChange[] {
  const whole = { file, partId: '', element: 'file', name: file, properties: [] } as const;
  if (before === after) return [];
  if (before === undefined) return [{ ...whole, kind: 'added' }];
  if (after === undefined) return [{ ...whole, kind: 'removed' }];
  const format = formatOf(file, [before, after]);
  const [old, now] = [format?.read(before), format?.read(after)];
  if (format === undefined || old === undefined || now === undefined) return [{ ...whole, kind: 'changed' }];
  return partChanges(file, format, old, now);
}

function partChanges(file: string, format: PartFormat, old: Parts, now: Parts): readonly MeasureChange[] {
  const factsOf = (part: Part, parts: Parts) => ({
    ...{ file, partId: part.id, element: part.kind.replace(/^bpmn:/, '') },
    name: part.key === '' ? part.name || file : lineName(part, parts),
  });
  const there = [...now.values()].flatMap((part): readonly MeasureChange[] => {
    const other = old.get(part.key);
    if (other === undefined) return [{ ...factsOf(part, now), kind: 'added', properties: [] }];
    const all = differences(meant(other), meant(part));
    const properties = all.filter(({ property }) => format.quiet?.has(property) !== true);
    const shown = properties.map((change) => ({ ...change, property: shownName(change.property) }));
    if (shown.length > 0) return [{ ...factsOf(part, now), kind: 'changed', properties: shown }];
    return all.length === 0 && other.parent === part.parent ? [] : [{ ...factsOf(part, now), kind: 'moved', properties: [] }];
  });
  const gone = [...old.values()].filter(({ key }) => !now.has(key));
  return [...there, ...gone.map((part): MeasureChange => ({ ...factsOf(part, old), kind: 'removed', properties: [] }))];
}

function meant({ kind, properties }: Part): Readonly<Record<string, Json>> {
  return kind.startsWith('bpmn:') ? { ...properties, kind: kind.slice('bpmn:'.length) } : properties;
}
