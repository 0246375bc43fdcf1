/** The properties of the column whose heading has the focus, in the user's words. */
import { icon } from '@tongban/element-kit';
import type { FeelChangeEvent } from '@tongban/element-kit/feel';
import { readCellWords } from '@tongban/feel-parser';
import type { DecisionLabels, FeelType } from '@tongban/model';
import { html, nothing, type TemplateResult } from 'lit';
import { type ColumnChanges, changeColumn, moveColumn } from '../commands/change-columns.ts';
import type { SheetProblem } from '../sheet/cell-problem.ts';
import { type ColumnCells, valuesOfList } from '../sheet/column-cells.ts';
import type { SheetColumn } from '../sheet/table-sheet.ts';
import type { TableDesk } from '../table-desk.ts';

const TYPES = ['string', 'number', 'boolean', 'date'] as const;

/** See the module comment. `remove` asks before it removes. */
export function columnPanel(desk: TableDesk, remove: (at: number) => void): TemplateResult {
  const { t, selection, sheet } = desk;
  const at = selection.focus.column;
  const column = sheet.columns[at];
  const cells = desk.columns[at];
  if (selection.focus.row !== -1 || column === undefined || cells === undefined) {
    return html`<p class="muted">${t('panelHint')}</p>
      <details class="keys"><summary>${t('keys')}</summary><p>${t('keysText')}</p></details>`;
  }
  const change = (changes: ColumnChanges) => desk.run(changeColumn(at, changes));
  const problems = desk.problems.filter(({ column: wrong, row }) => row === undefined && wrong === at);
  return html`<h3>${t('headName', { kind: t(`kind_${column.kind}`), column: column.label || t('unnamed') })}</h3>
    <div class="fields">
      ${text(desk, 'label', t('columnLabel'), '', column.label, problems, (label) => change(labelled(column, label)))}
      ${text(desk, 'label-en', t('columnEnglish'), '', column.labels['en'] ?? '', problems, (words) => change({ labels: withEnglish(column.labels, words.trim()) }))}
      ${column.kind === 'input' ? source(desk, column, problems, change) : nothing}
      ${column.kind === 'output' ? text(desk, 'name', t('columnName'), t('columnNameHint'), column.name, problems, (name) => change({ name: name.trim() })) : nothing}
      ${column.kind === 'annotation' ? nothing : type(desk, column, change)}
      ${column.kind === 'annotation' ? nothing : list(desk, cells, change)}
      ${column.kind === 'annotation' || cells.list !== undefined ? nothing : allowed(desk, column, cells, problems, change)}
      ${
        column.kind === 'output'
          ? text(desk, 'otherwise', t('columnOtherwise'), '', cells.words(column.otherwise), problems, (words) =>
              change({ otherwise: cells.feel(words) }),
            )
          : nothing
      }
    </div>
    <div class="button-row">
      <button type="button" class="button" ?disabled=${!desk.editable || sheet.columns[at - 1]?.kind !== column.kind} @click=${() => desk.run(moveColumn(at, -1))}>${icon('arrow-left')}${t('columnMoveLeft')}</button>
      <button type="button" class="button" ?disabled=${!desk.editable || sheet.columns[at + 1]?.kind !== column.kind} @click=${() => desk.run(moveColumn(at, 1))}>${icon('arrow-right')}${t('columnMoveRight')}</button>
      <button type="button" class="button danger" ?disabled=${!desk.editable} @click=${() => remove(at)}>${icon('trash')}${t('columnRemove')}</button>
    </div>`;
}

function withEnglish({ en: _, ...labels }: DecisionLabels, words: string): DecisionLabels {
  return words === '' ? labels : { ...labels, en: words };
}

// the name of a result follows its heading until somebody writes one
function labelled({ kind, name, label: before }: SheetColumn, label: string): ColumnChanges {
  const follows = kind === 'output' && (name === '' || name === before) && /^[\p{L}_][\p{L}\p{N}_ ]*$/u.test(label);
  return follows ? { label, name: label } : { label };
}

type Change = (changes: ColumnChanges) => void;

function text(
  desk: TableDesk,
  id: string,
  label: string,
  hint: string,
  value: string,
  problems: readonly SheetProblem[],
  write: (value: string) => void,
): TemplateResult {
  const problem = problems.find(({ property }) => property === id)?.problem.sentences[desk.locale];
  return html`<div class="field">
    <label class="label" for=${id}>${label}</label>
    ${hint === '' ? nothing : html`<p class="hint" id="${id}-hint">${hint}</p>`}
    <input class="input" id=${id} autocomplete="off" .value=${value} ?readonly=${!desk.editable} aria-invalid=${problem !== undefined} aria-describedby="${id}-hint ${id}-problem" @change=${(event: Event) => write((event.target as HTMLInputElement).value)} />
    ${problem === undefined ? nothing : html`<p class="field-error" id="${id}-problem">${icon('error')}${problem}</p>`}
  </div>`;
}

function source(desk: TableDesk, column: SheetColumn, problems: readonly SheetProblem[], change: Change): TemplateResult {
  const { t, context } = desk;
  return html`${
    context.fields.length === 0
      ? nothing
      : html`<tb-combobox label=${t('columnField')} hint=${t('columnFieldHint')} .value=${column.expression} .options=${context.fields.map(({ expression, label }) => ({ value: expression, label, hint: expression }))} ?disabled=${!desk.editable}
          @tb-combobox-change=${(event: Event & { readonly value: string }) => {
            const field = context.fields.find(({ expression }) => expression === event.value);
            if (field !== undefined)
              change({ expression: field.expression, ...(column.label === '' ? { label: field.label } : {}), type: field.type });
          }}></tb-combobox>`
  }
  <tb-feel-field id="expression" label=${t('columnExpression')} .names=${desk.names} .value=${column.expression} error=${column.expression === '' ? (problems.find(({ property }) => property === 'expression')?.problem.sentences[desk.locale] ?? '') : ''} ?readonly=${!desk.editable} @tb-feel-change=${(
    event: FeelChangeEvent,
  ) => {
    event.stopPropagation();
    change({ expression: event.value.trim() });
  }}></tb-feel-field>`;
}

function type(desk: TableDesk, column: SheetColumn, change: Change): TemplateResult {
  const { t } = desk;
  const now = column.type?.name ?? '';
  const known = (TYPES as readonly string[]).includes(now);
  return html`<div class="field">
    <label class="label" for="type">${t('columnType')}</label>
    <select class="select" id="type" ?disabled=${!desk.editable} @change=${(event: Event) => change({ type: typeNamed((event.target as HTMLSelectElement).value, column.type) })}>
      <option value="" ?selected=${now === ''}>${t('type_none')}</option>
      ${TYPES.map((name) => html`<option value=${name} ?selected=${name === now}>${t(`type_${name}`)}</option>`)}
      ${known || now === '' ? nothing : html`<option value=${now} selected>${t('type_other', { type: now })}</option>`}
    </select>
  </div>`;
}

function list({ t, context, editable }: TableDesk, cells: ColumnCells, change: Change): TemplateResult | typeof nothing {
  const { lists = [] } = context;
  if (lists.length === 0) return nothing;
  return html`<div class="field">
    <label class="label" for="list">${t('columnList')}</label>
    <select class="select" id="list" ?disabled=${!editable} @change=${(event: Event) => {
      const chosen = lists.find(({ expression }) => expression === (event.target as HTMLSelectElement).value);
      change(chosen === undefined ? { allowed: '' } : { allowed: valuesOfList(chosen.expression), type: { name: 'string' } });
    }}>
      <option value="" .selected=${cells.list === undefined}>${t('columnListNone')}</option>
      ${lists.map(({ expression, label }) => html`<option value=${expression} .selected=${cells.list?.expression === expression}>${label}</option>`)}
    </select>
  </div>`;
}

function typeNamed(name: string, before: FeelType | undefined): FeelType | undefined {
  if (name === '') return undefined;
  return before?.name === name ? before : { name };
}

function allowed(
  desk: TableDesk,
  column: SheetColumn,
  cells: ColumnCells,
  problems: readonly SheetProblem[],
  change: Change,
): TemplateResult {
  const kind = { ...cells.kind, dialect: 'unaryTests' as const };
  const { t } = desk;
  const shown = column.allowed === '' ? '' : cells.allowedWords;
  return text(desk, 'allowed', t('columnAllowed'), t('columnAllowedHint'), shown, problems, (words) =>
    change({ allowed: words.trim() === '' ? '' : readCellWords(words, kind) }),
  );
}
