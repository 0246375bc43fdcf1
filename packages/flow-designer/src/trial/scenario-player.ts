/** Walks through a sample case that was played: step by step, to and fro, or by itself; a step that failed says why. */
import { icon } from '@tongban/element-kit';
import type { PlayedStep, Scenario, TrialState } from '@tongban/model';
import { html, nothing, type TemplateResult } from 'lit';
import type { SurfaceHost } from '../surface-host.ts';
import { stepWords } from './scenario-words.ts';
import type { TrialWords } from './trial-messages.ts';

const PACE_MS = 1200;

export class ScenarioPlayer {
  private readonly host: SurfaceHost;
  private readonly words: TrialWords;
  private readonly scenario: Scenario;
  private readonly played: readonly PlayedStep[];
  private readonly onState: (state: TrialState | undefined) => void;
  private at = 0;
  private running: ReturnType<typeof setTimeout> | undefined;

  constructor(
    host: SurfaceHost,
    words: TrialWords,
    scenario: Scenario,
    played: readonly PlayedStep[],
    onState: (state: TrialState | undefined) => void,
  ) {
    this.host = host;
    this.words = words;
    this.scenario = scenario;
    this.played = played;
    this.onState = onState;
    this.goTo(0);
  }

  /** How the case stands at the step that is shown. */
  get state(): TrialState | undefined {
    return this.played[this.at]?.state;
  }

  pause(): void {
    clearTimeout(this.running);
    this.running = undefined;
    this.host.requestUpdate();
  }

  render(): TemplateResult {
    const { words, at, played } = this;
    const last = played.length - 1;
    const ok = played.length === this.scenario.steps.length && played[last]?.failures.length === 0;
    return html`<h3>${this.scenario.title}</h3>
      <p class="callout ${ok ? 'success' : 'error'}" role="status">${ok ? words('cameOut') : words('failedAt', { number: played.length })}</p>
      <div class="button-row" role="group" aria-label=${words('player')}>
        <button type="button" class="button" data-action="step-back" ?disabled=${at === 0} @click=${() => this.walk(-1)}>${icon('arrow-left')}${words('back')}</button>
        <button type="button" class="button primary" data-action="play" aria-pressed=${this.running !== undefined} @click=${() => this.toggle()}>${words(this.running === undefined ? 'play' : 'pause')}</button>
        <button type="button" class="button" data-action="step-on" ?disabled=${at >= last} @click=${() => this.walk(1)}>${icon('arrow-right')}${words('on')}</button>
      </div>
      <ol class="scenario-steps">${played.map((step, index) => this.step(step, index))}</ol>`;
  }

  private step({ step, failures }: PlayedStep, index: number): TemplateResult {
    const { words, host, scenario } = this;
    const failed = failures.length > 0;
    return html`<li data-played=${index}>
      <button type="button" class="link" aria-current=${index === this.at ? 'step' : nothing} @click=${() => this.choose(index)}>
        ${failed ? html`<span class="badge red">${words('failed')}</span>` : nothing} ${stepWords(host, words, scenario, step)}
      </button>
      ${failures.map(({ text, code }) => html`<p class="field-error" role="alert">${text}${code === undefined ? nothing : html` <span class="mono small">${code}</span>`}</p>`)}
    </li>`;
  }

  private choose(index: number): void {
    this.pause();
    this.goTo(index);
  }

  private walk(by: 1 | -1): void {
    this.choose(Math.min(this.played.length - 1, Math.max(0, this.at + by)));
  }

  private toggle(): void {
    if (this.running !== undefined) {
      this.pause();
      return;
    }
    if (this.at >= this.played.length - 1) this.goTo(0);
    this.playOn();
  }

  private playOn(): void {
    this.running = setTimeout(() => {
      this.goTo(this.at + 1);
      if (this.at >= this.played.length - 1) this.pause();
      else this.playOn();
    }, PACE_MS);
    this.host.requestUpdate();
  }

  private goTo(index: number): void {
    this.at = index;
    this.onState(this.state);
    const step = this.played[index];
    if (step !== undefined) this.host.announce(stepWords(this.host, this.words, this.scenario, step.step));
    void this.host.updateComplete.then(() =>
      this.host.renderRoot.querySelector(`[data-played="${index}"]`)?.scrollIntoView({ block: 'nearest' }),
    );
    this.host.requestUpdate();
  }
}
