/** The form as it will look, every field of it a button that selects it. */
import { icon } from '@tongban/element-kit';
import { layoutRows } from '@tongban/form';
import { type FormField, type Problem, type RowsField, type SectionField, textIn } from '@tongban/model';
import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import type { DesignDesk } from '../design-desk.ts';
import { type FieldSpot, fieldsInside, placedFields } from '../field-tree.ts';
import { controlLook } from './control-look.ts';
import { problemSentences } from './problem-sentences.ts';

/** What the canvas needs beside the desk. */
export interface CanvasView {
  /** Where a dragged field would be put. */
  readonly spot: FieldSpot | undefined;
  /** What the field is said to be, by its id: `added`, `removed` … Shown as a sign at it. */
  readonly marks?: ReadonlyMap<string, CanvasMark>;
  /** What an empty form offers to begin with. */
  readonly begin?: TemplateResult;
  /** The fields being dragged. */
  readonly draggedIds: readonly string[];
  onGrab(event: PointerEvent, field: FormField): void;
  onKey(event: KeyboardEvent, field: FormField): void;
}

/** A sign at a field: a class and a word. */
export interface CanvasMark {
  readonly kind: string;
  readonly word: string;
}

interface Drawing extends CanvasView {
  readonly desk: DesignDesk;
  /** The field that Tab reaches. */
  readonly tabStop: string;
}

/** See the module comment. */
export function canvasView(desk: DesignDesk, view: CanvasView): TemplateResult {
  const { form, locale, selected, t } = desk;
  const ruled = form.layout === 'bordered';
  const tabStop = selected?.field.id ?? placedFields(form)[0]?.field.id ?? '';
  const drawing: Drawing = { ...view, desk, tabStop };
  const note = textIn(form.note, locale);
  const title = textIn(form.title, locale);
  const formProblems = desk.problemsOf('');
  return html`<div class="paper ${ruled ? 'bordered' : 'stacked'}" part="paper" data-inside="">
    <div class="paper-head ${selected === undefined ? 'selected' : ''}">
      <button type="button" class="pick" aria-pressed=${selected === undefined} aria-label="${t('wholeForm')}：${title}" @click=${() => desk.choose('')}></button>
      <h2 class="paper-title">${title || html`<span class="muted">${t('formTitle')}</span>`}</h2>
      ${note === '' || ruled ? nothing : html`<p class="paper-note">${note}</p>`}
      ${formProblems.length === 0 ? nothing : problemSentences(formProblems, locale)}
    </div>
    ${form.fields.length === 0 ? emptyForm(drawing) : fieldList(drawing, form.fields, undefined, ruled)}
    ${note === '' || !ruled ? nothing : html`<p class="paper-note">${note}</p>`}
  </div>`;
}

function fieldList(drawing: Drawing, fields: readonly FormField[], parentId: string | undefined, ruled: boolean): TemplateResult {
  const cells = ruled ? layoutRows(fields) : fields.map((field) => ({ field, wide: true }));
  return html`<div class=${ruled ? 'sheet' : 'column'}>
    ${repeat(
      cells,
      ({ field }) => field.id,
      ({ field, wide }, index) => {
        const at = { parentId, index, count: fields.length };
        return guard([field, wide, ruled, stateOf(drawing, field, at)], () => cell(drawing, field, at, wide, ruled));
      },
    )}
  </div>`;
}

interface Standing extends FieldSpot {
  readonly count: number;
}

/** All that a cell shows beside its field, and what stands in it, as one text: a cell is drawn again when this or the field changed. */
function stateOf(drawing: Drawing, field: FormField, at: Standing): string {
  const { desk, tabStop } = drawing;
  const inside = fieldsInside(field) ?? [];
  return [
    desk.locale,
    desk.editable,
    field.id === tabStop,
    ...stateClasses(drawing, field, at),
    ...desk.problemsOf(field.id).map(({ severity, sentences }) => severity + sentences[desk.locale]),
    drawing.marks?.get(field.id)?.word,
    drawing.spot?.parentId === field.id ? drawing.spot.index : '',
    ...inside.map((one, index) => stateOf(drawing, one, { parentId: field.id, index, count: inside.length })),
  ].join('\n');
}

function cell(drawing: Drawing, field: FormField, at: Standing, wide: boolean, ruled: boolean): TemplateResult {
  const { desk } = drawing;
  const across = field.kind === 'rows' || field.kind === 'clause' || field.kind === 'section' || field.kind === 'note';
  const problems = desk.problemsOf(field.id);
  const classes = [
    'cell',
    `kind-${field.kind}`,
    wide ? 'wide' : '',
    across ? 'across' : '',
    ...stateClasses(drawing, field, at),
    wrongClass(problems),
  ];
  return html`<div class=${classes.join(' ')} data-cell=${field.id} data-axis=${wide ? 'y' : 'x'}>
    ${pick(drawing, field)}
    <div class="cell-label" data-head>${grip(drawing, field)}${mark(drawing, field)}${heading(desk, field)}</div>
    <div class="cell-value">${body(drawing, field, ruled)}${problems.length === 0 ? nothing : problemSentences(problems, desk.locale)}</div>
  </div>`;
}

function body(drawing: Drawing, field: FormField, ruled: boolean): TemplateResult | typeof nothing {
  const { desk } = drawing;
  const { locale } = desk;
  if (field.kind === 'section') return sectionBody(drawing, field, ruled);
  const help = textIn(field.help, locale);
  if (field.kind === 'rows') return html`${help ? html`<p class="hint">${help}</p>` : nothing}${rowsBody(drawing, field)}`;
  if (field.kind === 'note') return html`<p class="prose">${textIn(field.text, locale)}</p>`;
  return html`${help ? html`<p class="hint">${help}</p>` : nothing}<div aria-hidden="true" class="looks">${controlLook(desk, field)}</div>`;
}

function sectionBody(drawing: Drawing, field: SectionField, ruled: boolean): TemplateResult {
  return html`<div class="inside" data-inside=${field.id}>
    ${field.fields.length === 0 ? dropHint(drawing, drawing.desk.t('emptySection'), field.id) : fieldList(drawing, field.fields, field.id, ruled)}
  </div>`;
}

function rowsBody(drawing: Drawing, field: RowsField): TemplateResult {
  const { desk } = drawing;
  const count = field.columns.length;
  if (count === 0) return html`<div class="inside" data-inside=${field.id}>${dropHint(drawing, desk.t('emptyRows'), field.id)}</div>`;
  return html`<div class="rows-scroll">
    <div class="columns">
      ${repeat(
        field.columns,
        ({ id }) => id,
        (column, index) => {
          const problems = desk.problemsOf(column.id);
          const classes = ['column-cell', ...stateClasses(drawing, column, { parentId: field.id, index, count }), wrongClass(problems)];
          return html`<div class=${classes.join(' ')} data-cell=${column.id} data-axis="x">
            ${pick(drawing, column)}
            <div class="column-label">${grip(drawing, column)}${mark(drawing, column)}${heading(desk, column)}</div>
            <div class="column-value"><div aria-hidden="true" class="looks">${controlLook(desk, column)}</div>
              ${problems.length === 0 ? nothing : problemSentences(problems, desk.locale)}</div>
          </div>`;
        },
      )}
    </div>
  </div>`;
}

function pick(drawing: Drawing, field: FormField): TemplateResult {
  const { desk, tabStop } = drawing;
  const wrong = desk.problemsOf(field.id).length;
  const says = [describeField(desk, field), wrong > 0 ? desk.t('problemCount', { count: wrong }) : ''].filter(Boolean).join('，');
  return html`<button
    type="button"
    class="pick"
    data-pick=${field.id}
    tabindex=${field.id === tabStop ? 0 : -1}
    aria-pressed=${isChosen(desk, field)}
    aria-label=${says}
    aria-keyshortcuts=${desk.editable ? 'Alt+ArrowUp Alt+ArrowDown Shift+ArrowDown Delete Control+D' : nothing}
    @click=${(event: MouseEvent) => desk.choose(field.id, desk.howChosen(event))}
    @pointerdown=${(event: PointerEvent) => {
      if (desk.editable && event.pointerType === 'mouse') drawing.onGrab(event, field);
    }}
    @keydown=${(event: KeyboardEvent) => drawing.onKey(event, field)}
  ></button>`;
}

/** The handle a finger drags by; the rest of the field scrolls the page. */
function grip(drawing: Drawing, field: FormField): TemplateResult | typeof nothing {
  if (!drawing.desk.editable) return nothing;
  return html`<span class="grip" aria-hidden="true" @pointerdown=${(event: PointerEvent) => {
    drawing.onGrab(event, field);
  }}>${icon('drag')}</span>`;
}

function heading(desk: DesignDesk, field: FormField): TemplateResult {
  const { t, locale } = desk;
  const label = textIn(field.label, locale);
  return html`<span class="label">${label || html`<span class="muted">${t(`kind_${field.kind}`)}</span>`}${
    field.required === undefined || field.required === false ? nothing : html`<span class="required-mark" aria-hidden="true"> *</span>`
  }</span>${
    field.visible === undefined
      ? nothing
      : html`<span class="badge tag" title=${field.visible}>${icon('eye')}${t('conditionalMark')}</span>`
  }`;
}

/** A field in words: `项目名称，单行文本，必填`. */
export function describeField(desk: DesignDesk, field: FormField): string {
  const { t, locale } = desk;
  const required = field.required === true ? t('requiredMark') : '';
  const shown = field.visible === undefined ? '' : t('shownWhen');
  const computed = field.computed === undefined ? '' : t('computedMark');
  return [t('fieldName', { label: textIn(field.label, locale), kind: t(`kind_${field.kind}`) }), required, shown, computed]
    .filter(Boolean)
    .join('，');
}

function mark({ marks }: Drawing, { id }: FormField): TemplateResult | typeof nothing {
  const found = marks?.get(id);
  return found === undefined ? nothing : html`<span class="badge change-${found.kind}">${found.word}</span>`;
}

function stateClasses({ desk, spot, draggedIds, marks }: Drawing, field: FormField, at: Standing): readonly string[] {
  const isHere = spot !== undefined && spot.parentId === at.parentId;
  return [
    isChosen(desk, field) ? 'selected' : '',
    draggedIds.includes(field.id) ? 'dragged' : '',
    marks?.has(field.id) === true ? `marked-${marks.get(field.id)?.kind}` : '',
    isHere && spot.index === at.index ? 'drop-before' : '',
    isHere && spot.index === at.count && at.index === at.count - 1 ? 'drop-after' : '',
  ];
}

function isChosen({ chosen }: DesignDesk, field: FormField): boolean {
  return chosen.some((placed) => placed.field.id === field.id);
}

function wrongClass(problems: readonly Problem[]): string {
  if (problems.length === 0) return '';
  return problems.some(({ severity }) => severity === 'error') ? 'wrong' : 'doubtful';
}

function emptyForm(drawing: Drawing): TemplateResult {
  return html`${dropHint(drawing, drawing.desk.t('emptyForm'))}${drawing.begin ?? nothing}`;
}

function dropHint({ spot }: Drawing, text: string, parentId?: string): TemplateResult {
  const here = spot !== undefined && spot.parentId === parentId;
  return html`<p class="drop-hint ${here ? 'here' : ''}">${text}</p>`;
}
