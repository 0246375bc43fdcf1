import type { FormDocument } from '@tongban/model';
import { expect, test } from 'vitest';
import { changeForm } from './commands/change-form.ts';
import { FormHistories } from './form-histories.ts';

const form = (id: string): FormDocument => ({ formatVersion: 1, id, key: id, title: { 'zh-CN': id }, layout: 'bordered', fields: [] });

function edited(histories: FormHistories, words: string): FormDocument {
  const { history } = histories.open as NonNullable<typeof histories.open>;
  history.run(changeForm(history.form, { note: { 'zh-CN': words } }));
  return history.form;
}

test('who comes back to a form as it was left can still undo', () => {
  const histories = new FormHistories();
  histories.take(form('a'));
  const left = edited(histories, '说明');
  histories.take(form('b'));
  expect(histories.open?.history.canUndo).toBe(false);
  histories.take(structuredClone(left));
  expect(histories.open?.history.canUndo).toBe(true);
  expect(histories.open?.opened).toEqual(form('a'));
});

test('a form that somebody changed meanwhile begins anew', () => {
  const histories = new FormHistories();
  histories.take(form('a'));
  edited(histories, '说明');
  histories.take(form('b'));
  histories.take(form('a'));
  expect(histories.open?.history.canUndo).toBe(false);
});

test('what was told by the designer itself, given back, changes nothing; no form closes the one that was open', () => {
  const histories = new FormHistories();
  histories.take(form('a'));
  const { open } = histories;
  histories.take(structuredClone(edited(histories, '说明')));
  expect(histories.open).toBe(open);
  histories.take(undefined);
  expect(histories.open).toBeUndefined();
});

test('of many forms those left last are kept', () => {
  const histories = new FormHistories();
  const left = Array.from({ length: 22 }, (_, at) => {
    histories.take(form(`f${at}`));
    return edited(histories, '说明');
  });
  histories.take(undefined);
  histories.take(left[0]);
  expect(histories.open?.history.canUndo).toBe(false);
  histories.take(left[21]);
  expect(histories.open?.history.canUndo).toBe(true);
});
