import { html } from 'lit';
import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import './define.ts';
import { confirmDialog } from './confirm-dialog.ts';
import type { Dialog, DialogCloseEvent } from './dialog.ts';
import { axeFindings, inside, onPage, settled } from './testing/index.ts';

async function dialogOnPage(): Promise<{ readonly from: HTMLButtonElement; readonly dialog: Dialog; readonly native: HTMLDialogElement }> {
  const page = await onPage(html`<button id="from">打开</button>
    <tb-dialog label="保存为新版本"><p>正文</p><button slot="footer">保存</button></tb-dialog>`);
  const dialog = page.querySelector('tb-dialog')!;
  return { from: page.querySelector<HTMLButtonElement>('#from')!, dialog, native: inside(dialog, 'dialog') };
}

test('is modal and labelled, closes at Esc, and gives the focus back', async () => {
  const { from, dialog, native } = await dialogOnPage();
  from.focus();
  dialog.show();
  await settled();
  expect(native.matches(':modal')).toBe(true);
  expect(native.getAttribute('aria-labelledby')).toBe('title');
  expect(inside(dialog, '#title').textContent).toBe('保存为新版本');
  expect(dialog.shadowRoot!.activeElement?.id).toBe('title');
  expect(await axeFindings()).toEqual([]);
  await userEvent.keyboard('{Escape}');
  await settled();
  expect(dialog.open).toBe(false);
  expect(native.open).toBe(false);
  expect(document.activeElement).toBe(from);
});

test('stays open when a listener prevents the close, and says why it closes', async () => {
  const { dialog } = await dialogOnPage();
  const reasons: string[] = [];
  dialog.addEventListener('tb-dialog-close', (event: DialogCloseEvent) => {
    reasons.push(event.reason);
    if (reasons.length === 1) event.preventDefault();
  });
  dialog.show();
  await settled();
  inside(dialog, 'header button').click();
  expect(dialog.open).toBe(true);
  dialog.close('saved');
  expect(dialog.open).toBe(false);
  expect(reasons).toEqual(['button', 'call']);
});

test('is modal again after it was moved', async () => {
  const { dialog, native } = await dialogOnPage();
  dialog.show();
  await settled();
  const elsewhere = document.createElement('div');
  dialog.parentElement!.append(elsewhere);
  elsewhere.append(dialog);
  await settled();
  expect(native.matches(':modal')).toBe(true);
  dialog.close();
});

test('opens above a host dialog and leaves that open at Esc', async () => {
  const page = await onPage(html`<dialog id="host" aria-label="主机"><tb-dialog label="里面">x</tb-dialog></dialog>`);
  const host = page.querySelector<HTMLDialogElement>('#host')!;
  host.showModal();
  const dialog = page.querySelector('tb-dialog')!;
  dialog.show();
  await settled();
  await userEvent.keyboard('{Escape}');
  await settled();
  expect(dialog.open).toBe(false);
  expect(host.open).toBe(true);
  host.close();
});

test('a confirmation is asked in the root of its caller, its harmless button has the focus, Esc means no', async () => {
  const page = await onPage(html`<tb-empty heading="空"></tb-empty>`);
  const caller = page.querySelector('tb-empty')!;
  const ask = () =>
    confirmDialog(caller, { title: '删除环节“部门审查”？', body: '其中 3 条规则将一并删除。', confirmLabel: '删除', danger: true });
  const first = ask();
  await settled();
  const dialog = inside<Dialog>(caller, 'tb-dialog');
  const native = inside(dialog, 'dialog');
  expect(native.getAttribute('role')).toBe('alertdialog');
  expect(native.getAttribute('aria-describedby')).toBe('body');
  const buttons = inside(caller, 'tb-confirm-buttons');
  expect(buttons.shadowRoot!.activeElement?.textContent?.trim()).toBe('取消');
  expect(await axeFindings()).toEqual([]);
  await userEvent.keyboard('{Escape}');
  expect(await first).toBe(false);
  await settled();
  expect(caller.shadowRoot!.querySelector('tb-dialog')).toBeNull();
  const second = ask();
  await settled();
  await userEvent.keyboard('{Tab}{Enter}');
  expect(await second).toBe(true);
});
