/** The properties that only fields of one kind have. */

import { OPINION_CHOICES } from '@tongban/form';
import type {
  ClauseField,
  FilesField,
  FormField,
  ItemsField,
  MaterialsField,
  NoteField,
  NumberField,
  OpinionField,
  RegionField,
  TextField,
} from '@tongban/model';
import { ITEM_MODE_NAMES, textIn } from '@tongban/model';
import { html, nothing, type TemplateResult } from 'lit';
import { nextVersion } from '../clause-version.ts';
import type { DesignDesk } from '../design-desk.ts';
import { feelNames } from '../feel-names.ts';
import { placedFields } from '../field-tree.ts';
import { choiceList } from './choice-list.ts';
import { dayProperties } from './day-properties.ts';
import { materialList } from './material-list.ts';
import { choiceBox, feelBox, localTextBoxes, numberBox, textBox, tickBox } from './property-inputs.ts';
import { rowsProperties } from './rows-properties.ts';

/** See the module comment. `nothing` for kinds without any. */
export function kindProperties(desk: DesignDesk, field: FormField): TemplateResult | typeof nothing {
  switch (field.kind) {
    case 'text':
    case 'longText':
      return textProperties(desk, field);
    case 'number':
    case 'money':
      return numberProperties(desk, field);
    case 'date':
    case 'dateRange':
      return dayProperties(desk, field);
    case 'radio':
    case 'select':
    case 'checkboxes':
      return choiceList(desk, field.choices);
    case 'region':
      return regionProperties(desk, field);
    case 'materials':
      return materialsProperties(desk, field);
    case 'items':
      return itemsProperties(desk, field);
    case 'files':
      return filesProperties(desk, field);
    case 'rows':
      return rowsProperties(desk, field);
    case 'opinion':
      return opinionProperties(desk, field);
    case 'clause':
      return clauseProperties(desk, field);
    case 'note':
      return noteProperties(desk, field);
    default:
      return nothing;
  }
}

function textProperties(desk: DesignDesk, field: TextField): TemplateResult {
  const { t } = desk;
  return html`<div class="pair">
    ${count(desk, 'minLength', t('minLength'), field.minLength)}${count(desk, 'maxLength', t('maxLength'), field.maxLength)}
  </div>`;
}

function numberProperties(desk: DesignDesk, field: NumberField): TemplateResult {
  const { t } = desk;
  return html`<div class="pair">
      ${textBox(desk, { id: 'unit', label: t('unit'), value: field.unit ?? '', onInput: (unit) => desk.change({ unit: unit === '' ? undefined : unit }) })}
      ${count(desk, 'decimals', t('decimals'), field.decimals)}
    </div>
    <div class="pair">
      ${numberBox(desk, { id: 'min', label: t('min'), value: field.min, onInput: (min) => desk.change({ min }) })}
      ${numberBox(desk, { id: 'max', label: t('max'), value: field.max, onInput: (max) => desk.change({ max }) })}
    </div>`;
}

function itemsProperties(desk: DesignDesk, field: ItemsField): TemplateResult {
  const { t } = desk;
  const modes = new Set([
    ...ITEM_MODE_NAMES.keys(),
    ...desk.context.items.flatMap((item) => item.modes ?? []),
    ...(field.mode ? [field.mode] : []),
  ]);
  return html`${choiceBox(desk, {
    id: 'mode',
    label: t('mode'),
    hint: t('modeHint'),
    value: field.mode ?? '',
    choices: [
      ['', t('modeAny')],
      ...[...modes].map((mode): readonly [string, string] => [mode, textIn(ITEM_MODE_NAMES.get(mode), desk.locale) || mode]),
    ],
    onChoose: (mode) => desk.change({ mode: mode === '' ? undefined : mode }),
  })}
    <div class="pair">${count(desk, 'min', t('minItems'), field.min)}${count(desk, 'max', t('maxItems'), field.max)}</div>`;
}

const FILE_KINDS = {
  accept_pdf: ['.pdf'],
  accept_image: ['image/*'],
  accept_word: ['.doc', '.docx'],
  accept_excel: ['.xls', '.xlsx'],
  accept_ofd: ['.ofd'],
  accept_cad: ['.dwg', '.dxf'],
} as const;

const MEGABYTE = 1024 * 1024;

function filesProperties(desk: DesignDesk, field: FilesField): TemplateResult {
  const { t } = desk;
  return html`${acceptTicks(desk, field)}
    <div class="pair">${count(desk, 'min', t('minFiles'), field.min)}${count(desk, 'max', t('maxFiles'), field.max)}</div>
    ${maxBytesBox(desk, field)}`;
}

function acceptTicks(desk: DesignDesk, field: { readonly accept?: readonly string[] }): TemplateResult {
  const { t } = desk;
  const accept = field.accept ?? [];
  const known = new Set<string>(Object.values(FILE_KINDS).flat());
  const others = accept.filter((kind) => !known.has(kind));
  const tick = (kinds: readonly string[], on: boolean): void => {
    const next = [...accept.filter((kind) => !kinds.includes(kind)), ...(on ? kinds : [])];
    desk.change({ accept: next.length === 0 ? undefined : next });
  };
  return html`<div class="field" role="group" aria-labelledby="accept-label">
      <span class="label" id="accept-label">${t('accept')}</span>
      <p class="hint">${others.length === 0 ? t('acceptAny') : t('acceptHint', { types: others.join(' ') })}</p>
      <div class="choices">
        ${(Object.keys(FILE_KINDS) as (keyof typeof FILE_KINDS)[]).map(
          (name) =>
            html`<label class="choice"><input type="checkbox" .checked=${FILE_KINDS[name].every((kind) => accept.includes(kind))} @change=${(
              event: Event,
            ) => {
              tick(FILE_KINDS[name], (event.target as HTMLInputElement).checked);
              desk.endStep();
            }} />${t(name)}</label>`,
        )}
      </div>
    </div>`;
}

function maxBytesBox(desk: DesignDesk, { maxBytes }: { readonly maxBytes?: number }): TemplateResult {
  return numberBox(desk, {
    id: 'maxBytes',
    label: desk.t('maxBytes'),
    value: maxBytes === undefined ? undefined : Math.round((maxBytes / MEGABYTE) * 100) / 100,
    onInput: (megabytes) => desk.change({ maxBytes: megabytes === undefined ? undefined : Math.max(1, Math.round(megabytes * MEGABYTE)) }),
  });
}

function regionProperties(desk: DesignDesk, field: RegionField): TemplateResult {
  const { t } = desk;
  return html`${choiceBox(desk, {
    id: 'level',
    label: t('regionLevel'),
    value: field.level ?? 'county',
    choices: [
      ['province', t('region_province')],
      ['city', t('region_city')],
      ['county', t('region_county')],
    ],
    onChoose: (level) => desk.change({ level: level === 'county' ? undefined : level }),
  })}
  ${textBox(desk, { id: 'within', label: t('regionWithin'), hint: t('regionWithinHint'), mono: true, value: field.within ?? '', onInput: (within) => desk.change({ within: within === '' ? undefined : within }) })}`;
}

function materialsProperties(desk: DesignDesk, field: MaterialsField): TemplateResult {
  const { t, locale, form } = desk;
  const items = placedFields(form).filter((placed) => placed.field.kind === 'items');
  return html`${materialList(desk, field.materials ?? [])}
    ${choiceBox(desk, {
      id: 'items-key',
      label: t('itemsKey'),
      hint: t('itemsKeyHint'),
      value: field.itemsKey ?? '',
      choices: [
        ['', t('itemsKeyNone')],
        ...items.map((placed): readonly [string, string] => [placed.field.key, textIn(placed.field.label, locale)]),
      ],
      onChoose: (itemsKey) => desk.change({ itemsKey: itemsKey === '' ? undefined : itemsKey }),
    })}
    ${feelBox(desk, { id: 'latest', label: t('promiseLatest'), hint: t('promiseLatestHint'), names: feelNames(desk.form, desk.context), value: field.latest ?? '', onInput: (text) => desk.change({ latest: text === '' ? undefined : text }) })}
    ${acceptTicks(desk, field)}${maxBytesBox(desk, field)}`;
}

function opinionProperties(desk: DesignDesk, field: OpinionField): TemplateResult {
  const { t, context } = desk;
  const departments = (context.manifest?.departments ?? []).map(({ id, name }): readonly [string, string] => [id, name]);
  const unknown: readonly (readonly [string, string])[] =
    field.department === undefined || departments.some(([id]) => id === field.department)
      ? []
      : [[field.department, t('departmentUnknown', { id: field.department })]];
  return html`${choiceBox(desk, {
    id: 'department',
    label: t('department'),
    hint: t('departmentHint'),
    value: field.department ?? '',
    choices: [['', t('departmentAny')], ...departments, ...unknown],
    onChoose: (department) => desk.change({ department: department === '' ? undefined : department }),
  })}
  ${tickBox(desk, { id: 'own-choices', label: t('ownOpinionChoices'), hint: t('ownOpinionHint'), value: field.choices !== undefined, onChange: (own) => desk.change({ choices: own ? OPINION_CHOICES : undefined }) })}
  ${field.choices === undefined ? nothing : choiceList(desk, field.choices)}`;
}

function clauseProperties(desk: DesignDesk, field: ClauseField): TemplateResult {
  const { t } = desk;
  const suggested = desk.clauseChanged(field) ? nextVersion(field.version) : undefined;
  return html`${localTextBoxes(desk, {
    id: 'clause-text',
    labels: [t('clauseText'), t('clauseTextEn')],
    value: field.text,
    rows: 5,
    onInput: (text) => desk.change({ text: text ?? { 'zh-CN': '' } }),
  })}
  ${textBox(desk, { id: 'clause-version', label: t('clauseVersion'), value: field.version, onInput: (version) => desk.change({ version }) })}
  ${
    suggested === undefined
      ? nothing
      : html`<div class="callout warning" role="status"><div><p>${t('clauseSuggest', { version: suggested })}</p>
        <button type="button" class="button" @click=${() => {
          desk.endStep();
          desk.change({ version: suggested });
          desk.endStep();
        }}>${t('clauseUse', { version: suggested })}</button></div></div>`
  }
  ${tickBox(desk, { id: 'acknowledge', label: t('acknowledge'), value: field.acknowledge !== false, onChange: (on) => desk.change({ acknowledge: on ? undefined : false }) })}`;
}

function noteProperties(desk: DesignDesk, field: NoteField): TemplateResult {
  const { t } = desk;
  return localTextBoxes(desk, {
    id: 'note-text',
    labels: [t('noteText'), t('noteTextEn')],
    value: field.text,
    rows: 3,
    onInput: (text) => desk.change({ text: text ?? { 'zh-CN': '' } }),
  });
}

function count(desk: DesignDesk, property: string, label: string, value: number | undefined): TemplateResult {
  return numberBox(desk, { id: property, label, value, whole: true, onInput: (number) => desk.change({ [property]: number }) });
}
