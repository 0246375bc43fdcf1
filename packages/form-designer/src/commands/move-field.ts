/** Moves a field to another place, also into or out of a section or rows; reverting moves it back. */
import type { FormDocument } from '@tongban/model';
import type { DesignCommand } from '../design-command.ts';
import { type FieldSpot, findField, insertField, mayStandIn, withoutField } from '../field-tree.ts';

/** See the module comment. `to` counts the places that are there while the field is still where it was. `undefined` when nothing would move. */
export function moveField(form: FormDocument, id: string, to: FieldSpot): DesignCommand | undefined {
  const placed = findField(form, id);
  if (placed === undefined || !mayStandIn(form, to.parentId, placed.field)) return undefined;
  const { field, parentId, index } = placed;
  const sameList = parentId === to.parentId;
  const target = { parentId: to.parentId, index: sameList && to.index > index ? to.index - 1 : to.index };
  if (sameList && target.index === index) return undefined;
  return {
    kind: 'moveField',
    subject: field.id,
    execute: (now) => insertField(withoutField(now, field.id), target, field),
    revert: (now) => insertField(withoutField(now, field.id), { parentId, index }, field),
  };
}
