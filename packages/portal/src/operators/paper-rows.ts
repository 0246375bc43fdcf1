/** The rows of a case from paper: where it stands since when, and what was done on which day. */
import { type ComboboxChangeEvent, type ComboboxSource, icon, type TongbanElement } from '@tongban/element-kit';
import type { FlowElement } from '@tongban/model';
import { type CSSResult, css, html, nothing, type TemplateResult } from 'lit';
import { operatorMessages } from './operator-messages.ts';
import type { TypedPlace, TypedStep } from './paper-order.ts';
import { textOf } from './text-of.ts';

/** Renders the field of a day. */
export type DayFieldOf = (id: string, label: string, value: string, change: (day: string) => void) => TemplateResult;

/** Where the case stands. */
export interface PlaceRows {
  readonly places: readonly TypedPlace[];
  readonly elements: readonly FlowElement[];
  readonly people: ComboboxSource;
  readonly day: DayFieldOf;
  change(places: readonly TypedPlace[]): void;
}

/** What was done. */
export interface DoneRows {
  readonly done: readonly TypedStep[];
  readonly elements: readonly FlowElement[];
  readonly day: DayFieldOf;
  change(done: readonly TypedStep[]): void;
}

/** A row for each place. */
export function renderPlaces(host: TongbanElement, { places, elements, people, day, change }: PlaceRows): readonly TemplateResult[] {
  const t = operatorMessages.for(host);
  return places.map((place, at) => {
    const set = (part: Partial<TypedPlace>): void => change(changed(places, at, part));
    const label = t('paperPlace', { at: at + 1 });
    return html`<div class="row" role="group" aria-label=${label}>
      ${renderElement({ id: `place-${at}`, label: t('paperStep'), value: place.nodeId, elements, change: (nodeId) => set({ nodeId }) })}
      ${day(`since-${at}`, t('paperSince'), place.since, (since) => set({ since }))}
      <tb-combobox
        label=${t('paperAssignee')}
        hint=${t('paperAssigneeHint')}
        .source=${people}
        .value=${place.assignee?.id ?? ''}
        value-label=${place.assignee?.name ?? ''}
        @tb-combobox-change=${({ value, option }: ComboboxChangeEvent) => set({ assignee: option === undefined ? undefined : { id: value, name: option.label } })}
      ></tb-combobox>
      ${places.length < 2 ? nothing : renderRemove(`${t('paperRemove')} ${label}`, () => change(without(places, at)))}
    </div>`;
  });
}

/** A row for each step that was done. */
export function renderDone(host: TongbanElement, { done, elements, day, change }: DoneRows): readonly TemplateResult[] {
  const t = operatorMessages.for(host);
  return done.map((step, at) => {
    const set = (part: Partial<TypedStep>): void => change(changed(done, at, part));
    const label = t('paperDoneOne', { at: at + 1 });
    return html`<div class="row" role="group" aria-label=${label}>
      ${renderElement({ id: `done-${at}`, label: t('paperStep'), value: step.nodeId, elements, change: (nodeId) => set({ nodeId }) })}
      ${day(`day-${at}`, t('paperDay'), step.day, (on) => set({ day: on }))}
      ${renderText(`by-${at}`, t('paperBy'), step.byName, (byName) => set({ byName }))}
      ${renderText(`said-${at}`, t('paperSaid'), step.comment, (comment) => set({ comment }))}
      ${renderRemove(`${t('paperRemove')} ${label}`, () => change(without(done, at)))}
    </div>`;
  });
}

/** The sheet that goes with the rows. */
export const paperRowsStyles: CSSResult = css`
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 12px;
    align-items: flex-start;
  }

  .row > * {
    flex: 1 1 200px;
    min-width: 0;
  }

  .row + .row {
    margin-block-start: 12px;
  }

  .row > .button {
    flex: none;
    margin-block-start: calc(var(--_line-height) + 4px);
  }
`;

// helpers

interface ElementField {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly elements: readonly FlowElement[];
  change(nodeId: string): void;
}

function renderElement({ id, label, value, elements, change }: ElementField): TemplateResult {
  return html`<div class="field">
    <label class="label" for=${id}>${label}</label>
    <select id=${id} class="select" @change=${(event: Event) => change(textOf(event))}>
      ${elements.map(({ nodeId, name, within }) => html`<option value=${nodeId} ?selected=${nodeId === value}>${within === undefined ? name : `${within}：${name}`}</option>`)}
    </select>
  </div>`;
}

function renderText(id: string, label: string, value: string, change: (text: string) => void): TemplateResult {
  return html`<div class="field">
    <label class="label" for=${id}>${label}</label>
    <input id=${id} class="input" maxlength="200" .value=${value} @input=${(event: Event) => change(textOf(event))} />
  </div>`;
}

function renderRemove(label: string, remove: () => void): TemplateResult {
  return html`<button type="button" class="button quiet icon-only" aria-label=${label} @click=${remove}>${icon('trash')}</button>`;
}

function changed<Row>(rows: readonly Row[], at: number, part: Partial<Row>): readonly Row[] {
  return rows.map((row, index) => (index === at ? { ...row, ...part } : row));
}

function without<Row>(rows: readonly Row[], at: number): readonly Row[] {
  return rows.filter((_, index) => index !== at);
}
