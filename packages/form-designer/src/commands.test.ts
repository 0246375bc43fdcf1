import type { FormField } from '@tongban/model';
import { expect, test } from 'vitest';
import { addField } from './commands/add-field.ts';
import { changeField } from './commands/change-field.ts';
import { changeFields } from './commands/change-fields.ts';
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
import { findField, placedFields } from './field-tree.ts';
import { newField } from './new-field.ts';
import { PALETTE, paletteEntry } from './palette.ts';
import { application, circulation, formOf, text } from './test-support/forms.ts';

const section: FormField = { kind: 'section', id: 's', key: 's', label: { 'zh-CN': '分组' }, fields: [text('inner')] };
const rows: FormField = { kind: 'rows', id: 'r', key: 'r', label: { 'zh-CN': '表' }, columns: [text('c1'), text('c2')] };

function keysAfter(form: typeof application, command: DesignCommand | undefined): readonly string[] {
  expect(command).toBeDefined();
  const after = command!.execute(form);
  expect(command!.revert(after)).toEqual(form);
  return placedFields(after).map(({ field }) => field.key);
}

test('a field is added at its place and taken out again', () => {
  const form = formOf(text('a'), text('b'));
  const field = newField(form, undefined, paletteEntry('shortText')!.draft);
  expect(keysAfter(form, addField({ parentId: undefined, index: 1 }, field))).toEqual(['a', 'shortText', 'b']);
});

test('ids are made of the form and the key, unique, and not changed by another key', () => {
  const draft = paletteEntry('projectName')!.draft;
  const field = newField(application, undefined, draft);
  expect(field).toMatchObject({ id: 'F-01.projectName2', key: 'projectName2', meaning: 'project.name' });
  const added = addField({ parentId: undefined, index: 0 }, field).execute(application);
  const renamed = renameKey(added, field.id, 'name', true)!.execute(added);
  expect(findField(renamed, field.id)?.field.key).toBe('name');
});

test('columns of rows have ids of their own and keys that are unique among them only', () => {
  const first = newField(circulation, undefined, paletteEntry('list')!.draft);
  const form = addField({ parentId: undefined, index: 0 }, first).execute(circulation);
  const second = newField(form, undefined, paletteEntry('list')!.draft);
  expect(second.kind === 'rows' && second.columns.map(({ key }) => key)).toEqual(['column1', 'column2']);
  expect(second.kind === 'rows' && second.columns[0]?.id).toBe('F-04.list2.column1');
});

test('every entry of the palette makes a form without errors', async () => {
  const { compileDesign } = await import('./form-problems.ts');
  let form = formOf();
  for (const { draft } of PALETTE.flatMap(({ entries }) => entries)) {
    form = addField({ parentId: undefined, index: form.fields.length }, newField(form, undefined, draft)).execute(form);
  }
  expect(compileDesign(form, { forms: [], items: [] }).problems).toEqual([]);
});

test('a field is deleted with what it holds, and comes back where it was', () => {
  expect(keysAfter(formOf(text('a'), section, text('b')), removeField(formOf(text('a'), section, text('b')), 's'))).toEqual(['a', 'b']);
  expect(removeField(application, 'nobody')).toBeUndefined();
});

test('a field moves among its siblings, into a section and out of it', () => {
  const form = formOf(text('a'), text('b'), section);
  expect(keysAfter(form, moveField(form, 'a', { parentId: undefined, index: 2 }))).toEqual(['b', 'a', 's', 'inner']);
  expect(keysAfter(form, moveField(form, 'b', { parentId: 's', index: 0 }))).toEqual(['a', 's', 'b', 'inner']);
  expect(keysAfter(form, moveField(form, 'inner', { parentId: undefined, index: 0 }))).toEqual(['inner', 'a', 'b', 's']);
});

test('a field does not move where it stands, into itself, nor a section into rows', () => {
  const form = formOf(text('a'), section, rows);
  expect(moveField(form, 'a', { parentId: undefined, index: 0 })).toBeUndefined();
  expect(moveField(form, 'a', { parentId: undefined, index: 1 })).toBeUndefined();
  expect(moveField(form, 's', { parentId: 's', index: 0 })).toBeUndefined();
  expect(moveField(form, 's', { parentId: 'r', index: 0 })).toBeUndefined();
  expect(moveField(form, 'a', { parentId: 'r', index: 0 })).toBeDefined();
});

test('a copy has ids and keys of its own, also of what it holds', () => {
  const form = formOf(section, rows);
  expect(keysAfter(form, duplicateFields(form, ['s']))).toEqual(['s', 'inner', 's2', 'inner2', 'r', 'c1', 'c2']);
  const after = duplicateFields(form, ['r'])!.execute(form);
  const ids = placedFields(after).map(({ field }) => field.id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(keysAfter(form, duplicateFields(form, ['r']))).toEqual(['s', 'inner', 'r', 'c1', 'c2', 'r2', 'c1', 'c2']);
});

test('several fields are one step: deleted, moved together, changed, copied with what they read of each other', () => {
  const reader = text('b', { visible: 'a != null' });
  const form = formOf(text('a'), reader, section, text('c'));
  expect(keysAfter(form, removeFields(form, ['a', 'c', 'inner', 's']))).toEqual(['b']);
  expect(keysAfter(form, moveFields(form, ['a', 'c'], { parentId: 's', index: 1 }))).toEqual(['b', 's', 'inner', 'a', 'c']);
  expect(moveFields(form, ['a', 's'], { parentId: 's', index: 0 })).toBeUndefined();
  expect(keysAfter(form, duplicateFields(form, ['a', 'b']))).toEqual(['a', 'b', 'a2', 'b2', 's', 'inner', 'c']);
  const copied = duplicateFields(form, ['a', 'b'])!.execute(form);
  expect(findField(copied, 'F-09.b2')?.field.visible).toBe('a2 != null');
  const changed = changeFields(form, ['a', 'c'], { required: true })!.execute(form);
  expect(placedFields(changed).map(({ field }) => field.required)).toEqual([true, undefined, undefined, undefined, true]);
});

test('fields become a section and a section its fields, with its condition', () => {
  const form = formOf(text('a'), text('b', { visible: 'a = "1"' }), text('c'), rows);
  const label = { 'zh-CN': '新分组' };
  const made = groupFields(form, ['b', 'c'], label)!;
  expect(keysAfter(form, made)).toEqual(['a', 'group1', 'b', 'c', 'r', 'c1', 'c2']);
  expect(groupFields(form, ['a', 'c1'], label)).toBeUndefined();
  const grouped = changeField(made.execute(form), made.subject, { visible: 'a != null' })!.execute(made.execute(form));
  const free = ungroupFields(grouped, made.subject)!;
  expect(keysAfter(grouped, free)).toEqual(['a', 'b', 'c', 'r', 'c1', 'c2']);
  expect(free.execute(grouped).fields.slice(1, 3)).toMatchObject([{ visible: '(a != null) and (a = "1")' }, { visible: 'a != null' }]);
});

test('a property is changed, and taken away by undefined', () => {
  const after = changeField(application, 'F-01.site', { required: undefined, span: 2 })!.execute(application);
  expect(findField(after, 'F-01.site')?.field).toMatchObject({ span: 2 });
  expect(findField(after, 'F-01.site')?.field).not.toHaveProperty('required');
  expect(changeForm(application, { note: undefined }).execute(application)).not.toHaveProperty('note');
});

test('letters typed one after another are one step; another box, or a pause, begins a new one', () => {
  const history = new DesignHistory(formOf(text('a')));
  const type = (label: string) => history.run(changeField(history.form, 'a', { label: { 'zh-CN': label } })!);
  type('项');
  type('项目');
  history.endStep();
  type('项目名');
  history.undo();
  expect(findField(history.form, 'a')?.field.label['zh-CN']).toBe('项目');
  history.undo();
  expect(findField(history.form, 'a')?.field.label['zh-CN']).toBe('a');
  expect(history.canUndo).toBe(false);
  history.redo();
  expect(findField(history.form, 'a')?.field.label['zh-CN']).toBe('项目');
  history.run(changeForm(history.form, { layout: 'stacked' }));
  expect(history.canRedo).toBe(false);
});
