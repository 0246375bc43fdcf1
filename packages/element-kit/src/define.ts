/** Registers the tags of the shared elements, each once. */
import { defineElement } from './define-element.ts';
import { Dialog } from './dialog.ts';

defineElement('tb-dialog', Dialog);
