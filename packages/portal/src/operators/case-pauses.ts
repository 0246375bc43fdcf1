/** `<tb-case-pauses>`: lets an office pause the clocks of the case it looks at, and end what it began; new due days are shown before. */
import { buttonStyles, surfaceStyles, TongbanElement } from '@tongban/element-kit';
import type { HostService, LastingPause } from '@tongban/model';
import { type CSSResultGroup, html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { operatorMessages } from './operator-messages.ts';
import { operatorStyles } from './operators.styles.ts';

/** The pauses of one case, as buttons. Used inside `<tb-case>`. */
export class CasePausesElement extends TongbanElement {
  static override styles: CSSResultGroup = [TongbanElement.styles, buttonStyles, surfaceStyles, operatorStyles];

  @property({ attribute: false }) service: HostService | undefined;
  @property({ attribute: 'case-id' }) caseId: string = '';
  @property({ attribute: 'case-title' }) caseTitle: string = '';
  @property({ attribute: false }) lasting: readonly LastingPause[] = [];
  @state() private open = false;

  private readonly t = operatorMessages.for(this);

  override render(): TemplateResult {
    return html`<div class="column">
        <div class="button-row" role="group" aria-label=${this.t('pausesOfCase')}>
          <button type="button" class="button" @click=${() => {
            this.open = true;
          }}>${this.t('pauseAsk')}</button>
          ${this.lasting.map((pause) =>
            pause.byCommand
              ? html`<tb-pause-end case-id=${this.caseId} case-title=${this.caseTitle} .service=${this.service} .pause=${pause}></tb-pause-end>`
              : nothing,
          )}
        </div>
      </div>
      ${this.open ? this.renderDialog() : nothing}`;
  }

  private renderDialog(): TemplateResult {
    const close = (): void => {
      this.open = false;
    };
    return html`<tb-dialog open size="large" label=${this.t('pauseAsk')} @tb-dialog-close=${close}>
      <p class="muted">${this.t('pauseHint')}</p>
      <tb-pause-form case-id=${this.caseId} .service=${this.service} @tb-paused=${() => {
        close();
        this.announce(this.t('pauseDone'));
      }}></tb-pause-form>
    </tb-dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tb-case-pauses': CasePausesElement;
  }
}
