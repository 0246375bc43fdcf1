import type { FormDocument } from '@tongban/model';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkKey } from './check-key.ts';
import { addField } from './commands/add-field.ts';
import { changeField } from './commands/change-field.ts';
import { changeForm } from './commands/change-form.ts';
import { duplicateFields } from './commands/duplicate-fields.ts';
import { groupFields } from './commands/group-fields.ts';
import { moveField } from './commands/move-field.ts';
import { moveFields } from './commands/move-fields.ts';
import { removeField } from './commands/remove-field.ts';
import { removeFields } from './commands/remove-fields.ts';
import { renameKey } from './commands/rename-key.ts';
import { ungroupFields } from './commands/ungroup-fields.ts';
import type { DesignCommand } from './design-command.ts';
import { DesignHistory } from './design-history.ts';
import { fieldsInside, mayStandIn, placedFields, siblingsIn } from './field-tree.ts';
import { compileDesign } from './form-problems.ts';
import { stepSpot } from './move-steps.ts';
import { newField } from './new-field.ts';
import { PALETTE } from './palette.ts';
import { application, circulation } from './test-support/forms.ts';

const SEED = 20261122;
const ENTRIES = PALETTE.flatMap(({ entries }) => entries);

interface Act {
  readonly what:
    | 'add'
    | 'remove'
    | 'move'
    | 'step'
    | 'copy'
    | 'change'
    | 'form'
    | 'rename'
    | 'group'
    | 'ungroup'
    | 'removeMany'
    | 'moveMany'
    | 'undo'
    | 'redo';
  readonly one: number;
  readonly other: number;
  readonly text: string;
}

const act: fc.Arbitrary<Act> = fc.record({
  what: fc.constantFrom(
    'add',
    'add',
    'remove',
    'move',
    'step',
    'copy',
    'change',
    'form',
    'rename',
    'group',
    'ungroup',
    'removeMany',
    'moveMany',
    'undo',
    'redo',
  ),
  one: fc.nat(1000),
  other: fc.nat(1000),
  text: fc.constantFrom('甲', 'key1', 'projectName', 'site'),
});

test('whatever is done, undoing all of it gives the original and redoing all of it the last', () => {
  fc.assert(
    fc.property(fc.constantFrom(application, circulation), fc.array(act, { maxLength: 40 }), (original, acts) => {
      const history = new DesignHistory(original);
      for (const each of acts) perform(history, each);
      const last = history.form;
      while (history.undo() !== undefined);
      expect(history.form).toEqual(original);
      while (history.redo() !== undefined);
      const redone = history.form;
      while (history.undo() !== undefined);
      while (history.redo() !== undefined);
      expect(history.form).toEqual(redone);
      if (!acts.some(({ what }) => what === 'undo')) expect(redone).toEqual(last);
    }),
    { seed: SEED, numRuns: 150 },
  );
});

test('whatever is done, ids stay unique and the document stays sound', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 30 }), (acts) => {
      const history = new DesignHistory(application);
      for (const each of acts) perform(history, each);
      const ids = placedFields(history.form).map(({ field }) => field.id);
      expect(new Set(ids).size).toBe(ids.length);
      const errors = compileDesign(history.form, { forms: [], items: [] }).problems.filter(({ severity }) => severity === 'error');
      // a field moved out of rows may meet another of its key; that is said, and everything else is sound
      expect(errors.filter(({ code }) => code !== 'FORM_KEY_TWICE')).toEqual([]);
    }),
    { seed: SEED, numRuns: 100 },
  );
});

function perform(history: DesignHistory, { what, one, other, text }: Act): void {
  if (what === 'undo') history.undo();
  else if (what === 'redo') history.redo();
  else {
    const command = commandOf(history.form, { what, one, other, text });
    if (command !== undefined) history.run(command);
  }
}

function commandOf(form: FormDocument, { what, one, other, text }: Act): DesignCommand | undefined {
  const placed = placedFields(form);
  const chosen = placed[one % Math.max(1, placed.length)];
  if (what === 'form') return changeForm(form, other % 2 === 0 ? { layout: 'stacked' } : { note: { 'zh-CN': text } });
  const holders = [undefined, ...placed.filter(({ field }) => fieldsInside(field) !== undefined).map(({ field }) => field.id)];
  const parentId = holders[other % holders.length];
  const index = one % (siblingsIn(form, parentId).length + 1);
  if (what === 'add') {
    const { draft } = ENTRIES[other % ENTRIES.length]!;
    const field = newField(form, parentId, draft);
    return mayStandIn(form, parentId, field) ? addField({ parentId, index }, field) : undefined;
  }
  if (chosen === undefined) return undefined;
  const { id } = chosen.field;
  const several = [id, placed[other % placed.length]?.field.id ?? '', placed[(one + other) % placed.length]?.field.id ?? ''];
  switch (what) {
    case 'remove':
      return removeField(form, id);
    case 'move':
      return moveField(form, id, { parentId, index });
    case 'step': {
      const spot = stepSpot(form, chosen, other % 2 === 0 ? 'up' : 'down');
      return spot && moveField(form, id, spot);
    }
    case 'copy':
      return duplicateFields(form, several);
    case 'group':
      return groupFields(form, several, { 'zh-CN': text });
    case 'ungroup':
      return ungroupFields(form, id);
    case 'removeMany':
      return removeFields(form, several);
    case 'moveMany':
      return moveFields(form, several, { parentId, index });
    case 'rename':
      return checkKey(form, id, text) === undefined ? renameKey(form, id, text, other % 2 === 0) : undefined;
    default:
      return changeField(form, id, other % 3 === 0 ? { label: { 'zh-CN': text } } : { required: other % 3 === 1 ? true : undefined });
  }
}
