/** 试办: click a sample case through on the runtime; tokens on the drawing, lights and the time line beside it. */
import { formatInstant, icon, sentenceOf } from '@tongban/element-kit';
import type { Json, Problem, Scenario, Trial, TrialMoment, TrialOpening, TrialState, TrialTask } from '@tongban/model';
import { textIn } from '@tongban/model';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { feelNames } from '../panel/feel-names.ts';
import type { SurfaceHost } from '../surface-host.ts';
import { stepName } from '../words.ts';
import { ScenarioPlayer } from './scenario-player.ts';
import { outcomeWords } from './scenario-words.ts';
import { markTokens } from './trial-marks.ts';
import { type TrialWords, trialMessages } from './trial-messages.ts';
import { TrialValues } from './trial-values.ts';
import { shownValue } from './value-words.ts';

/** What a trial needs beside the surface. */
export interface TrialHost {
  open(): Promise<TrialOpening>;
  close(): void;
  /** Hands over what was clicked, as a sample case. */
  save(scenario: Scenario): void;
}

export class TrialPanel {
  private readonly host: SurfaceHost;
  private readonly trials: TrialHost;
  private readonly words: TrialWords;
  private trial: Trial | undefined;
  private state: TrialState | undefined;
  private problems: readonly Problem[] = [];
  private values: TrialValues | undefined;
  private readonly atStart = new Map<string, Json>();
  private refused: string | undefined;
  private opened: TrialOpening = { problems: [] };
  private chosen = '';
  private player: ScenarioPlayer | undefined;
  private title = '';
  private saved: string | undefined;
  private forms: import('./trial-forms.ts').TrialFormsDialog | undefined;

  constructor(host: SurfaceHost, trials: TrialHost) {
    this.host = host;
    this.trials = trials;
    this.words = trialMessages.for(host);
  }

  /** Makes a new trial of the flow as it is now. */
  async open(): Promise<void> {
    this.show(undefined, undefined);
    this.endPlaying();
    this.saved = undefined;
    this.opened = await this.trials.open();
    const { trial, problems } = this.opened;
    this.problems = problems.filter(({ severity }) => severity === 'error');
    const { host, words } = this;
    const fields = { host, words, names: feelNames(host.editor, host.context) };
    this.values = trial === undefined ? undefined : new TrialValues(fields, trial, this.atStart);
    this.show(trial, trial?.state);
  }

  end(): void {
    this.endPlaying();
    this.forms?.close();
    this.show(undefined, undefined);
  }

  render(): TemplateResult {
    const { words, trial, state } = this;
    return html`<div class="trial">
      <header class="panel-head">
        <h2>${words('title')}</h2>
        <span class="grow"></span>
        <button type="button" class="button quiet icon-only" title=${words('close')} aria-label=${words('close')} @click=${() => this.trials.close()}>${icon('close')}</button>
      </header>
      <div class="question">
        <p class="hint">${words('lead')}</p>
        ${this.player !== undefined ? this.playing(this.player) : trial === undefined || state === undefined ? this.notOpen() : state.status === 'ready' ? this.beginning(trial) : this.running(state)}
      </div>
    </div>`;
  }

  /** The dialog that is open over the designer. */
  renderDialog(): TemplateResult | typeof nothing {
    return this.forms?.render() ?? nothing;
  }

  private notOpen(): TemplateResult {
    if (this.problems.length === 0) return html`<p role="status">${this.words('opening')}</p>`;
    return html`<p>${this.words('blocked')}</p><tb-problem-list .problems=${this.problems}></tb-problem-list>`;
  }

  private playing(player: ScenarioPlayer): TemplateResult {
    const { words } = this;
    return html`${player.render()}
      ${player.state === undefined ? nothing : this.standing(player.state)}
      <button type="button" class="button" data-action="leave-scenario" @click=${() => void this.open()}>${icon('arrow-left')}${words('leaveScenario')}</button>`;
  }

  private sampleCases(): TemplateResult | typeof nothing {
    const { words } = this;
    const { scenarios = [], play } = this.opened;
    if (scenarios.length === 0 || play === undefined) return nothing;
    return html`<h3>${words('scenarios')}</h3>
      <div class="field">
        <label class="label" for="scenario">${words('scenario')}</label>
        <select class="select" id="scenario" @change=${(event: Event) => {
          this.chosen = (event.target as HTMLSelectElement).value;
        }}>
          ${scenarios.map(({ id, title }) => html`<option value=${id} ?selected=${id === this.chosen}>${title}</option>`)}
        </select>
      </div>
      <button type="button" class="button" data-action="play-scenario" @click=${() => void this.play()}>${words('showScenario')}</button>
      <h3>${words('clickThrough')}</h3>`;
  }

  private async play(): Promise<void> {
    const { scenarios = [], play } = this.opened;
    const scenario = scenarios.find(({ id }) => id === this.chosen) ?? scenarios[0];
    if (scenario === undefined || play === undefined) return;
    this.host.announce(this.words('playing'));
    const played = await play(scenario);
    this.player = new ScenarioPlayer(this.host, this.words, scenario, played, (state) => this.mark(state));
    this.host.requestUpdate();
  }

  private endPlaying(): void {
    this.player?.pause();
    this.player = undefined;
  }

  private beginning(trial: Trial): TemplateResult {
    const { words } = this;
    return html`${this.sampleCases()} ${trial.asks.length === 0 ? nothing : html`<h3>${words('asks')}</h3>`}
      ${this.values?.renderStart()}
      <button type="button" class="button primary" data-action="start-trial" @click=${() => void this.do(trial.start(this.values?.given ?? {}))}>${words('start')}</button>`;
  }

  private running(state: TrialState): TemplateResult {
    const { words, host } = this;
    const time = (at: number): string => formatInstant(at, undefined, host.locale);
    return html`<p role="status">${icon('clock')} ${words('now', { time: time(state.now) })}</p>
      ${state.status === 'completed' ? html`<p class="callout success" role="status">${words('ended', { ending: host.t(`ending.${state.ending ?? 'completed'}`) })}</p>` : nothing}
      ${this.refused === undefined ? nothing : html`<p class="callout error" role="alert">${words('refused', { reason: this.refused })}</p>`}
      ${
        state.tasks.length === 0
          ? nothing
          : html`<h3>${words('open')}</h3>${repeat(
              state.tasks,
              ({ taskId }) => taskId,
              (task) => this.task(task),
            )}`
      }
      ${this.waiting(state, time)}
      ${state.faults.length === 0 ? nothing : html`<h3>${words('faults')}</h3><tb-problem-list .problems=${state.faults}></tb-problem-list>`}
      ${this.lights(state)} ${this.timeLine(state)} ${this.saving(state)}
      <button type="button" class="button" data-action="restart-trial" @click=${() => void this.open()}>${words('restart')}</button>`;
  }

  // how a case that is played stands: to look at
  private standing(state: TrialState): TemplateResult {
    const { words, host } = this;
    return html`<p>${icon('clock')} ${words('now', { time: formatInstant(state.now, undefined, host.locale) })}</p>
      ${state.tasks.length === 0 ? nothing : html`<h3>${words('open')}</h3><ul class="plain" role="list">${state.tasks.map(({ name, of }) => html`<li>${name}${of === undefined ? nothing : words('of', { value: shownValue(of) })}</li>`)}</ul>`}
      ${this.lights(state)} ${this.timeLine(state)}`;
  }

  private timeLine({ timeLine }: TrialState): TemplateResult {
    const { words, host } = this;
    return html`<h3>${words('timeLine')}</h3>
      <ol class="time-line">${[...timeLine]
        .reverse()
        .map(
          (moment) =>
            html`<li><span class="small muted">${formatInstant(moment.at, undefined, host.locale)}</span> ${this.momentWords(moment)}</li>`,
        )}</ol>`;
  }

  private saving({ timeLine }: TrialState): TemplateResult | typeof nothing {
    const { words, saved } = this;
    if (this.host.readonly || !timeLine.some(({ kind }) => kind === 'taskCompleted')) return nothing;
    return html`<div class="field">
        <label class="label" for="scenario-title">${words('saveTitle')}</label>
        <input class="input" id="scenario-title" .value=${this.title} @input=${(event: Event) => {
          this.title = (event.target as HTMLInputElement).value;
        }} />
      </div>
      <button type="button" class="button" data-action="save-scenario" @click=${() => this.save()}>${icon('copy')}${words('save')}</button>
      ${saved === undefined ? nothing : html`<p class="callout success" role="status">${words('saved', { title: saved })}</p>`}`;
  }

  private save(): void {
    const { trial, words } = this;
    const taken = new Set((this.opened.scenarios ?? []).map(({ id }) => id));
    let number = 1;
    while (taken.has(`trial-${number}`)) number++;
    const title = this.title.trim() || `${words('title')} ${number}`;
    if (trial === undefined) return;
    this.trials.save(trial.recorded(`trial-${number}`, title));
    this.saved = title;
    this.host.requestUpdate();
  }

  private task(task: TrialTask): TemplateResult {
    const { taskId, elementId, name, of, outcomes } = task;
    const { words, trial } = this;
    const choices = outcomes.length === 0 ? [{ value: undefined, label: words('complete') }] : outcomes;
    return html`<div class="box" data-trial-task=${elementId}>
      <button type="button" class="link" @click=${() => this.host.editor.select(elementId)}>${name}${of === undefined ? nothing : words('of', { value: shownValue(of) })}</button>
      ${this.values?.renderTask(task)} ${this.formsOf(task)}
      <div class="button-row">
        ${choices.map(
          ({ value, label }) => html`<button
            type="button"
            class="button"
            aria-label=${words('choose', { task: name, outcome: label })}
            @click=${() => trial && void this.do(trial.complete(taskId, value, this.values?.changedIn(taskId)))}
          >${label}</button>`,
        )}
      </div>
      ${this.back(task)}
    </div>`;
  }

  // sent back, or closed, where the step says that it may be
  private back({ taskId, name, returns, rejects }: TrialTask): TemplateResult | typeof nothing {
    const { words, trial } = this;
    if (returns.length === 0 && !rejects) return nothing;
    return html`<div class="button-row">
      ${returns.map(
        (target) =>
          html`<button type="button" class="button" data-return=${target.elementId} aria-label=${words('choose', { task: name, outcome: words('returnTo', { to: target.name }) })} @click=${() => trial && void this.do(trial.returnTo(taskId, target.elementId))}>${words('returnTo', { to: target.name })}</button>`,
      )}
      ${rejects ? html`<button type="button" class="button" data-action="reject-task" aria-label=${words('choose', { task: name, outcome: words('reject') })} @click=${() => trial && void this.do(trial.reject(taskId))}>${words('reject')}</button>` : nothing}
    </div>`;
  }

  // the forms themselves: what conditions do not read, tables, files
  private formsOf(task: TrialTask): TemplateResult | typeof nothing {
    const { words, values, host } = this;
    const element = host.editor.element(task.elementId);
    if (values === undefined || element === undefined || (host.editor.extensionOf(element).filings ?? []).length === 0) return nothing;
    const count = values.countIn(task.taskId);
    return html`<p class="open-forms">
      <button type="button" class="button" data-action="open-forms" aria-label=${words('openFormsOf', { task: task.name })} @click=${() => void this.openForms(task)}>${icon('form')}${words('openForms')}</button>
      ${count === 0 ? nothing : html`<span class="small">${words('changedFields', { count })}</span>`}
    </p>`;
  }

  private async openForms(task: TrialTask): Promise<void> {
    const { TrialFormsDialog } = await import('./trial-forms.ts');
    const { trial, values, host } = this;
    const forms = trial?.formsOf(task.taskId);
    if (forms === undefined || values === undefined) return;
    this.forms ??= new TrialFormsDialog(host, this.words);
    this.forms.open(task, forms, values.changedIn(task.taskId), (changed) => values.changeFields(task.taskId, changed));
  }

  private waiting({ messages, nextTimer }: TrialState, time: (at: number) => string): TemplateResult {
    const { words, trial } = this;
    return html`${messages.length === 0 ? nothing : html`<h3>${words('messages')}</h3>`}
      ${messages.map(
        ({ name, elementId }) =>
          html`<button type="button" class="button" data-message=${elementId} @click=${() => trial && void this.do(trial.message(name))}>${icon('send')}${words('arrive', { name })}</button>`,
      )}
      ${
        nextTimer === undefined
          ? nothing
          : html`<h3>${words('timers')}</h3>
            <button type="button" class="button" data-action="next-timer" @click=${() => trial && void this.do(trial.toNextTimer())}>${icon('clock')}${words('wait', { time: time(nextTimer) })}</button>`
      }`;
  }

  private lights({ lights }: TrialState): TemplateResult | typeof nothing {
    const running = lights.filter(({ stopped }) => !stopped);
    if (running.length === 0) return nothing;
    const { words, host } = this;
    return html`<h3>${words('lights')}</h3>
      <ul class="plain" role="list">${running.map(({ light, name, remaining, unit }) => {
        const left = String(Math.abs(Math.round(remaining * 10) / 10));
        const parts = { name: textIn(name, host.locale), left, unit: host.t(`unit.${unit}`) };
        return html`<li><tb-light color=${light}></tb-light> ${remaining < 0 ? words('overdue', parts) : words('remaining', parts)}</li>`;
      })}</ul>`;
  }

  private momentWords({ kind, elementId, outcome }: TrialMoment): string {
    const element = elementId === undefined ? undefined : this.host.editor.element(elementId);
    const name = element === undefined ? (elementId ?? '') : stepName(this.host.t, element);
    const said = this.words(`moment.${kind}`, { name });
    return outcome === undefined ? said : `${said}（${outcomeWords(this.host, elementId ?? '', outcome)}）`;
  }

  private async do(command: Promise<TrialState>): Promise<void> {
    try {
      this.refused = undefined;
      this.show(this.trial, await command);
    } catch (error) {
      this.refused = sentenceOf(error, this.host);
      this.host.requestUpdate();
    }
  }

  private show(trial: Trial | undefined, state: TrialState | undefined): void {
    this.trial = trial;
    this.values?.wentOn();
    this.state = state;
    this.refused = undefined;
    this.mark(state);
    this.host.requestUpdate();
  }

  private mark(state: TrialState | undefined): void {
    if (this.host.editor.isOpen) markTokens(this.host.editor.get, state);
  }
}
