/** 办理结果: what the person chooses between, and under which name the choice is kept. */
import type { FlowExtension, Outcome } from '@tongban/model';
import { html, nothing, type TemplateResult } from 'lit';
import { addButton, checkField, group, nameField, removeButton, textField } from './fields.ts';
import type { PanelView } from './panel-view.ts';
import { replaced } from './replaced.ts';

/** The group of a user task. */
export function outcomesGroup(view: PanelView): TemplateResult {
  const { t, words, extension, element } = view;
  const { outcomes } = extension;
  const choices = outcomes?.choices ?? [];
  const put = (next: readonly Outcome[], result = outcomes?.result ?? defaultResult(element.id)): void =>
    view.change({ outcomes: next.length === 0 ? undefined : ({ result, choices: next } satisfies FlowExtension['outcomes']) });
  return group(
    t('outcomes'),
    ['outcomes', 'outcome'],
    html`${choices.map((choice, at) => outcomeBox(view, choice, at, (next) => put(next === undefined ? replaced(choices, at) : replaced(choices, at, next))))}
    ${addButton(view, words('addOutcome'), () => put([...choices, { value: freeValue(choices), label: words('newOutcome') }]))}
    ${
      choices.length === 0
        ? nothing
        : nameField(view, {
            id: 'outcome-result',
            label: words('outcomeVariable'),
            hint: words('outcomeVariableHint'),
            value: outcomes?.result ?? '',
            onChange: (result) => put(choices, result),
          })
    }`,
    words('outcomesHint'),
  );
}

function outcomeBox(view: PanelView, outcome: Outcome, at: number, onChange: (outcome: Outcome | undefined) => void): TemplateResult {
  const { t, words } = view;
  const flag = (name: 'reason' | 'danger', on: boolean): Outcome => {
    const { [name]: _, ...rest } = outcome;
    return on ? { ...rest, [name]: true } : rest;
  };
  return html`<div class="box" role="group" aria-label=${words('outcomeOf', { number: at + 1 })}>
    <div class="entry-head">
      <span class="entry-title">${outcome.label}</span>
      ${removeButton(view, words('removeOutcome', { label: outcome.label }), () => onChange(undefined))}
    </div>
    <div class="pair">
      ${textField(view, {
        id: `outcome-${at}-label`,
        help: 'outcomeLabel',
        label: words('outcomeLabel'),
        value: outcome.label,
        error: outcome.label === '' ? t('required') : undefined,
        onChange: (label) => onChange({ ...outcome, label }),
      })}
      ${textField(view, {
        id: `outcome-${at}-value`,
        help: 'outcomeValue',
        label: words('outcomeValue'),
        value: outcome.value,
        error: outcome.value === '' ? t('required') : undefined,
        onChange: (value) => onChange({ ...outcome, value }),
      })}
    </div>
    <div class="choices">
      ${checkField(view, { label: words('outcomeReason'), value: outcome.reason === true, onChange: (on) => onChange(flag('reason', on)) })}
      ${checkField(view, { label: words('outcomeDanger'), value: outcome.danger === true, onChange: (on) => onChange(flag('danger', on)) })}
    </div>
  </div>`;
}

function freeValue(choices: readonly Outcome[]): string {
  const taken = new Set(choices.map((choice) => choice.value));
  const candidates = ['agree', 'disagree', ...choices.map((_, at) => `outcome${at + 1}`), `outcome${choices.length + 1}`];
  return candidates.find((value) => !taken.has(value)) ?? `outcome${choices.length + 2}`;
}

function defaultResult(id: string): string {
  const word = id.replace(/^(Task|Activity)_/, '').replace(/\W/g, '_');
  return `${/^\d/.test(word) ? `result_${word}` : word}Outcome`;
}
