/** `<tb-start-case>`: choose a measure and a registered project, and begin to fill in. */
import {
  buttonStyles,
  type ComboboxChangeEvent,
  type ComboboxOption,
  newCommandId,
  sentenceOf,
  surfaceStyles,
  TongbanElement,
} from '@tongban/element-kit';
import type { CaseService, Problem, StartableMeasure } from '@tongban/model';
import { type CSSResultGroup, css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { CaseStartedEvent } from './events.ts';
import { Loader } from './loader.ts';
import { portalMessages } from './portal-messages.ts';
import { renderFailure, renderLoading } from './render-state.ts';

/**
 * The way into a new case.
 *
 * @summary Measures the person may start, project by code or name.
 * @fires tb-case-started - the case is there
 */
export class StartCase extends TongbanElement {
  static override styles: CSSResultGroup = [
    TongbanElement.styles,
    buttonStyles,
    surfaceStyles,
    css`
      :host {
        display: block;
        max-width: 720px;
      }

      .measures {
        display: grid;
        gap: 12px;
        margin: 0 0 20px;
        padding: 0;
        border: 0;
      }

      legend {
        padding: 0;
      }

      .measure {
        display: flex;
        gap: 12px;
        padding: 16px;
        border: 1px solid var(--_line);
        border-radius: var(--_radius);
        background: var(--_surface);
        cursor: pointer;
      }

      .measure.chosen {
        border-color: var(--_accent);
        background: var(--_accent-weak);
      }

      .measure input {
        margin-top: 4px;
        accent-color: var(--_accent);
      }

      .measure strong {
        display: block;
      }

      .go {
        margin-top: 20px;
      }
    `,
  ];

  @property({ attribute: false }) service: CaseService | undefined;
  @state() private releaseId = '';
  @state() private projectCode = '';
  @state() private missing = '';
  @state() private problems: readonly Problem[] = [];
  @state() private busy = false;

  private readonly t = portalMessages.for(this);
  private readonly measures = new Loader<readonly StartableMeasure[]>(this);
  private commandId = newCommandId();

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('service')) void this.reload();
  }

  /** Asks the service again. */
  async reload(): Promise<void> {
    const { service } = this;
    if (service === undefined) return;
    await this.measures.load(() => service.startable());
    this.releaseId = this.measures.value?.[0]?.releaseId ?? '';
  }

  override render(): TemplateResult {
    if (this.measures.error !== undefined) return renderFailure(this, this.measures.error, () => void this.reload());
    const measures = this.measures.value;
    if (measures === undefined) return renderLoading(this);
    if (measures.length === 0) return html`<tb-empty icon="form" heading=${this.t('startNone')}>${this.t('startNoneHint')}</tb-empty>`;
    const chosen = measures.find((measure) => measure.releaseId === this.releaseId);
    return html`<form @submit=${this.onSubmit} novalidate>
      <fieldset class="measures">
        <legend class="card-title">${this.t('chooseMeasure')}</legend>
        ${measures.map((measure) => this.renderMeasure(measure))}
      </fieldset>
      ${
        chosen?.asksProject === true
          ? html`<tb-combobox
            label=${this.t('chooseProject')}
            hint=${this.t('projectHint')}
            required
            .value=${this.projectCode}
            .source=${this.findProjects}
            .error=${this.missing}
            @tb-combobox-change=${this.onProject}
          ></tb-combobox>`
          : nothing
      }
      ${this.problems.length === 0 ? nothing : html`<tb-problem-list .problems=${this.problems}></tb-problem-list>`}
      <button class="button primary go" type="submit" ?disabled=${this.busy}>${this.t('start')}</button>
    </form>`;
  }

  private renderMeasure(measure: StartableMeasure): TemplateResult {
    return html`<label class="measure ${measure.releaseId === this.releaseId ? 'chosen' : ''}">
      <input type="radio" name="measure" .checked=${measure.releaseId === this.releaseId} @change=${() => this.chooseMeasure(measure)} />
      <span><strong>${measure.title}</strong><span class="muted">${measure.summary ?? ''}</span></span>
    </label>`;
  }

  private chooseMeasure(measure: StartableMeasure): void {
    this.releaseId = measure.releaseId;
    this.problems = [];
  }

  private readonly findProjects = async (text: string): Promise<readonly ComboboxOption[]> => {
    const projects = (await this.service?.projects(text)) ?? [];
    return projects.map((project) => ({ value: project.code, label: project.name, hint: `${project.code}　${project.enterprise.name}` }));
  };

  private onProject(event: ComboboxChangeEvent): void {
    this.projectCode = event.value;
    this.missing = '';
    this.problems = [];
  }

  private async onSubmit(event: Event): Promise<void> {
    event.preventDefault();
    const { service, releaseId, projectCode } = this;
    const asks = this.measures.value?.find((measure) => measure.releaseId === releaseId)?.asksProject ?? false;
    if (service === undefined || this.busy) return;
    if (asks && projectCode === '') {
      this.missing = this.t('projectMissing');
      this.renderRoot.querySelector('tb-combobox')?.focus();
      return;
    }
    this.busy = true;
    try {
      const answer = await service.start({ commandId: this.commandId, releaseId, ...(asks ? { projectCode } : {}) });
      this.commandId = newCommandId();
      if (answer.ok) this.emit(new CaseStartedEvent(answer.caseId, answer.taskId));
      else this.problems = answer.problems;
    } catch (error) {
      this.announce(sentenceOf(error, this), 'assertive');
      this.missing = sentenceOf(error, this);
    } finally {
      this.busy = false;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tb-start-case': StartCase;
  }
}
