/** A case to try: a value for each condition, what comes out, and the saved examples. The grid shows which rows apply, and which cells keep the others from it. */
import { icon } from '@tongban/element-kit';
import { type Json, type JsonObject, wireTag } from '@tongban/model';
import { html, nothing, type TemplateResult } from 'lit';
import type { TableEditor } from '../table-editor.ts';
import type { TableTrial } from '../table-trial.ts';

/** What the buttons do. */
export interface TrialHandlers {
  onType(columnId: string, words: string): void;
  onClear(): void;
  onSave(name: string): void;
  onBoundaries(): void;
  onRemove(at: number): void;
}

/** See the module comment. */
export function trialPanel(editor: TableEditor, trial: TableTrial, handlers: TrialHandlers): TemplateResult {
  const { t } = editor.host;
  return html`<p class="muted">${t('trialHint')}</p>
    <div class="fields">
      ${editor.columns
        .filter(({ column }) => column.kind === 'input')
        .map(({ column, valueChoices }) => {
          const id = `trial-${column.id}`;
          return html`<div class="field">
            <label class="label" for=${id}>${column.label || column.expression}</label>
            <input class="input" id=${id} autocomplete="off" list=${valueChoices.length > 0 ? `${id}-choices` : nothing} .value=${trial.typed.get(column.id) ?? ''} @input=${(event: InputEvent) => handlers.onType(column.id, (event.target as HTMLInputElement).value)} />
            ${valueChoices.length > 0 ? html`<datalist id="${id}-choices">${valueChoices.map((words) => html`<option value=${words}></option>`)}</datalist>` : nothing}
          </div>`;
        })}
    </div>
    ${trial.result === undefined ? nothing : outcome(editor, trial, handlers)} ${examples(editor, trial, handlers)}`;
}

function outcome(editor: TableEditor, { result }: TableTrial, handlers: TrialHandlers): TemplateResult {
  const { t, locale, readonly } = editor.host;
  const rows = editor.sheet.rows.flatMap(({ id }, row) => (result?.matched.has(id) === true ? [row + 1] : []));
  return html`<div class="outcome" role="status">
      <p class="label">${t('trialResult')}</p>
      <p class="result">${outputWords(editor, result?.outputs ?? null)}</p>
      <p class="hint">${rows.length === 0 ? t('trialNoRow') : t('trialRows', { rows: rows.join('、') })}</p>
      ${result?.problems.map(({ sentences, severity }) => (severity === 'info' ? nothing : html`<p class="field-error">${icon('error')}${sentences[locale]}</p>`))}
    </div>
    <div class="button-row">
      <button type="button" class="button" @click=${handlers.onClear}>${t('trialClear')}</button>
      <button type="button" class="button" ?disabled=${readonly || result?.inputs === undefined} @click=${() => handlers.onSave(exampleName(editor))}>${icon('plus')}${t('exampleSave')}</button>
    </div>`;
}

function exampleName(editor: TableEditor): string {
  const count = editor.host.examples.length + 1;
  return editor.host.t('exampleName', { count });
}

function examples(editor: TableEditor, { examples: results }: TableTrial, handlers: TrialHandlers): TemplateResult {
  const { t, readonly } = editor.host;
  const failed = results.filter(({ passed }) => !passed).length;
  return html`<div class="examples">
    <p class="label">${t('examples')}
      ${results.length === 0 ? nothing : html`<span class="badge ${failed === 0 ? 'green' : 'red'}" role="status">${failed === 0 ? t('examplesPass', { count: results.length }) : t('examplesFail', { count: failed })}</span>`}
    </p>
    ${results.length === 0 ? html`<p class="hint">${t('examplesHint')}</p>` : nothing}
    <ul class="list ruled" role="list">
      ${results.map(
        ({ example, passed, actual }, at) => html`<li class="row">
          <span class="sign ${passed ? 'passed' : 'failed'}">${icon(passed ? 'check' : 'error', { label: passed ? t('examplePass') : t('exampleFail') })}</span>
          <span class="words">${example.name}
            <span class="hint">${t('exampleExpected', { result: outputWords(editor, example.expected) })}${passed ? '' : `；${t('exampleActual', { result: outputWords(editor, actual) })}`}${example.source === undefined ? '' : `（${example.source}）`}</span>
          </span>
          <button type="button" class="button quiet icon-only" aria-label=${t('exampleRemove', { name: example.name })} ?disabled=${readonly} @click=${() => handlers.onRemove(at)}>${icon('trash')}</button>
        </li>`,
      )}
    </ul>
    <button type="button" class="button" ?disabled=${readonly || editor.sheet.rows.length === 0} @click=${handlers.onBoundaries}>${t('exampleBoundaries')}</button>
  </div>`;
}

/** A result in words: one value, or each by the heading of its column. */
function outputWords(editor: TableEditor, outputs: Json): string {
  const columns = editor.columns.filter(({ column }) => column.kind === 'output');
  const { t } = editor.host;
  if (Array.isArray(outputs))
    return outputs.length === 0 ? t('empty') : outputs.map((output: Json) => outputWords(editor, output)).join('；');
  if (typeof outputs !== 'object' || outputs === null || wireTag(outputs) !== undefined)
    return outputs === null ? t('empty') : valueWords(editor, columns[0], outputs);
  const named = columns.map(
    (cells) =>
      `${cells.column.label || cells.column.name}：${valueWords(editor, cells, (outputs as Readonly<Record<string, Json>>)[cells.column.name] ?? null)}`,
  );
  return named.join('；');
}

function valueWords(editor: TableEditor, cells: TableEditor['columns'][number] | undefined, value: Json): string {
  if (value === null) return editor.host.t('empty');
  const tag = wireTag(value);
  if (tag !== undefined) return String((value as JsonObject)[tag]);
  if (typeof value === 'object') return JSON.stringify(value);
  return cells?.words(JSON.stringify(value)) ?? String(value);
}
