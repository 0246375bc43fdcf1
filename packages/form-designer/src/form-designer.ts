/** `<tb-form-designer>`: design a filing form without code. */
import { TongbanElement } from '@tongban/element-kit';
import type { FormDocument, Problem } from '@tongban/model';
import { property } from 'lit/decorators.js';
import type { FormDesignContext } from './form-design-context.ts';

/** The designer of a form. */
export class FormDesigner extends TongbanElement {
  /** The form. Another one than that last told by `tb-form-design-change` replaces it and starts a new history. */
  @property({ attribute: false }) form: FormDocument | undefined;
  @property({ attribute: false }) context: FormDesignContext = { forms: [], items: [] };
  /** Problems found by others; `place.elementId` is the id of the field. */
  @property({ attribute: false }) problems: readonly Problem[] = [];
  @property({ type: Boolean, reflect: true }) readonly: boolean = false;

  /** Selects the field, shows it and puts the focus on it. */
  async select(fieldId: string): Promise<void> {
    void fieldId;
    await this.updateComplete;
  }

  undo(): void {}

  redo(): void {}
}

declare global {
  interface HTMLElementTagNameMap {
    'tb-form-designer': FormDesigner;
  }
}
