/** The properties of the selected field, in plain words. */
import type { FeelName } from '@tongban/feel-parser';
import { spanOf } from '@tongban/form';
import { type FormField, type LocalText, textIn } from '@tongban/model';
import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { moveField } from '../commands/move-field.ts';
import { renameKey } from '../commands/rename-key.ts';
import type { ConditionChangeEvent, ConditionSubject } from '../condition-field.ts';
import { DATA_DICTIONARY } from '../data-dictionary.ts';
import type { DesignDesk } from '../design-desk.ts';
import { feelNames } from '../feel-names.ts';
import { fieldsInside, mayStandIn, type PlacedField, placedFields } from '../field-tree.ts';
import type { KeyChangeEvent } from '../key-field.ts';
import { isPaletteLabel } from '../palette.ts';
import { kindProperties } from './kind-properties.ts';
import { problemSentences } from './problem-sentences.ts';
import { choiceBox, localTextBoxes } from './property-inputs.ts';
import { ruleList } from './rule-list.ts';

/** See the module comment. */
export function fieldProperties(desk: DesignDesk, placed: PlacedField): TemplateResult {
  const { field } = placed;
  const { t, locale } = desk;
  const problems = desk.problemsOf(field.id);
  return html`${keyed(
    field.id,
    html`<header class="panel-head">
        <h2 tabindex="-1">${textIn(field.label, locale) || t(`kind_${field.kind}`)}</h2>
        <p class="muted small">${t(`kind_${field.kind}`)}</p>
      </header>
      ${problems.length === 0 ? nothing : problemSentences(problems, locale)}
      <fieldset class="panel-group" ?disabled=${!desk.editable}><legend>${t('groupBasic')}</legend>${basics(desk, placed)}</fieldset>
      <fieldset class="panel-group" ?disabled=${!desk.editable}><legend>${t('groupRules')}</legend>${rules(desk, placed)}</fieldset>
      ${kindGroup(desk, placed)}
      <fieldset class="panel-group" ?disabled=${!desk.editable}><legend>${t('groupData')}</legend>${data(desk, placed)}</fieldset>`,
  )}`;
}

function kindGroup(desk: DesignDesk, { field }: PlacedField): TemplateResult | typeof nothing {
  const own = kindProperties(desk, field);
  if (own === nothing) return nothing;
  return html`<fieldset class="panel-group" ?disabled=${!desk.editable}><legend>${desk.t('groupKind')}</legend>${own}</fieldset>`;
}

function basics(desk: DesignDesk, { field, parentId }: PlacedField): TemplateResult {
  const { t } = desk;
  return html`${localTextBoxes(desk, {
    id: 'label',
    labels: [t('label'), t('labelEn')],
    value: field.label,
    ...(field.label['zh-CN'] === '' ? { error: t('labelNeeded') } : {}),
    onInput: (label) => desk.change({ label: renamed(field.label, label) }),
  })}
  ${
    field.kind === 'note'
      ? nothing
      : localTextBoxes(desk, {
          id: 'help',
          labels: [t('help'), t('helpEn')],
          value: field.help,
          rows: 2,
          hint: t('helpHint'),
          onInput: (help: LocalText | undefined) => desk.change({ help }),
        })
  }
  ${kindChoice(desk, field)}
  ${
    field.kind === 'section' || field.kind === 'rows' || desk.form.layout !== 'bordered' || isColumn(desk)
      ? nothing
      : choiceBox(desk, {
          id: 'span',
          label: t('span'),
          value: String(spanOf(field)),
          choices: [
            ['1', t('span1')],
            ['2', t('span2')],
          ],
          onChoose: (span) => desk.change({ span: Number(span) }),
        })
  }
  ${whereItStands(desk, field, parentId)}`;
}

/** The English that the palette gave means the palette's name: with another name it goes, and is missing until somebody writes it. */
function renamed(before: LocalText, after: LocalText | undefined): LocalText {
  if (after === undefined) return { 'zh-CN': '' };
  const stale = after['zh-CN'] !== before['zh-CN'] && isPaletteLabel(before);
  return stale ? { 'zh-CN': after['zh-CN'] } : after;
}

/** Kinds that hold values of the same shape, so that one may become the other. */
const KIN: readonly (readonly FormField['kind'][])[] = [
  ['text', 'longText', 'phone', 'uscc', 'idNumber', 'projectCode'],
  ['number', 'money'],
  ['radio', 'select'],
  ['signature', 'seal'],
];

function kindChoice(desk: DesignDesk, field: FormField): TemplateResult | typeof nothing {
  const kin = KIN.find((kinds) => kinds.includes(field.kind));
  if (kin === undefined) return nothing;
  return choiceBox(desk, {
    id: 'kind',
    label: desk.t('kind'),
    hint: desk.t('kindHint'),
    value: field.kind,
    choices: kin.map((kind) => [kind, desk.t(`kind_${kind}`)]),
    onChoose: (kind) => desk.change({ kind }),
  });
}

/** The way by click to every place that can be reached by dragging. */
function whereItStands(desk: DesignDesk, field: FormField, parentId: string | undefined): TemplateResult | typeof nothing {
  const { form, t, locale } = desk;
  const holders = placedFields(form).filter((one) => fieldsInside(one.field) !== undefined && mayStandIn(form, one.field.id, field));
  if (holders.length === 0 && parentId === undefined) return nothing;
  const named = holders.map(({ field: holder }): readonly [string, string] => {
    const label = textIn(holder.label, locale);
    return [holder.id, holder.kind === 'section' ? t('insideSection', { label }) : t('insideRows', { label })];
  });
  return choiceBox(desk, {
    id: 'inside',
    label: t('inside'),
    value: parentId ?? '',
    choices: [['', t('formItself')], ...named],
    onChoose: (to) => {
      const target = to === '' ? undefined : to;
      const holder = holders.find((one) => one.field.id === target)?.field;
      const index = holder === undefined ? form.fields.length : (fieldsInside(holder)?.length ?? 0);
      desk.run(moveField(form, field.id, { parentId: target, index }));
    },
  });
}

function rules(desk: DesignDesk, placed: PlacedField): TemplateResult {
  const { field } = placed;
  const { t } = desk;
  const hasValue = field.kind !== 'section' && field.kind !== 'note';
  const computable = hasValue && field.kind !== 'rows' && field.kind !== 'clause';
  const reads: Reads = { subjects: subjectsFor(desk, placed), names: namesFor(desk, placed) };
  return html`${hasValue ? condition(desk, field, 'required', t('required'), reads) : nothing}
  ${condition(desk, field, 'visible', t('visible'), reads)}
  ${hasValue ? condition(desk, field, 'readOnly', t('readOnly'), reads) : nothing}
  ${computable ? condition(desk, field, 'computed', t('computed'), reads) : nothing}
  ${
    hasValue
      ? ruleList(desk, {
          rules: field.rules ?? [],
          stem: field.id,
          names: feelNames(desk.form, desk.context, { rows: placed.around.find(({ kind }) => kind === 'rows'), value: field }),
          ofForm: false,
          onChange: (next) => desk.change({ rules: next }),
        })
      : nothing
  }`;
}

/** What every expression of the field may read, found once. */
interface Reads {
  readonly subjects: readonly ConditionSubject[];
  readonly names: readonly FeelName[];
}

function condition(
  desk: DesignDesk,
  field: FormField,
  property: 'required' | 'visible' | 'readOnly' | 'computed',
  label: string,
  { subjects, names }: Reads,
): TemplateResult {
  return html`<tb-condition-field
    id=${property}
    .label=${label}
    .hint=${property === 'visible' || property === 'readOnly' ? desk.t(`${property}Hint`) : ''}
    .property=${property}
    .value=${field[property]}
    .subjects=${subjects}
    .names=${names}
    .readonly=${!desk.editable}
    @tb-condition-change=${(event: ConditionChangeEvent) => desk.change({ [property]: event.value })}
    @focusout=${() => desk.endStep()}
  ></tb-condition-field>`;
}

/** What expressions of the field read. */
function namesFor({ form, context }: DesignDesk, { around }: PlacedField): readonly FeelName[] {
  return feelNames(form, context, { rows: around.find(({ kind }) => kind === 'rows') });
}

/** What a condition of the field may ask: the other fields of the form, in rows the other columns, and the settings of the measure. */
function subjectsFor(desk: DesignDesk, placed: PlacedField): readonly ConditionSubject[] {
  return [...fieldSubjects(desk, placed), ...parameterSubjects(desk)];
}

function parameterSubjects({ context, t, locale }: DesignDesk): readonly ConditionSubject[] {
  const plain = (context.manifest?.parameters ?? []).filter(({ value }) => typeof value === 'string' || typeof value === 'number');
  return plain.map(({ id, name, value, choices }) => ({
    name: `parameters.${id}`,
    label: t('conditionParameter', { name: textIn(name, locale) }),
    kind: typeof value === 'number' ? 'number' : 'text',
    choices: (choices ?? []).map((choice): readonly [string, string] => [String(choice.value), textIn(choice.label, locale)]),
  }));
}

function fieldSubjects(desk: DesignDesk, { field, around }: PlacedField): readonly ConditionSubject[] {
  const rows = around.find(({ kind }) => kind === 'rows');
  return placedFields(desk.form).flatMap((other): readonly ConditionSubject[] => {
    if (other.field.id === field.id || other.field.kind === 'section' || other.field.kind === 'note') return [];
    const holder = other.around.find(({ kind }) => kind === 'rows');
    if (holder !== undefined && holder.id !== rows?.id) return [];
    if (holder === undefined && other.field.id === rows?.id) return [];
    const name = holder === undefined ? other.field.key : `row.${other.field.key}`;
    const choices = 'choices' in other.field ? (other.field.choices ?? []) : [];
    return [
      {
        name,
        label: textIn(other.field.label, desk.locale),
        kind: other.field.kind,
        choices:
          other.field.kind === 'items'
            ? desk.context.items.map((item): readonly [string, string] => [item.code, `${item.code} ${textIn(item.name, desk.locale)}`])
            : choices.map((choice): readonly [string, string] => [choice.value, textIn(choice.label, desk.locale)]),
      },
    ];
  });
}

function data(desk: DesignDesk, { field }: PlacedField): TemplateResult {
  const { t, locale } = desk;
  const known = DATA_DICTIONARY.map(({ id, name }): readonly [string, string] => [id, `${textIn(name, locale)}　${id}`]);
  const own: readonly (readonly [string, string])[] =
    field.meaning === undefined || known.some(([id]) => id === field.meaning)
      ? []
      : [[field.meaning, t('meaningOther', { id: field.meaning })]];
  return html`<tb-key-field
      id="key"
      .form=${desk.form}
      .fieldId=${field.id}
      .context=${desk.context}
      .readonly=${!desk.editable}
      @tb-key-change=${(event: KeyChangeEvent) => {
        desk.run(renameKey(desk.form, field.id, event.key, event.withUses));
        desk.endStep();
      }}
    ></tb-key-field>
    ${
      field.kind === 'section' || field.kind === 'note'
        ? nothing
        : choiceBox(desk, {
            id: 'meaning',
            label: t('meaning'),
            hint: t('meaningHint'),
            value: field.meaning ?? '',
            choices: [['', t('meaningNone')], ...known, ...own],
            onChoose: (meaning) => desk.change({ meaning: meaning === '' ? undefined : meaning }),
          })
    }
    <dl class="facts-list"><dt>${t('id')}</dt><dd class="mono" title=${t('idHint')}>${field.id}</dd></dl>`;
}

function isColumn({ selected }: DesignDesk): boolean {
  return selected?.around.some(({ kind }) => kind === 'rows') ?? false;
}
