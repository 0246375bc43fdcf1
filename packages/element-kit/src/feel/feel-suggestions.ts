/** The list of what may be written at the caret: which of it is marked, and how a row looks. */
import { type CompletionOptions, completionsAt, type FeelCompletion, type FeelCompletions, type FeelName } from '@tongban/feel-parser';
import { type Locale, textIn } from '@tongban/model';
import { html, type TemplateResult } from 'lit';
import type { feelMessages } from './feel-messages.ts';

/** What is offered, and which of it Enter takes. */
export interface Suggestions extends FeelCompletions {
  readonly active: number;
}

/** What to offer at `offset`; nothing when what is typed is already all of the only thing that may stand there. */
export function suggestionsAt(
  text: string,
  offset: number,
  names: readonly FeelName[],
  options: CompletionOptions,
): Suggestions | undefined {
  const found = completionsAt(text, offset, names, options);
  const [only, second] = found.items;
  if (only === undefined || (second === undefined && only.insert.trim() === text.slice(found.from, found.to))) return undefined;
  return { ...found, active: 0 };
}

/** `suggestions` with the next or the one before marked, round and round. */
export function moved(suggestions: Suggestions, by: 1 | -1): Suggestions {
  const count = suggestions.items.length;
  return { ...suggestions, active: (suggestions.active + by + count) % count };
}

/** One row: what people call it and how FEEL writes it; functions and operators the other way round. */
export function suggestionRow(item: FeelCompletion, t: ReturnType<typeof feelMessages.for>, locale: Locale): TemplateResult {
  const label = textIn(item.label, locale);
  if (item.kind === 'name' || item.kind === 'value') {
    const type = item.type === undefined ? '' : ` · ${t(`type.${item.type}`)}`;
    return html`<span class="words">${label}</span><span class="beside"><span class="code">${item.detail}</span>${type}</span>`;
  }
  return html`<span class="words code">${item.detail}</span><span class="beside">${label}</span>`;
}
