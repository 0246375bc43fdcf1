/** A step that one side took out and that stays all the same: the lines that this side drew past it are not drawn. */
import type { Parts } from '../parts/part.ts';
import type { Merging, Side } from './merge-parts.ts';

/** The keys of such lines. */
export function bypasses(keeper: ReadonlyMap<string, Side>, merging: Merging): ReadonlySet<string> {
  const found = [...keeper].flatMap(([key, side]) => {
    const { before, after } = neighbours(key, merging.base);
    const drawn = merging[side === 'ours' ? 'theirs' : 'ours'];
    return [...drawn.values()].filter(({ key: line, properties: { sourceRef, targetRef } }) => {
      return !merging.base.has(line) && before.has(sourceRef) && after.has(targetRef);
    });
  });
  return new Set(found.map(({ key }) => key));
}

function neighbours(key: string, base: Parts): { readonly before: ReadonlySet<unknown>; readonly after: ReadonlySet<unknown> } {
  const lines = [...base.values()].map(({ properties }) => properties);
  return {
    before: new Set(lines.filter(({ targetRef }) => targetRef === key).map(({ sourceRef }) => sourceRef)),
    after: new Set(lines.filter(({ sourceRef }) => sourceRef === key).map(({ targetRef }) => targetRef)),
  };
}
