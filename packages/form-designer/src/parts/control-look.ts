/** How the control of a field looks on the form, drawn and not working: nothing in it takes the focus or is read out. */
import { icon } from '@tongban/element-kit';
import { OPINION_CHOICES } from '@tongban/form';
import { type FormField, textIn } from '@tongban/model';
import { html, nothing, type TemplateResult } from 'lit';
import type { DesignDesk } from '../design-desk.ts';

/** See the module comment. */
export function controlLook(desk: DesignDesk, field: FormField): TemplateResult {
  const { t, locale } = desk;
  if (field.computed !== undefined) return html`<div class="look filled">${t('calculated')}</div>`;
  switch (field.kind) {
    case 'longText':
      return html`<div class="look tall"></div>`;
    case 'number':
    case 'money':
      return html`<div class="look-group"><div class="look"></div>${field.unit ? html`<span class="look-unit">${field.unit}</span>` : nothing}</div>`;
    case 'date':
      return html`<div class="look short">${icon('clock')}${t('pickDate')}</div>`;
    case 'dateRange':
      return html`<div class="look-group"><div class="look short">${icon('clock')}${t('pickDate')}</div>　—　<div class="look short">${icon('clock')}${t('pickDate')}</div></div>`;
    case 'region':
      return html`<div class="look-group">${(['province', 'city', 'county'] as const).slice(0, LEVELS[field.level ?? 'county']).map((level) => html`<div class="look short between">${t(`region_${level}`)}${icon('chevron-down')}</div>`)}</div>`;
    case 'materials':
      return html`${(field.materials ?? []).map(({ name }) => html`<div class="look between">${textIn(name, locale)}${icon('upload')}</div>`)}
        ${field.itemsKey === undefined ? nothing : html`<div class="look">${icon('list')}${t('itemsMaterials')}</div>`}`;
    case 'select':
      return html`<div class="look short between">${textIn(field.choices[0]?.label, locale)}${icon('chevron-down')}</div>`;
    case 'radio':
    case 'checkboxes':
      return ticks(
        field.kind === 'radio',
        field.choices.map(({ label }) => textIn(label, locale)),
      );
    case 'items':
      return html`<div class="look tall">${icon('list')}${t('pickItems')}</div>`;
    case 'files':
      return html`<div class="look short">${icon('upload')}${t('uploadFile')}</div>`;
    case 'opinion':
      return html`${ticks(
        true,
        (field.choices ?? OPINION_CHOICES).map(({ label }) => textIn(label, locale)),
      )}
        <div class="look tall"></div>`;
    case 'signature':
    case 'seal':
      return html`<div class="look short">${icon(field.kind === 'seal' ? 'flag' : 'edit')}${t(field.kind === 'seal' ? 'sealHere' : 'signHere')}</div>`;
    case 'clause':
      return html`<div class="prose">${textIn(field.text, locale)}</div>
        ${field.acknowledge === false ? nothing : ticks(false, [t('readClause')])}`;
    default:
      return html`<div class="look"></div>`;
  }
}

const LEVELS = { province: 1, city: 2, county: 3 } as const;

function ticks(round: boolean, labels: readonly string[]): TemplateResult {
  return html`<div class="look-ticks">${labels.map((label) => html`<span class="look-tick ${round ? 'round' : ''}">${label}</span>`)}</div>`;
}
