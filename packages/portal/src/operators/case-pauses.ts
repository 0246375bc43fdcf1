/** `<tb-case-pauses>`: lets an office pause the clocks of the case it looks at, and end what it began; new due days are shown before. */
import { buttonStyles, surfaceStyles, TongbanElement } from '@tongban/element-kit';
import type { HostService, LastingPause } from '@tongban/model';
import { type CSSResultGroup, html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { endPause } from './end-pause.ts';
import { operatorMessages } from './operator-messages.ts';
import { operatorStyles } from './operators.styles.ts';
import { PausedEvent } from './pause-form.ts';
import { Sending } from './sending.ts';

/** The pauses of one case, as buttons. Used inside `<tb-case>`. */
export class CasePausesElement extends TongbanElement {
  static override styles: CSSResultGroup = [TongbanElement.styles, buttonStyles, surfaceStyles, operatorStyles];

  @property({ attribute: false }) service: HostService | undefined;
  @property({ attribute: 'case-id' }) caseId: string = '';
  @property({ attribute: 'case-title' }) caseTitle: string = '';
  @property({ attribute: false }) lasting: readonly LastingPause[] = [];
  @state() private open = false;

  private readonly t = operatorMessages.for(this);
  private readonly sending = new Sending(this);

  override render(): TemplateResult {
    return html`<div class="column">
        ${this.sending.render()}
        <div class="button-row" role="group" aria-label=${this.t('pausesOfCase')}>
          <button type="button" class="button" ?disabled=${this.sending.busy} @click=${() => {
            this.open = true;
          }}>${this.t('pauseAsk')}</button>
          ${this.lasting.map((pause) =>
            pause.byCommand
              ? html`<button type="button" class="button" ?disabled=${this.sending.busy} @click=${() => void this.end(pause)}>${this.t('resumeFor', { reason: pause.name })}</button>`
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

  private async end(pause: LastingPause): Promise<void> {
    const of = { caseId: this.caseId, title: this.caseTitle };
    if (await endPause(this, { service: this.service, sending: this.sending, of, pause })) this.emit(new PausedEvent(this.caseId));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tb-case-pauses': CasePausesElement;
  }
}
