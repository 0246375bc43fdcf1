/** Puts copies of several fields behind them, with ids and keys of their own, in one step. What they read of each other, the copies read of each other. */
import type { FormDocument } from '@tongban/model';
import type { DesignCommand } from '../design-command.ts';
import { outermost, siblingsIn } from '../field-tree.ts';
import { newFields } from '../new-field.ts';
import { addField } from './add-field.ts';
import { together } from './together.ts';

/** See the module comment. `undefined` when the form has none of them, or they do not stand side by side in one place. */
export function duplicateFields(form: FormDocument, ids: readonly string[]): DesignCommand | undefined {
  const placed = outermost(form, ids);
  const parents = [...new Set(placed.map(({ parentId }) => parentId))];
  const made: string[] = [];
  const edits = parents.map((parentId) => (now: FormDocument) => {
    const originals = placed.filter((each) => each.parentId === parentId).map(({ field }) => field);
    const behind = siblingsIn(now, parentId).findIndex(({ id }) => id === originals.at(-1)?.id) + 1;
    const copies = newFields(now, parentId, originals);
    made.push(...copies.map(({ id }) => id));
    return together(
      now,
      { kind: 'duplicateFields', subject: '' },
      copies.map((copy, at) => () => addField({ parentId, index: behind + at }, copy)),
    );
  });
  const all = together(form, { kind: 'duplicateFields', subject: '', subjectsBefore: placed.map(({ field }) => field.id) }, edits);
  return all && { ...all, subject: made[0] ?? '', subjects: made };
}
