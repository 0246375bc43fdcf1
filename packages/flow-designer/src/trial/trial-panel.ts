/** 试办: click a sample case through on the runtime; tokens on the drawing, lights and the time line beside it. */
import { formatInstant, icon, sentenceOf } from '@tongban/element-kit';
import type { Json, JsonObject, Problem, Trial, TrialMoment, TrialOpening, TrialState } from '@tongban/model';
import { textIn } from '@tongban/model';
import { html, nothing, type TemplateResult } from 'lit';
import type { SurfaceHost } from '../surface-host.ts';
import { stepName } from '../words.ts';
import { markTokens } from './trial-marks.ts';
import { trialMessages } from './trial-messages.ts';

/** What a trial needs beside the surface. */
export interface TrialHost {
  open(): Promise<TrialOpening>;
  close(): void;
}

export class TrialPanel {
  private readonly host: SurfaceHost;
  private readonly trials: TrialHost;
  private readonly words: ReturnType<typeof trialMessages.for>;
  private trial: Trial | undefined;
  private state: TrialState | undefined;
  private problems: readonly Problem[] = [];
  private values: Readonly<Record<string, string>> = {};
  private refused: string | undefined;

  constructor(host: SurfaceHost, trials: TrialHost) {
    this.host = host;
    this.trials = trials;
    this.words = trialMessages.for(host);
  }

  /** Makes a new trial of the flow as it is now. */
  async open(): Promise<void> {
    this.show(undefined, undefined);
    const { trial, problems } = await this.trials.open();
    this.problems = problems.filter(({ severity }) => severity === 'error');
    this.show(trial, trial?.state);
  }

  end(): void {
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
        ${trial === undefined || state === undefined ? this.notOpen() : state.status === 'ready' ? this.beginning(trial) : this.running(state)}
      </div>
    </div>`;
  }

  private notOpen(): TemplateResult {
    if (this.problems.length === 0) return html`<p role="status">${this.words('opening')}</p>`;
    return html`<p>${this.words('blocked')}</p><tb-problem-list .problems=${this.problems}></tb-problem-list>`;
  }

  private beginning(trial: Trial): TemplateResult {
    const { words } = this;
    return html`${trial.asks.length === 0 ? nothing : html`<h3>${words('asks')}</h3>`}
      ${trial.asks.map(
        (path, at) => html`<div class="field">
          <label class="label mono" for="ask-${at}">${path}</label>
          <input class="input" id="ask-${at}" .value=${this.values[path] ?? ''} @input=${(event: Event) => {
            this.values = { ...this.values, [path]: (event.target as HTMLInputElement).value };
          }} />
        </div>`,
      )}
      <button type="button" class="button primary" data-action="start-trial" @click=${() => void this.do(trial.start(valuesFrom(this.values)))}>${words('start')}</button>`;
  }

  private running(state: TrialState): TemplateResult {
    const { words, host } = this;
    const time = (at: number): string => formatInstant(at, undefined, host.locale);
    return html`<p role="status">${icon('clock')} ${words('now', { time: time(state.now) })}</p>
      ${state.status === 'completed' ? html`<p class="callout success" role="status">${words('ended', { ending: host.t(`ending.${state.ending ?? 'completed'}`) })}</p>` : nothing}
      ${this.refused === undefined ? nothing : html`<p class="callout error" role="alert">${words('refused', { reason: this.refused })}</p>`}
      ${state.tasks.length === 0 ? nothing : html`<h3>${words('open')}</h3>${state.tasks.map((task) => this.task(task))}`}
      ${this.waiting(state, time)}
      ${state.faults.length === 0 ? nothing : html`<h3>${words('faults')}</h3><tb-problem-list .problems=${state.faults}></tb-problem-list>`}
      ${this.lights(state)}
      <h3>${words('timeLine')}</h3>
      <ol class="time-line">${[...state.timeLine].reverse().map((moment) => html`<li><span class="small muted">${time(moment.at)}</span> ${this.momentWords(moment)}</li>`)}</ol>
      <button type="button" class="button" data-action="restart-trial" @click=${() => void this.open()}>${words('restart')}</button>`;
  }

  private task({ taskId, elementId, name, of, outcomes }: TrialState['tasks'][number]): TemplateResult {
    const { words, trial } = this;
    const choices = outcomes.length === 0 ? [{ value: undefined, label: words('complete') }] : outcomes;
    return html`<div class="box" data-trial-task=${elementId}>
      <button type="button" class="link" @click=${() => this.host.editor.select(elementId)}>${name}${of === undefined ? nothing : words('of', { value: shown(of) })}</button>
      <div class="button-row">
        ${choices.map(
          ({ value, label }) => html`<button
            type="button"
            class="button"
            aria-label=${words('choose', { task: name, outcome: label })}
            @click=${() => trial && void this.do(trial.complete(taskId, value))}
          >${label}</button>`,
        )}
      </div>
    </div>`;
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
    return outcome === undefined ? said : `${said}（${outcome}）`;
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
    this.state = state;
    this.refused = undefined;
    if (this.host.editor.isOpen) markTokens(this.host.editor.get, state);
    this.host.requestUpdate();
  }
}

function shown(value: Json): string {
  if (typeof value !== 'object' || value === null) return String(value);
  const { name, itemName, id } = value as JsonObject;
  return String(name ?? itemName ?? id ?? JSON.stringify(value));
}

// `application.amount` = 5 becomes { application: { amount: 5 } }; what is no number, true or false is a text
function valuesFrom(texts: Readonly<Record<string, string>>): JsonObject {
  const values: Record<string, Json> = {};
  for (const [path, text] of Object.entries(texts)) {
    if (text.trim() === '') continue;
    const [first = '', ...rest] = path.split('.');
    values[first] = put(values[first], rest, readValue(text.trim()));
  }
  return values;
}

function put(into: Json | undefined, [name, ...rest]: readonly string[], value: Json): Json {
  if (name === undefined) return value;
  const object = typeof into === 'object' && into !== null && !Array.isArray(into) ? (into as JsonObject) : {};
  return { ...object, [name]: put(object[name], rest, value) };
}

function readValue(text: string): Json {
  if (/^-?\d{1,15}(\.\d+)?$/.test(text)) return Number(text);
  if (text === 'true' || text === 'false') return text === 'true';
  return text.replace(/^"(.*)"$/, '$1');
}
