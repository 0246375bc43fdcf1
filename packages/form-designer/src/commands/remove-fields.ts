/** Takes several fields out with all they hold, in one step; reverting puts each back where it was. */
import type { FormDocument } from '@tongban/model';
import type { DesignCommand } from '../design-command.ts';
import { outermost, siblingsIn } from '../field-tree.ts';
import { removeField } from './remove-field.ts';
import { together } from './together.ts';

/** See the module comment. `undefined` when the form has none of them. */
export function removeFields(form: FormDocument, ids: readonly string[]): DesignCommand | undefined {
  const placed = outermost(form, ids);
  const last = placed.at(-1);
  if (last === undefined) return undefined;
  const gone = new Set(placed.map(({ field }) => field.id));
  const siblings = siblingsIn(form, last.parentId);
  const stays = ({ id }: { readonly id: string }): boolean => !gone.has(id);
  const next = siblings.slice(last.index).find(stays) ?? siblings.slice(0, last.index).filter(stays).at(-1);
  return together(
    form,
    { kind: 'removeFields', subject: next?.id ?? last.parentId ?? '', subjectsBefore: [...gone] },
    placed.map(
      ({ field }) =>
        (now) =>
          removeField(now, field.id),
    ),
  );
}
