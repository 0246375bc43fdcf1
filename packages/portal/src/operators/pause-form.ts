/** `<tb-pause-form>`: pauses the clocks of one case, from now on or for a stretch that is over; the due days it moves are shown first. */
import { buttonStyles, fieldStyles, formatDay, formatDuration, surfaceStyles, TongbanElement, tableStyles } from '@tongban/element-kit';
import type { CasePauses, HostService, LimitUnit, MovedClock } from '@tongban/model';
import { type CSSResultGroup, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { dayOf, today } from '../china-day.ts';
import { Loader } from '../loader.ts';
import { renderClockLine } from '../render-clock.ts';
import { renderFailure, renderLoading } from '../render-state.ts';
import { renderClockChanges } from './clock-changes.ts';
import { renderDayField } from './day-field.ts';
import { operatorMessages } from './operator-messages.ts';
import { operatorStyles } from './operators.styles.ts';
import { orderOf, type PauseEnd, type PausePlan, type PlanField, planFor, thoughtOf, withEnd, wrongInPlan } from './pause-plan.ts';
import { Sending } from './sending.ts';
import { textOf } from './text-of.ts';

/** `tb-paused`: the case was paused, or the stretch left out. */
export class PausedEvent extends Event {
  static readonly type = 'tb-paused';
  readonly caseId: string;

  constructor(caseId: string) {
    super(PausedEvent.type, { bubbles: true, composed: true });
    this.caseId = caseId;
  }
}

const END_WORDS = { term: 'pauseForTerm', day: 'pauseToDay', open: 'pauseFromNow', over: 'pauseOver' } as const;
const UNITS: readonly LimitUnit[] = ['workingDay', 'calendarDay', 'month'];

/**
 * The pause of one case. Used inside `<tb-pauses>` and `<tb-case>`.
 *
 * @fires tb-paused - the case was paused, or the stretch left out
 */
export class PauseForm extends TongbanElement {
  static override styles: CSSResultGroup = [TongbanElement.styles, buttonStyles, fieldStyles, surfaceStyles, tableStyles, operatorStyles];

  @property({ attribute: false }) service: HostService | undefined;
  @property({ attribute: 'case-id' }) caseId: string = '';
  @state() private plan: PausePlan = planFor(undefined, today());
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
    await this.loader.load(() => service.pauses(caseId));
    this.begin(this.free()[0]?.id);
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
      ${this.free().length === 0 ? this.renderNone(view) : this.renderForm()}
    </div>`;
  }

  private renderNone({ reasons }: CasePauses): TemplateResult {
    return html`<div class="callout info" role="note"><div>${this.t(reasons.length === 0 ? 'reasonsNone' : 'reasonsLast')}</div></div>`;
  }

  private renderForm(): TemplateResult {
    const { plan } = this;
    const choice = (end: PauseEnd): TemplateResult =>
      html`<label class="choice"><input type="radio" name="end" .checked=${plan.end === end} @change=${() => this.change(withEnd(plan, end, today()))} />${this.t(END_WORDS[end])}</label>`;
    return html`<form class="fields" novalidate @submit=${this.onSubmit}>
      <div class="field">
        <label class="label" for="reason">${this.t('pauseReason')}</label>
        <select id="reason" class="select" aria-describedby="reason-hint" @change=${(event: Event) => this.begin(textOf(event))}>
          ${this.free().map(({ id, name }) => html`<option value=${id} ?selected=${id === plan.reason}>${name}</option>`)}
        </select>
        <p class="hint" id="reason-hint">${this.reasonHint()}</p>
      </div>
      <fieldset class="choices column">
        <legend class="label">${this.t('pauseWhen')}</legend>
        ${(['term', 'day', 'open', 'over'] as const).map(choice)}
      </fieldset>
      <div class="pair">${this.renderEnd()}</div>
      <div class="field">
        <label class="label" for="comment">${this.t('pauseComment')}</label>
        <textarea id="comment" class="textarea" rows="2" maxlength="2000" .value=${this.comment} @input=${(event: Event) => {
          this.comment = textOf(event);
        }}></textarea>
      </div>
      <div aria-live="polite">${this.renderMoved()}</div>
      ${this.sending.render()}
      <div><button type="submit" class="button primary" ?disabled=${this.sending.busy}>${this.t(plan.end === 'over' ? 'pauseLeaveOut' : 'pauseBegin')}</button></div>
    </form>`;
  }

  private renderEnd(): TemplateResult {
    switch (this.plan.end) {
      case 'term':
        return this.renderTerm();
      case 'day':
        return this.renderDay('to', 'pauseTo');
      case 'open':
        return this.renderDay('to', 'pauseExpected');
      case 'over':
        return html`${this.renderDay('from', 'pauseFrom')}${this.renderDay('to', 'pauseTo')}`;
    }
  }

  private renderTerm(): TemplateResult {
    const { plan } = this;
    const wrong = this.wrong('amount');
    return html`<div class="field">
        <label class="label" for="amount">${this.t('pauseTerm')}</label>
        <input
          id="amount"
          class="input"
          inputmode="numeric"
          autocomplete="off"
          aria-required="true"
          aria-describedby="amount-hint"
          aria-invalid=${wrong === undefined ? 'false' : 'true'}
          .value=${plan.amount}
          @input=${(event: Event) => this.change({ ...plan, amount: textOf(event).trim() })}
        />
        <p id="amount-hint" class=${wrong === undefined ? 'hint' : 'field-error'}>${wrong ?? this.t(plan.firstDayCounts ? 'pauseTermHint' : 'pauseTermNextDay')}</p>
      </div>
      <div class="field">
        <label class="label" for="unit">${this.t('pauseUnit')}</label>
        <select id="unit" class="select" @change=${(event: Event) => this.change({ ...plan, unit: textOf(event) as LimitUnit })}>
          ${[...new Set([...UNITS, plan.unit])].map((unit) => html`<option value=${unit} ?selected=${unit === plan.unit}>${this.t(UNIT_WORDS[unit])}</option>`)}
        </select>
      </div>`;
  }

  private renderDay(which: 'from' | 'to', label: 'pauseFrom' | 'pauseTo' | 'pauseExpected'): TemplateResult {
    const hint = label === 'pauseExpected' ? this.t('pauseExpectedHint') : this.t('dayHint');
    const change = (text: string): void => this.change({ ...this.plan, [which]: text });
    return renderDayField({
      ...{ id: which, label: this.t(label), hint, value: this.plan[which], wrong: this.wrong(which), required: true, change },
    });
  }

  private renderMoved(): TemplateResult | typeof nothing {
    const { moved, plan } = this;
    if (moved === undefined) return nothing;
    if (moved.length === 0) return html`<div class="callout info" role="note"><div>${this.t('pauseMovesNone')}</div></div>`;
    const goesOn = plan.end === 'term' || plan.end === 'day' ? moved[0]?.after.resumesAt : undefined;
    return html`<h3>${this.t(plan.end === 'open' ? 'pauseWouldMove' : 'pauseMoves')}</h3>
      ${goesOn === undefined ? nothing : html`<p>${this.t('pauseGoesOn', { day: formatDay(dayOf(goesOn), this.locale) })}</p>`}
      ${renderClockChanges(this, moved, this.t('pauseMoves'))}`;
  }

  // one pause for a reason at a time
  private free(): CasePauses['reasons'] {
    const { reasons = [], lasting = [] } = this.loader.value ?? {};
    return reasons.filter(({ id }) => !lasting.some(({ reason, byCommand }) => byCommand && reason === id));
  }

  private reasonHint(): string {
    const term = this.free().find(({ id }) => id === this.plan.reason)?.term;
    return term === undefined
      ? this.t('pauseReasonHint')
      : this.t('pauseReasonTerm', { term: formatDuration(term.amount, term.unit, this.locale) });
  }

  private begin(reason: string | undefined): void {
    this.checked = false;
    this.change(
      planFor(
        this.free().find(({ id }) => id === reason),
        today(),
      ),
    );
  }

  private change(plan: PausePlan): void {
    if (plan.end !== this.plan.end) this.checked = false;
    this.plan = plan;
    this.sending.clear();
    void this.preview();
  }

  private wrong(field: PlanField): string | undefined {
    const key = this.checked ? wrongInPlan(this.plan, Date.now())[field] : undefined;
    return key && this.t(key);
  }

  private isWrong(): boolean {
    return Object.keys(wrongInPlan(this.plan, Date.now())).length > 0;
  }

  private async preview(): Promise<void> {
    const { service, caseId, plan } = this;
    this.asked += 1;
    const turn = this.asked;
    // What was shown stays until the answer comes, so that nothing jumps away under the pointer.
    if (service === undefined || plan.reason === '' || this.isWrong()) {
      this.moved = undefined;
      return;
    }
    try {
      const moved = await service.previewPause({ caseId, ...thoughtOf(plan) });
      if (turn === this.asked) this.moved = moved;
    } catch {
      // The preview only informs; the pause itself says what is wrong.
    }
  }

  private async onSubmit(event: Event): Promise<void> {
    event.preventDefault();
    const { service, caseId, plan } = this;
    this.checked = true;
    if (this.isWrong()) {
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
      return;
    }
    if (service === undefined) return;
    const comment = this.comment.trim() === '' ? {} : { comment: this.comment.trim() };
    const order = { caseId, reason: plan.reason, ...orderOf(plan), ...comment };
    const done = await this.sending.command((commandId) => service.pause({ commandId, ...order }));
    if (done !== undefined) this.emit(new PausedEvent(caseId));
  }
}

const UNIT_WORDS = {
  workingDay: 'unitWorkingDay',
  calendarDay: 'unitCalendarDay',
  month: 'unitMonth',
  year: 'unitYear',
  hour: 'unitHour',
} as const;

declare global {
  interface HTMLElementTagNameMap {
    'tb-pause-form': PauseForm;
  }
  interface GlobalEventHandlersEventMap {
    'tb-paused': PausedEvent;
  }
}
