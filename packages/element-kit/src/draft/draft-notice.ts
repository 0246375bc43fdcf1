/** How a draft stands, in words; a conflict with what differs and the choice. */
import type { Locale } from '@tongban/model';
import { html, nothing, type TemplateResult } from 'lit';
import { formatInstant } from '../format.ts';
import type { DeviceDraft } from './device-draft.ts';
import { draftMessages } from './draft-messages.ts';

/** The notice of a draft; `differing` gives, in words, what differs between the page and another draft. */
export function draftNotice<Typed>(
  draft: DeviceDraft<Typed>,
  differing: (theirs: Typed) => readonly string[],
  locale: Locale,
): TemplateResult {
  const say = draftMessages.in(locale);
  const { state } = draft;
  if (state.is === 'conflict') {
    const { theirs } = state;
    const fields = differing(theirs.typed);
    const at = formatInstant(theirs.savedAt, undefined, locale);
    return html`<div class="callout warning draft-conflict" role="alert"><div>
      <p><strong>${say('conflict')}</strong></p>
      <p>${theirs.by === undefined ? say('conflictAt', { at }) : say('conflictBy', { at, by: theirs.by })}</p>
      ${fields.length === 0 ? nothing : html`<p>${say('conflictFields', { fields: fields.join(say('and')) })}</p>`}
      <div class="button-row">
        <button class="button primary" type="button" @click=${() => draft.choose('mine')}>${say('keepMine')}</button>
        <button class="button" type="button" @click=${() => draft.choose('theirs')}>${say('takeTheirs')}</button>
      </div>
    </div></div>`;
  }
  if (state.is === 'device' || state.is === 'expired' || state.is === 'lost' || state.is === 'refused') {
    return html`<div class="callout warning draft-state" role="status"><div>${state.is === 'refused' ? say('refused', { why: state.why }) : say(state.is)}
      <button class="link-button" type="button" @click=${() => void draft.send()}>${say('sendNow')}</button></div></div>`;
  }
  return html`<p class="small muted draft-state" role="status">${quietWords(state, locale)}</p>`;
}

function quietWords(state: DeviceDraft<unknown>['state'], locale: Locale): string {
  const say = draftMessages.in(locale);
  if (state.is === 'kept') return state.at === undefined ? '' : say('kept', { at: formatInstant(state.at, undefined, locale) });
  return say(state.is === 'opening' ? 'opening' : state.is === 'saving' ? 'saving' : 'typed');
}
