/** `<tb-flow-designer>`: draw and configure an approval flow. */
import { TongbanElement } from '@tongban/element-kit';
import type { Problem } from '@tongban/model';
import { property } from 'lit/decorators.js';
import type { FlowContext } from './flow-context.ts';

/** The designer of a flow. */
export class FlowDesigner extends TongbanElement {
  /** The BPMN file. Another text than the one last told by `tb-flow-change` is imported. */
  @property({ attribute: false }) xml: string = '';
  @property({ attribute: false }) context: FlowContext | undefined;
  @property({ attribute: false }) problems: readonly Problem[] = [];
  @property({ type: Boolean, reflect: true }) readonly: boolean = false;

  /** Selects the element, shows it and puts the focus into the field of `property`. */
  async select(elementId: string, property?: string): Promise<void> {
    await this.updateComplete;
    void elementId;
    void property;
  }

  undo(): void {}

  redo(): void {}

  async exportSvg(): Promise<string> {
    return '';
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tb-flow-designer': FlowDesigner;
  }
}
