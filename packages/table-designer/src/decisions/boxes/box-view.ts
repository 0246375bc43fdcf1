/** Boxed expressions as boxes in boxes: each text is FEEL, each box can become one of another kind, and none is ever lost by being shown. */
import { icon } from '@tongban/element-kit';
import type { FeelChangeEvent } from '@tongban/element-kit/feel';
import { type FeelName, parseFeel } from '@tongban/feel-parser';
import type { DecisionLogic, DecisionVariable, FeelExpression, JsonObject } from '@tongban/model';
import { html, nothing, type TemplateResult } from 'lit';
import type { TableContext } from '../../table-context.ts';
import type { TableChangeEvent } from '../../table-events.ts';
import type { DecisionWords } from '../decision-messages.ts';
import { blankLogic, LOGIC_KINDS, type LogicKind } from './blank-logic.ts';

/** What every box needs. */
export interface BoxDesk {
  readonly t: DecisionWords;
  readonly editable: boolean;
  /** What its expressions may read. */
  readonly names: readonly FeelName[];
  /** The same for tables in boxes. */
  readonly context: TableContext;
  readonly given: JsonObject;
  /** The id that those of new tables begin with. */
  readonly id: string;
  /** Another kind of box; asks before anything is lost. */
  become(kind: LogicKind, logic: DecisionLogic, change: Change): void;
}

/** Puts another box in the place of one. */
export type Change = (logic: DecisionLogic) => void;

/** The box of `logic`; `label` is what it is for. */
export function boxView(desk: BoxDesk, logic: DecisionLogic, label: string, change: Change): TemplateResult {
  const { t } = desk;
  return html`<section class="box of-${logic.kind}" aria-label=${label}>
    <header class="box-head">
      <span class="box-label">${label}</span>
      <select class="select" aria-label="${label}：${t('as')}" ?disabled=${!desk.editable} @change=${(event: Event) => {
        const select = event.target as HTMLSelectElement;
        desk.become(select.value as LogicKind, logic, change);
        select.value = logic.kind;
      }}>${LOGIC_KINDS.map((kind) => html`<option value=${kind} .selected=${kind === logic.kind}>${t(`box_${kind}`)}</option>`)}</select>
    </header>
    ${content(desk, logic, label, change)}
  </section>`;
}

function content(desk: BoxDesk, logic: DecisionLogic, label: string, change: Change): TemplateResult {
  const { t } = desk;
  const part = (name: string, inner: DecisionLogic, next: Change): TemplateResult => boxView(desk, inner, name, next);
  switch (logic.kind) {
    case 'table':
      return html`<tb-table-designer class="inner" .table=${logic} .context=${desk.context} .given=${desk.given} label=${label} ?readonly=${!desk.editable} @tb-table-change=${(
        event: TableChangeEvent,
      ) => {
        event.stopPropagation();
        change(event.table);
      }}></tb-table-designer>`;
    case 'literal':
      return feelField(desk, label, logic.expression, 2, (expression) => change({ ...logic, expression }));
    case 'context':
      return contextBox(desk, logic, change);
    case 'invocation':
      return invocationBox(desk, logic, change);
    case 'list':
      return listBox(desk, logic, change);
    case 'relation':
      return relationBox(desk, logic, change);
    case 'function':
      return functionBox(desk, logic, change);
    case 'conditional':
      return html`${part(t('condition'), logic.condition, (condition) => change({ ...logic, condition }))}
        ${part(t('yes'), logic.yes, (yes) => change({ ...logic, yes }))} ${part(t('no'), logic.no, (no) => change({ ...logic, no }))}`;
    case 'filter':
      return html`${part(t('over'), logic.over, (over) => change({ ...logic, over }))}
        ${boxView(withNames(desk, ['item']), logic.match, t('match'), (match) => change({ ...logic, match }))}`;
    default:
      return html`${part(t('over'), logic.over, (over) => change({ ...logic, over }))}
        ${nameField(desk, t('variable'), logic.variable, (variable) => change({ ...logic, variable }))}
        ${boxView(withNames(desk, [logic.variable]), logic.body, t(logic.kind === 'for' ? 'return' : 'satisfies'), (body) => change({ ...logic, body }))}`;
  }
}

type Of<Kind extends LogicKind> = Extract<DecisionLogic, { readonly kind: Kind }>;

// each step reads those before it; the one without a name is the result
function contextBox(desk: BoxDesk, logic: Of<'context'>, change: Change): TemplateResult {
  const { t } = desk;
  const before = (at: number): string[] => logic.entries.slice(0, at).flatMap(({ variable }) => variable?.name ?? []);
  const hasResult = logic.entries.some(({ variable }) => variable === undefined);
  const insert = (named: boolean): void => {
    const steps = logic.entries.filter(({ variable }) => variable !== undefined).length;
    const entry = {
      ...(named ? { variable: { name: `${t('item', { number: steps + 1 }).replace(/\s/g, '')}` } } : {}),
      value: blankLogic('literal', desk.id),
    };
    const at = named && hasResult ? logic.entries.length - 1 : logic.entries.length;
    change({ ...logic, entries: [...logic.entries.slice(0, at), entry, ...logic.entries.slice(at)] });
  };
  return html`<ol class="parts">${logic.entries.map(
    (entry, at) => html`<li class="part">
        ${
          entry.variable === undefined
            ? nothing
            : nameField(desk, t('entryName', { number: at + 1 }), entry.variable.name, (name) =>
                change({ ...logic, entries: replaced(logic.entries, at, { ...entry, variable: { ...entry.variable, name } }) }),
              )
        }
        ${boxView(withNames(desk, before(at)), entry.value, entry.variable?.name ?? t('entryResult'), (value) => change({ ...logic, entries: replaced(logic.entries, at, { ...entry, value }) }))}
        ${removeButton(desk, t('removeEntry', { number: at + 1 }), logic.entries.length > 1, () => change({ ...logic, entries: without(logic.entries, at) }))}
      </li>`,
  )}</ol>
    <div class="button-row">${addButton(desk, t('addEntry'), () => insert(true))} ${hasResult ? nothing : addButton(desk, t('addResult'), () => insert(false))}</div>`;
}

function invocationBox(desk: BoxDesk, logic: Of<'invocation'>, change: Change): TemplateResult {
  const { t } = desk;
  return html`${feelField(desk, t('callee'), logic.callee, 1, (callee) => change({ ...logic, callee }))}
    <ol class="parts">${logic.bindings.map(
      (binding, at) => html`<li class="part">
        ${nameField(desk, t('parameter', { number: at + 1 }), binding.parameter.name, (name) => change({ ...logic, bindings: replaced(logic.bindings, at, { ...binding, parameter: { ...binding.parameter, name } }) }))}
        ${boxView(desk, binding.value, binding.parameter.name, (value) => change({ ...logic, bindings: replaced(logic.bindings, at, { ...binding, value }) }))}
        ${removeButton(desk, t('removeEntry', { number: at + 1 }), true, () => change({ ...logic, bindings: without(logic.bindings, at) }))}
      </li>`,
    )}</ol>
    <div class="button-row">${addButton(desk, t('addParameter'), () =>
      change({
        ...logic,
        bindings: [...logic.bindings, { parameter: { name: `p${logic.bindings.length + 1}` }, value: blankLogic('literal', desk.id) }],
      }),
    )}</div>`;
}

function listBox(desk: BoxDesk, logic: Of<'list'>, change: Change): TemplateResult {
  const { t } = desk;
  return html`<ol class="parts">${logic.items.map(
    (item, at) => html`<li class="part">
        ${boxView(desk, item, t('item', { number: at + 1 }), (next) => change({ ...logic, items: replaced(logic.items, at, next) }))}
        ${removeButton(desk, t('removeEntry', { number: at + 1 }), true, () => change({ ...logic, items: without(logic.items, at) }))}
      </li>`,
  )}</ol>
    <div class="button-row">${addButton(desk, t('addItem'), () => change({ ...logic, items: [...logic.items, blankLogic('literal', desk.id)] }))}</div>`;
}

function relationBox(desk: BoxDesk, logic: Of<'relation'>, change: Change): TemplateResult {
  const { t } = desk;
  const { columns, rows } = logic;
  const blank = (): DecisionLogic => blankLogic('literal', desk.id);
  return html`<div class="scroll"><table class="table relation">
      <thead><tr>${columns.map(
        (column, at) => html`<th scope="col">
          ${nameField(desk, t('column', { number: at + 1 }), column.name, (name) => change({ ...logic, columns: replaced(columns, at, { ...column, name }) }))}
          ${removeButton(desk, t('removeColumn', { number: at + 1 }), columns.length > 1, () => change({ ...logic, columns: without(columns, at), rows: rows.map((row) => ({ ...row, cells: without(row.cells, at) })) }))}
        </th>`,
      )}<td></td></tr></thead>
      <tbody>${rows.map(
        (row, at) => html`<tr>${row.cells.map((cell, column) => {
          const label = t('cell', { row: at + 1, column: columns[column]?.name ?? '' });
          const next = (value: DecisionLogic): void =>
            change({ ...logic, rows: replaced(rows, at, { ...row, cells: replaced(row.cells, column, value) }) });
          return html`<td>${cell.kind === 'literal' ? feelField(desk, label, cell.expression, 1, (expression) => next({ ...cell, expression })) : boxView(desk, cell, label, next)}</td>`;
        })}
        <td>${removeButton(desk, t('removeRow', { number: at + 1 }), true, () => change({ ...logic, rows: without(rows, at) }))}</td></tr>`,
      )}</tbody>
    </table></div>
    <div class="button-row">
      ${addButton(desk, t('addRow'), () => change({ ...logic, rows: [...rows, { cells: columns.map(blank) }] }))}
      ${addButton(desk, t('addColumn'), () => change({ ...logic, columns: [...columns, { name: `column${columns.length + 1}` }], rows: rows.map((row) => ({ ...row, cells: [...row.cells, blank()] })) }))}
    </div>`;
}

function functionBox(desk: BoxDesk, logic: Of<'function'>, change: Change): TemplateResult {
  return html`${parametersView(desk, logic.parameters, (parameters) => change({ ...logic, parameters }))}
    ${boxView(
      withNames(
        desk,
        logic.parameters.map(({ name }) => name),
      ),
      logic.body,
      desk.t('body'),
      (body) => change({ ...logic, body }),
    )}`;
}

/** The parameters of a function, by name. */
export function parametersView(
  desk: BoxDesk,
  parameters: readonly DecisionVariable[],
  change: (parameters: readonly DecisionVariable[]) => void,
): TemplateResult {
  const { t } = desk;
  return html`<div class="parameters" role="group" aria-label=${t('parameters')}>
    ${parameters.map(
      (
        parameter,
        at,
      ) => html`<span class="parameter">${nameField(desk, t('parameter', { number: at + 1 }), parameter.name, (name) => change(replaced(parameters, at, { ...parameter, name })))}
      ${removeButton(desk, t('removeEntry', { number: at + 1 }), true, () => change(without(parameters, at)))}</span>`,
    )}
    ${addButton(desk, t('addParameter'), () => change([...parameters, { name: `p${parameters.length + 1}` }]))}
  </div>`;
}

/** A desk whose expressions may read these names too. */
export function withNames(desk: BoxDesk, names: readonly string[]): BoxDesk {
  const more = names.filter((name) => name !== '');
  return {
    ...desk,
    names: [...desk.names, ...more.map((name) => ({ name, label: name }))],
    context: {
      ...desk.context,
      fields: [...desk.context.fields, ...more.map((name) => ({ expression: name, label: name }))],
      names: [...(desk.context.names ?? []), ...more],
    },
  };
}

function feelField(
  desk: BoxDesk,
  label: string,
  expression: FeelExpression,
  rows: number,
  change: (expression: FeelExpression) => void,
): TemplateResult {
  return html`<tb-feel-field class="feel" hide-label label=${label} rows=${rows} .value=${expression.text} .names=${desk.names} ?readonly=${!desk.editable} @tb-feel-change=${(
    event: FeelChangeEvent,
  ) => {
    event.stopPropagation();
    if (event.value !== expression.text) change(readFeel(event.value, desk.names));
  }}></tb-feel-field>`;
}

/** A text that cannot be read stands as null with its text, as it does when a file is read. */
function readFeel(written: string, names: readonly FeelName[]): FeelExpression {
  const text = written.trim() === '' ? 'null' : written;
  const { expression } = parseFeel(text, { names: names.map(({ name }) => name) });
  return expression ?? { text, tree: { kind: 'null', at: [0, text.length] }, reads: [] };
}

function nameField(desk: BoxDesk, label: string, value: string, change: (name: string) => void): TemplateResult {
  return html`<input class="input part-name" aria-label=${label} autocomplete="off" .value=${value} ?readonly=${!desk.editable} @change=${(
    event: Event,
  ) => {
    const input = event.target as HTMLInputElement;
    const name = input.value.trim();
    if (name === '') input.value = value;
    else if (name !== value) change(name);
  }} />`;
}

function addButton(desk: BoxDesk, label: string, act: () => void): TemplateResult {
  return html`<button type="button" class="button quiet" ?disabled=${!desk.editable} @click=${act}>${icon('plus')}${label}</button>`;
}

function removeButton(desk: BoxDesk, label: string, possible: boolean, act: () => void): TemplateResult | typeof nothing {
  return possible && desk.editable
    ? html`<button type="button" class="button quiet icon-only" aria-label=${label} title=${label} @click=${act}>${icon('trash')}</button>`
    : nothing;
}

function replaced<Entry>(list: readonly Entry[], at: number, entry: Entry): readonly Entry[] {
  return list.map((each, index) => (index === at ? entry : each));
}

function without<Entry>(list: readonly Entry[], at: number): readonly Entry[] {
  return list.filter((_, index) => index !== at);
}
