/** How a draft stands, in words above the form; a conflict with what differs and the choice. */
import { formatInstant } from '@tongban/element-kit';
import { changesBetween } from '@tongban/form';
import { type FormDocument, type FormValues, type Locale, textIn } from '@tongban/model';
import { html, type TemplateResult } from 'lit';
import { draftMessages } from './draft-messages.ts';
import type { FormDraft } from './form-draft.ts';

/** See the module comment. */
export function draftNotice(draft: FormDraft, document: FormDocument, mine: FormValues, locale: Locale): TemplateResult {
  const say = draftMessages.in(locale);
  const { state } = draft;
  if (state.is === 'conflict') {
    const { theirs } = state;
    const keys = [...new Set(changesBetween(mine, theirs.values, document).map(({ path }) => path.split('[')[0] ?? path))];
    const at = formatInstant(theirs.savedAt, undefined, locale);
    return html`<div class="callout warning draft-conflict" role="alert"><div>
      <p><strong>${say('conflict')}</strong></p>
      <p>${theirs.by === undefined ? say('conflictAt', { at }) : say('conflictBy', { at, by: theirs.by })}</p>
      <p>${say('conflictFields', { fields: keys.map((key) => labelOf(document, key, locale)).join(say('and')) })}</p>
      <div class="button-row">
        <button class="button primary" type="button" @click=${() => draft.settle('mine')}>${say('keepMine')}</button>
        <button class="button" type="button" @click=${() => draft.settle('theirs')}>${say('takeTheirs')}</button>
      </div>
    </div></div>`;
  }
  if (state.is === 'device' || state.is === 'expired' || state.is === 'lost') {
    return html`<div class="callout warning draft-state" role="status"><div>${say(state.is)}
      <button class="link-button" type="button" @click=${() => void draft.send()}>${say('sendNow')}</button></div></div>`;
  }
  const words =
    state.is === 'kept'
      ? state.at === undefined
        ? ''
        : say('kept', { at: formatInstant(state.at, undefined, locale) })
      : say(state.is === 'opening' ? 'opening' : state.is === 'saving' ? 'saving' : 'typed');
  return html`<p class="small muted draft-state" role="status">${words}</p>`;
}

function labelOf(document: FormDocument, key: string, locale: Locale): string {
  const find = (fields: FormDocument['fields']): string | undefined => {
    for (const field of fields) {
      if (field.key === key) return textIn(field.label, locale);
      const inside = field.kind === 'section' ? find(field.fields) : undefined;
      if (inside !== undefined) return inside;
    }
    return undefined;
  };
  return find(document.fields) ?? key;
}
