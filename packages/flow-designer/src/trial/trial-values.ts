/** The values that a person gives in a trial: at its start, and for each open task before it is done. */
import type { Json, JsonObject, Trial, TrialAsk, TrialTask } from '@tongban/model';
import { html, nothing, type TemplateResult } from 'lit';
import type { ChangedFields } from './trial-forms.ts';
import { canBeTyped, type ValueFields, valueField } from './value-field.ts';
import { valueAt, valuesByName } from './value-words.ts';

type Given = Readonly<Record<string, Json>>;

export class TrialValues {
  private readonly fields: ValueFields;
  private readonly trial: Trial;
  private readonly atStart: Map<string, Json>;
  // by task: what it asks as the case stands, and what was changed of it
  private readonly asked = new Map<number, readonly TrialAsk[]>();
  private readonly changed = new Map<number, Given>();

  /** `atStart`, by path, outlives the trial: beginning again begins with the same. */
  constructor(fields: ValueFields, trial: Trial, atStart: Map<string, Json>) {
    this.fields = fields;
    this.trial = trial;
    this.atStart = atStart;
  }

  /** What was given at the start. */
  get given(): JsonObject {
    return valuesByName(Object.fromEntries([...this.atStart].filter(([, value]) => value !== null)));
  }

  /** What was changed of the forms of the task. */
  changedIn(taskId: number): JsonObject {
    return valuesByName(this.changed.get(taskId) ?? {});
  }

  /** How many fields of the task were changed. */
  countIn(taskId: number): number {
    return new Set(Object.keys(this.changed.get(taskId) ?? {}).map(fieldOf)).size;
  }

  /** Whole fields were changed, in the forms themselves. */
  changeFields(taskId: number, fields: ChangedFields): void {
    const before = Object.entries(this.changed.get(taskId) ?? {}).filter(([path]) => !Object.hasOwn(fields, fieldOf(path)));
    this.changed.set(taskId, { ...Object.fromEntries(before), ...fields });
  }

  /** The case went on: what tasks ask may have changed. */
  wentOn(): void {
    this.asked.clear();
  }

  renderStart(): readonly TemplateResult[] {
    return this.trial.asks.map((path, at) =>
      valueField(this.fields, `ask-${at}`, { path, value: this.atStart.get(path) ?? null }, (value) => this.atStart.set(path, value)),
    );
  }

  renderTask({ taskId, name }: TrialTask): TemplateResult | typeof nothing {
    const asks = this.asksOf(taskId);
    if (asks.length === 0) return nothing;
    const changed = this.changedIn(taskId);
    const standing = (ask: TrialAsk): TrialAsk => ({ ...ask, value: valueAt(changed, ask.path) ?? ask.value });
    return html`<div class="asks" role="group" aria-label=${this.fields.words('fills', { task: name })}>
      ${asks.map((ask, at) => valueField(this.fields, `task-${taskId}-${at}`, standing(ask), (value) => this.change(taskId, ask.path, value)))}
    </div>`;
  }

  private change(taskId: number, path: string, value: Json): void {
    this.changed.set(taskId, { ...this.changed.get(taskId), [path]: value });
  }

  private asksOf(taskId: number): readonly TrialAsk[] {
    const known = this.asked.get(taskId);
    if (known !== undefined) return known;
    const asks = this.trial.asksOf(taskId).filter((ask) => canBeTyped(this.fields, ask));
    this.asked.set(taskId, asks);
    return asks;
  }
}

// `application.land.choice` is in the field `application.land`
function fieldOf(path: string): string {
  return path.split('.').slice(0, 2).join('.');
}
