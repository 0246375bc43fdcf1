/** Moves several fields to one place, where they stand side by side in their order; one step. */
import type { FormDocument } from '@tongban/model';
import type { DesignCommand } from '../design-command.ts';
import { type FieldSpot, mayStandIn, outermost, siblingsIn } from '../field-tree.ts';
import { moveField } from './move-field.ts';
import { together } from './together.ts';

/** See the module comment. `to` counts the places that are there before. `undefined` when nothing would move, or one of them may not stand there. */
export function moveFields(form: FormDocument, ids: readonly string[], to: FieldSpot): DesignCommand | undefined {
  const placed = outermost(form, ids);
  if (!placed.every(({ field }) => mayStandIn(form, to.parentId, field))) return undefined;
  const moved = new Set(placed.map(({ field }) => field.id));
  const anchor = siblingsIn(form, to.parentId)
    .slice(to.index)
    .find(({ id }) => !moved.has(id))?.id;
  const subjects = placed.map(({ field }) => field.id);
  return together(
    form,
    { kind: 'moveFields', subject: subjects[0] ?? '', subjects, subjectsBefore: subjects },
    subjects.map((id) => (now) => {
      const siblings = siblingsIn(now, to.parentId);
      const at = siblings.findIndex((each) => each.id === anchor);
      return moveField(now, id, { parentId: to.parentId, index: at < 0 ? siblings.length : at });
    }),
  );
}
