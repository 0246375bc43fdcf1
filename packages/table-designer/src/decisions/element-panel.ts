/** What an element of the model is called, what it says of itself, and what it uses. */
import { icon } from '@tongban/element-kit';
import type { Decision, DecisionModel, FeelType, Locale } from '@tongban/model';
import { html, nothing, type TemplateResult } from 'lit';
import type { DecisionWords } from './decision-messages.ts';
import { changeDecision, changeFunction, changeInput, possibleNeeds, renameElement, setRequirement } from './model-edits.ts';

/** What the panel needs. */
export interface ElementDesk {
  readonly t: DecisionWords;
  readonly model: DecisionModel;
  readonly id: string;
  readonly editable: boolean;
  readonly locale: Locale;
  run(model: DecisionModel, topic?: string): void;
  remove(): void;
}

const TYPES = ['string', 'number', 'boolean', 'date'] as const;

/** See the module comment. */
export function elementPanel(desk: ElementDesk): TemplateResult {
  const { t, model, id } = desk;
  const service = model.services?.find((each) => each.id === id);
  if (service !== undefined) {
    const outputs = service.outputDecisions.map((output) => model.decisions.find((each) => each.id === output)?.name ?? output);
    return html`<div class="card"><p>${t('service', { outputs: outputs.join('、') })}</p><p class="muted">${t('readonlyKind')}</p></div>`;
  }
  const element = [...model.decisions, ...model.inputs, ...model.functions].find((each) => each.id === id);
  if (element === undefined) return html`<p class="muted">${t('readonlyKind')}</p>`;
  const type = 'variable' in element ? element.variable.type : element.type;
  return html`<div class="element">
    ${nameField(desk, element.name)} ${'variable' in element ? english(desk, element) : nothing}
    <div class="field">
      <label class="label" for="element-type">${t('type')}</label>
      <select class="select" id="element-type" ?disabled=${!desk.editable} @change=${(event: Event) => setType(desk, (event.target as HTMLSelectElement).value)}>
        <option value="" .selected=${type === undefined}>${t('type_none')}</option>
        ${TYPES.map((name) => html`<option value=${name} .selected=${type?.name === name}>${t(`type_${name}`)}</option>`)}
        ${type === undefined || (TYPES as readonly string[]).includes(type.name) ? nothing : html`<option value=${type.name} .selected=${true}>${t('type_other', { type: type.name })}</option>`}
      </select>
    </div>
    <div class="field wide">
      <label class="label" for="description">${t('description')}</label>
      <input class="input" id="description" autocomplete="off" .value=${element.description ?? ''} ?readonly=${!desk.editable} @change=${(event: Event) => setDescription(desk, (event.target as HTMLInputElement).value.trim())} />
    </div>
    ${'parameters' in element || 'requires' in element ? needs(desk) : nothing}
    <button type="button" class="button danger quiet" ?disabled=${!desk.editable} @click=${desk.remove}>${icon('trash')}${t('remove')}</button>
  </div>`;
}

function nameField({ t, model, id, editable, run }: ElementDesk, name: string): TemplateResult {
  return html`<div class="field">
    <label class="label" for="name">${t('name')}</label>
    <input class="input" id="name" autocomplete="off" aria-describedby="name-hint" .value=${name} ?readonly=${!editable} @change=${(
      event: Event,
    ) => {
      const input = event.target as HTMLInputElement;
      const next = renameElement(model, id, input.value.trim());
      input.setCustomValidity(next === model && input.value.trim() !== name ? t('nameTaken') : '');
      if (next === model) input.reportValidity();
      else run(next);
    }} />
    <p class="hint" id="name-hint">${t('nameHint')}</p>
  </div>`;
}

function english({ t, model, editable, run }: ElementDesk, { id, labels = {} }: Decision): TemplateResult {
  const { en = '', ...others } = labels;
  return html`<div class="field">
    <label class="label" for="english">${t('english')}</label>
    <input class="input" id="english" lang="en" autocomplete="off" .value=${en} ?readonly=${!editable} @change=${(event: Event) => {
      const words = (event.target as HTMLInputElement).value.trim();
      run(changeDecision(model, id, { labels: words === '' ? others : { ...others, en: words } }));
    }} />
  </div>`;
}

function needs({ t, model, id, editable, run }: ElementDesk): TemplateResult {
  const owner = model.decisions.find((each) => each.id === id);
  const now = new Set(
    owner === undefined
      ? (model.functions.find((each) => each.id === id)?.requiresFunctions ?? [])
      : [...owner.requires, ...owner.requiresInputs, ...owner.requiresFunctions],
  );
  const possible = possibleNeeds(model, id);
  return html`<details class="wide needs">
    <summary>${t('needs')}${now.size === 0 ? nothing : html` <span class="badge">${now.size}</span>`}</summary>
    <p class="hint">${possible.length === 0 ? t('needsNone') : t('needsHint')}</p>
    <div class="choices">${possible.map(
      (each) =>
        html`<label class="choice"><input type="checkbox" .checked=${now.has(each.id)} ?disabled=${!editable} @change=${(event: Event) => run(setRequirement(model, id, each.id, (event.target as HTMLInputElement).checked))} /><span>${each.name}</span></label>`,
    )}</div>
  </details>`;
}

function setType({ model, id, run }: ElementDesk, name: string): void {
  const type: FeelType | undefined = name === '' ? undefined : { name };
  const decision = model.decisions.find((each) => each.id === id);
  if (decision !== undefined) {
    const { type: _, ...variable } = decision.variable;
    run(changeDecision(model, id, { variable: type === undefined ? variable : { ...variable, type } }));
  } else if (model.inputs.some((each) => each.id === id)) run(withType(changeInput(model, id, {}), id, type));
  else run(withType(changeFunction(model, id, {}), id, type));
}

function withType(model: DecisionModel, id: string, type: FeelType | undefined): DecisionModel {
  const typed = <Element extends { readonly id: string; readonly type?: FeelType }>(each: Element): Element => {
    if (each.id !== id) return each;
    const { type: _, ...rest } = each;
    return (type === undefined ? rest : { ...rest, type }) as Element;
  };
  return { ...model, inputs: model.inputs.map(typed), functions: model.functions.map(typed) };
}

function setDescription({ model, id, run }: ElementDesk, description: string): void {
  const said = <Element extends { readonly id: string; readonly description?: string }>(each: Element): Element => {
    if (each.id !== id) return each;
    const { description: _, ...rest } = each;
    return (description === '' ? rest : { ...rest, description }) as Element;
  };
  run({ ...model, inputs: model.inputs.map(said), functions: model.functions.map(said), decisions: model.decisions.map(said) });
}
