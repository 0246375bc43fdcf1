/** `<tb-pause-form>`: pauses the clocks of one case, from now on or for a stretch that is over; the due days it moves are shown first. */
import { buttonStyles, fieldStyles, surfaceStyles, TongbanElement, tableStyles } from '@tongban/element-kit';
import { addDays, readDay } from '@tongban/filing-form';
import type { CasePauses, HostService, MovedClock } from '@tongban/model';
import { type CSSResultGroup, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { endOfDay, startOfDay, today } from '../china-day.ts';
import { Loader } from '../loader.ts';
import { renderClockLine } from '../render-clock.ts';
import { renderFailure, renderLoading } from '../render-state.ts';
import { renderClockChanges } from './clock-changes.ts';
import { renderDayField } from './day-field.ts';
import { operatorMessages } from './operator-messages.ts';
import { operatorStyles } from './operators.styles.ts';
import { Sending } from './sending.ts';
import { textOf } from './text-of.ts';

/** How long a pause is reckoned to last until somebody says otherwise. */
const USUAL_DAYS = 7;

/** `tb-paused`: the case was paused, or the stretch left out. */
export class PausedEvent extends Event {
  static readonly type = 'tb-paused';
  readonly caseId: string;

  constructor(caseId: string) {
    super(PausedEvent.type, { bubbles: true, composed: true });
    this.caseId = caseId;
  }
}

/** The pause of one case. Used inside `<tb-pauses>`. */
export class PauseForm extends TongbanElement {
  static override styles: CSSResultGroup = [TongbanElement.styles, buttonStyles, fieldStyles, surfaceStyles, tableStyles, operatorStyles];

  @property({ attribute: false }) service: HostService | undefined;
  @property({ attribute: 'case-id' }) caseId: string = '';
  @state() private reason = '';
  @state() private over = false;
  @state() private from = '';
  @state() private to = '';
  @state() private comment = '';
  @state() private checked = false;
  @state() private moved: readonly MovedClock[] | undefined;

  private readonly t = operatorMessages.for(this);
  private readonly loader = new Loader<CasePauses>(this);
  private readonly sending = new Sending(this);
  private asked = 0;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('service') || changed.has('caseId')) void this.reload();
  }

  /** Asks the service again. */
  async reload(): Promise<void> {
    const { service, caseId } = this;
    if (service === undefined || caseId === '') return;
    this.loader.clear();
    this.comment = '';
    this.checked = false;
    await this.loader.load(() => service.pauses(caseId));
    this.reason = this.loader.value?.reasons[0]?.id ?? '';
    this.setOver(false);
  }

  override render(): TemplateResult {
    if (this.loader.error !== undefined) return renderFailure(this, this.loader.error, () => void this.reload());
    const view = this.loader.value;
    if (view === undefined) return renderLoading(this);
    const running = view.clocks.filter(({ stopped }) => !stopped);
    return html`<div class="column">
      <section aria-labelledby="clocks">
        <h3 id="clocks">${this.t('clocksNow')}</h3>
        ${running.length === 0 ? html`<p class="muted">${this.t('clocksNone')}</p>` : html`<ul class="lines">${running.map((clock) => renderClockLine(this, clock))}</ul>`}
      </section>
      ${view.reasons.length === 0 ? html`<div class="callout info" role="note"><div>${this.t('reasonsNone')}</div></div>` : this.renderForm(view)}
    </div>`;
  }

  private renderForm({ reasons }: CasePauses): TemplateResult {
    return html`<form class="fields" novalidate @submit=${this.onSubmit}>
      <div class="field">
        <label class="label" for="reason">${this.t('pauseReason')}</label>
        <select id="reason" class="select" aria-describedby="reason-hint" @change=${(event: Event) => this.set({ reason: textOf(event) })}>
          ${reasons.map(({ id, name }) => html`<option value=${id} ?selected=${id === this.reason}>${name}</option>`)}
        </select>
        <p class="hint" id="reason-hint">${this.t('pauseReasonHint')}</p>
      </div>
      <fieldset class="choices column">
        <legend class="label">${this.t('pauseWhen')}</legend>
        <label class="choice"><input type="radio" name="over" .checked=${!this.over} @change=${() => this.setOver(false)} />${this.t('pauseFromNow')}</label>
        <label class="choice"><input type="radio" name="over" .checked=${this.over} @change=${() => this.setOver(true)} />${this.t('pauseOver')}</label>
      </fieldset>
      <div class="pair">
        ${this.over ? this.renderDay('from', 'pauseFrom') : nothing}
        ${this.renderDay('to', this.over ? 'pauseTo' : 'pauseExpected')}
      </div>
      <div class="field">
        <label class="label" for="comment">${this.t('pauseComment')}</label>
        <textarea id="comment" class="textarea" rows="2" maxlength="2000" .value=${this.comment} @input=${(event: Event) => {
          this.comment = textOf(event);
        }}></textarea>
      </div>
      <div aria-live="polite">${this.renderMoved()}</div>
      ${this.sending.render()}
      <div><button type="submit" class="button primary" ?disabled=${this.sending.busy}>${this.t(this.over ? 'pauseLeaveOut' : 'pauseBegin')}</button></div>
    </form>`;
  }

  private renderDay(which: 'from' | 'to', label: 'pauseFrom' | 'pauseTo' | 'pauseExpected'): TemplateResult {
    const hint = label === 'pauseExpected' ? this.t('pauseExpectedHint') : this.t('dayHint');
    const wrong = this.checked ? this.wrongDay(which) : undefined;
    const change = (text: string): void => this.set(which === 'from' ? { from: text } : { to: text });
    return renderDayField({ id: which, label: this.t(label), hint, value: this[which], wrong, required: true, change });
  }

  private renderMoved(): TemplateResult | typeof nothing {
    const { moved } = this;
    if (moved === undefined) return nothing;
    if (moved.length === 0) return html`<div class="callout info" role="note"><div>${this.t('pauseMovesNone')}</div></div>`;
    return html`<h3>${this.t(this.over ? 'pauseMoves' : 'pauseWouldMove')}</h3>
      ${renderClockChanges(this, moved, this.t('pauseMoves'))}`;
  }

  private set(change: { readonly reason?: string; readonly from?: string; readonly to?: string }): void {
    Object.assign(this, change);
    this.sending.clear();
    void this.preview();
  }

  private setOver(over: boolean): void {
    const begins = today();
    this.over = over;
    this.from = over ? addDays(begins, -USUAL_DAYS) : begins;
    this.to = addDays(begins, over ? -1 : USUAL_DAYS);
    this.checked = false;
    this.sending.clear();
    void this.preview();
  }

  private wrongDay(which: 'from' | 'to'): string | undefined {
    if (readDay(this[which]) !== this[which]) return this.t('dayWrong');
    if (which === 'to' && this.to < this.from) return this.t('dayOrderWrong');
    return this.over && which === 'to' && endOfDay(this.to) > Date.now() ? this.t('dayNotPast') : undefined;
  }

  private isWrong(): boolean {
    return (this.over && this.wrongDay('from') !== undefined) || this.wrongDay('to') !== undefined;
  }

  /** The stretch as it is asked for; an open one from now. */
  private stretch(): { readonly from?: number; readonly to: number } {
    return this.over ? { from: startOfDay(this.from), to: endOfDay(this.to) } : { to: endOfDay(this.to) };
  }

  private async preview(): Promise<void> {
    const { service, caseId, reason } = this;
    this.asked += 1;
    const turn = this.asked;
    // What was shown stays until the answer comes, so that nothing jumps away under the pointer.
    if (service === undefined || reason === '' || this.isWrong()) {
      this.moved = undefined;
      return;
    }
    try {
      const moved = await service.previewPause({ caseId, reason, ...this.stretch() });
      if (turn === this.asked) this.moved = moved;
    } catch {
      // The preview only informs; the pause itself says what is wrong.
    }
  }

  private async onSubmit(event: Event): Promise<void> {
    event.preventDefault();
    const { service, caseId, reason } = this;
    this.checked = true;
    if (this.isWrong()) {
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
      return;
    }
    if (service === undefined) return;
    const comment = this.comment.trim() === '' ? {} : { comment: this.comment.trim() };
    const stretch = this.over ? this.stretch() : {};
    const done = await this.sending.command((commandId) => service.pause({ commandId, caseId, reason, ...stretch, ...comment }));
    if (done !== undefined) this.emit(new PausedEvent(caseId));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tb-pause-form': PauseForm;
  }
  interface GlobalEventHandlersEventMap {
    'tb-paused': PausedEvent;
  }
}
