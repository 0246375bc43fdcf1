/** `<tb-pause-end>`: ends a pause that a command began, or gives it another end; the due days are shown as they are and as they would be. */
import { buttonStyles, fieldStyles, surfaceStyles, TongbanElement, tableStyles } from '@tongban/element-kit';
import type { HostService, LastingPause, MovedClock } from '@tongban/model';
import { type CSSResultGroup, css, html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { dayOf, endOfDay } from '../china-day.ts';
import { renderClockChanges } from './clock-changes.ts';
import { renderDayField } from './day-field.ts';
import { operatorMessages } from './operator-messages.ts';
import { operatorStyles } from './operators.styles.ts';
import { PausedEvent } from './pause-form.ts';
import { isDay } from './pause-plan.ts';
import { Sending } from './sending.ts';
import { textOf } from './text-of.ts';

/** Now, on a day, when somebody ends it. */
type End = 'now' | 'day' | 'open';

/**
 * The buttons of one pause, and what they ask. Used inside `<tb-pauses>` and `<tb-case-pauses>`.
 *
 * @fires tb-paused - the pause was ended, or has another end
 */
export class PauseEnd extends TongbanElement {
  static override styles: CSSResultGroup = [
    TongbanElement.styles,
    buttonStyles,
    fieldStyles,
    surfaceStyles,
    tableStyles,
    operatorStyles,
    css`
      /* its buttons stand among others, as wide as their words */
      :host {
        display: contents;
      }
    `,
  ];

  @property({ attribute: false }) service: HostService | undefined;
  @property({ attribute: 'case-id' }) caseId: string = '';
  @property({ attribute: 'case-title' }) caseTitle: string = '';
  /** Among other cases: the buttons name theirs. */
  @property({ type: Boolean, attribute: 'in-list' }) inList: boolean = false;
  @property({ attribute: false }) pause: LastingPause | undefined;
  @state() private end: End | undefined;
  @state() private day = '';
  @state() private why = '';
  @state() private checked = false;
  @state() private moved: readonly MovedClock[] | undefined;

  private readonly t = operatorMessages.for(this);
  private readonly sending = new Sending(this);
  private asked = 0;

  override render(): TemplateResult | typeof nothing {
    const { pause } = this;
    if (pause === undefined) return nothing;
    const button = (end: End, words: string): TemplateResult =>
      html`<button type="button" class="button" aria-label=${this.inList ? `${words} ${this.caseTitle}` : nothing} @click=${() => this.open(end, pause)}>${words}</button>`;
    return html`<div class="button-row">
        ${button('now', this.t('resumeFor', { reason: pause.name }))}
        ${button('day', this.t('moveFor', { reason: pause.name }))}
      </div>
      ${this.end === undefined ? nothing : this.renderDialog(pause, this.end)}`;
  }

  private renderDialog(pause: LastingPause, end: End): TemplateResult {
    const isEnd = end === 'now';
    const label = this.t(isEnd ? 'resumeAsk' : 'moveAsk', { reason: pause.name });
    return html`<tb-dialog open size="large" label=${label} @tb-dialog-close=${() => this.close()}>
      <form class="fields" novalidate @submit=${(event: Event) => this.onSubmit(event, pause, end)}>
        <p class="muted">${this.t(isEnd ? 'resumeBody' : 'moveBody', { title: this.caseTitle })}</p>
        ${isEnd ? nothing : this.renderEnds(pause, end)}
        ${this.renderWhy(isEnd)}
        <div aria-live="polite">${this.renderMoved()}</div>
        ${this.sending.render()}
        <div class="button-row">
          <button type="submit" class="button primary" ?disabled=${this.sending.busy}>${this.t(isEnd ? 'resume' : 'move')}</button>
        </div>
      </form>
    </tb-dialog>`;
  }

  private renderEnds(pause: LastingPause, end: End): TemplateResult {
    const choice = (one: End, words: string): TemplateResult =>
      html`<label class="choice"><input type="radio" name="end" .checked=${end === one} @change=${() => {
        this.end = one;
        void this.preview(pause);
      }} />${words}</label>`;
    const change = (text: string): void => {
      this.day = text;
      void this.preview(pause);
    };
    return html`<fieldset class="choices column">
        <legend class="label">${this.t('pauseWhen')}</legend>
        ${choice('day', this.t('moveToDay'))}${choice('open', this.t('moveToNobody'))}
      </fieldset>
      ${
        end === 'day'
          ? renderDayField({
              ...{ id: 'day', label: this.t('pauseTo'), hint: this.t('dayHint'), value: this.day, required: true },
              ...{ wrong: this.checked ? this.wrongDay() : undefined, change },
            })
          : nothing
      }`;
  }

  private renderWhy(isEnd: boolean): TemplateResult {
    const wrong = !isEnd && this.checked && this.why.trim() === '';
    return html`<div class="field">
      <label class="label" for="why">${this.t(isEnd ? 'pauseComment' : 'moveWhy')}</label>
      <textarea
        id="why"
        class="textarea"
        rows="2"
        maxlength="2000"
        aria-required=${isEnd ? nothing : 'true'}
        aria-invalid=${wrong ? 'true' : 'false'}
        aria-describedby=${wrong ? 'why-error' : nothing}
        .value=${this.why}
        @input=${(event: Event) => {
          this.why = textOf(event);
        }}
      ></textarea>
      ${wrong ? html`<p id="why-error" class="field-error">${this.t('moveWhyNeeded')}</p>` : nothing}
    </div>`;
  }

  private renderMoved(): TemplateResult | typeof nothing {
    const { moved } = this;
    if (moved === undefined || moved.length === 0) return nothing;
    const words = this.t(moved.some(({ movedDays }) => movedDays !== 0) ? 'pauseMoves' : 'moveStays');
    return html`<h3>${words}</h3>
      ${renderClockChanges(this, moved, words)}`;
  }

  private open(end: End, pause: LastingPause): void {
    this.end = end;
    this.day = pause.until === undefined ? '' : dayOf(pause.until - 1);
    this.why = '';
    this.checked = false;
    this.moved = undefined;
    this.sending.clear();
    void this.preview(pause);
  }

  private close(): void {
    this.end = undefined;
  }

  private wrongDay(): string | undefined {
    if (!isDay(this.day)) return this.t('dayWrong');
    return endOfDay(this.day) < Date.now() ? this.t('dayPast') : undefined;
  }

  private async preview({ reason, since = 0 }: LastingPause): Promise<void> {
    const { service, caseId, end } = this;
    this.asked += 1;
    const turn = this.asked;
    if (service === undefined || (end === 'day' && this.wrongDay() !== undefined)) {
      this.moved = undefined;
      return;
    }
    // An instant that is past stands for now.
    const how = end === 'now' ? { to: since } : end === 'day' ? { until: endOfDay(this.day) + 1 } : { openEnded: true };
    try {
      const moved = await service.previewPause({ caseId, reason, ...how });
      if (turn === this.asked) this.moved = moved;
    } catch {
      // The preview only informs; the command itself says what is wrong.
    }
  }

  private async onSubmit(event: Event, { reason }: LastingPause, end: End): Promise<void> {
    event.preventDefault();
    const { service, caseId } = this;
    const why = this.why.trim();
    this.checked = true;
    if ((end === 'day' && this.wrongDay() !== undefined) || (end !== 'now' && why === '')) {
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
      return;
    }
    if (service === undefined) return;
    const until = end === 'day' ? { until: endOfDay(this.day) + 1 } : {};
    const done = await this.sending.command((commandId) =>
      end === 'now'
        ? service.resume({ commandId, caseId, reason, ...(why === '' ? {} : { comment: why }) })
        : service.movePause({ commandId, caseId, reason, comment: why, ...until }),
    );
    if (done === undefined) return;
    this.close();
    this.announce(this.t(end === 'now' ? 'resumed' : 'moved'));
    this.emit(new PausedEvent(caseId));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tb-pause-end': PauseEnd;
  }
}
