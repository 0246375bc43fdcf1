/** Asks before something that cannot be undone, naming what will be lost. */
import { html, render, type TemplateResult } from 'lit';
import { ConfirmButtons } from './confirm-buttons.ts';
import { defineElement } from './define-element.ts';
import { Dialog, type DialogCloseEvent } from './dialog.ts';
import { kitMessages } from './kit-messages.ts';
import { inheritedLocale } from './locale.ts';
import { overlayRootOf } from './overlay-root.ts';

/** What a confirmation says. */
export interface Confirmation {
  /** A question that names the thing: `删除环节“部门审查”？` */
  readonly title: string;
  /** What will be lost, or happen. */
  readonly body: string | TemplateResult;
  /** The verb of what will be done: `删除`, not `确定`. */
  readonly confirmLabel?: string;
  readonly cancelLabel?: string;
  /** Red, and the focus on “cancel”. */
  readonly danger?: boolean;
}

/** Shows a confirmation in the root of `caller` and answers whether it was given. Esc means no. */
export function confirmDialog(caller: Element, confirmation: Confirmation): Promise<boolean> {
  defineElement('tb-dialog', Dialog);
  defineElement('tb-confirm-buttons', ConfirmButtons);
  const t = kitMessages.in(inheritedLocale(caller));
  const dialog = document.createElement('tb-dialog');
  dialog.label = confirmation.title;
  dialog.alert = true;
  const buttons = new ConfirmButtons();
  buttons.slot = 'footer';
  buttons.confirmLabel = confirmation.confirmLabel ?? t('confirm');
  buttons.cancelLabel = confirmation.cancelLabel ?? t('cancel');
  buttons.danger = confirmation.danger ?? false;
  const body = document.createElement('div');
  render(html`${confirmation.body}`, body);
  dialog.append(body, buttons);
  overlayRootOf(caller).append(dialog);

  return new Promise((resolve) => {
    buttons.choose = (value) => dialog.close(value);
    dialog.addEventListener('tb-dialog-close', (event: DialogCloseEvent) => {
      resolve(event.value === 'confirm');
      // after the dialog has given the focus back
      setTimeout(() => dialog.remove());
    });
    dialog.show();
    void dialog.updateComplete.then(() => buttons.focus());
  });
}
