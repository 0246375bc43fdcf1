import { html, render } from 'lit';
import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import './define.ts';
import type { Dialog } from './dialog.ts';

test('opens, closes at Esc and gives the focus back', async () => {
  const page = document.createElement('main');
  document.body.append(page);
  render(html`<button id="from">x</button><tb-dialog label="保存"><p>正文</p></tb-dialog>`, page);
  const from = page.querySelector<HTMLButtonElement>('#from')!;
  from.focus();
  const dialog = page.querySelector('tb-dialog') as Dialog;
  dialog.show();
  await dialog.updateComplete;
  expect(dialog.hasAttribute('open')).toBe(true);
  expect(dialog.shadowRoot!.querySelector('dialog')!.matches(':modal')).toBe(true);
  await userEvent.keyboard('{Escape}');
  await dialog.updateComplete;
  expect(dialog.open).toBe(false);
  expect(document.activeElement).toBe(from);
});
