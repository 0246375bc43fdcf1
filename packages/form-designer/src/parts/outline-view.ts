/** The fields as a tree, for finding one's way in a long form. */
import { icon } from '@tongban/element-kit';
import { textIn } from '@tongban/model';
import { html, nothing, type TemplateResult } from 'lit';
import type { DesignDesk } from '../design-desk.ts';
import { placedFields } from '../field-tree.ts';

/** See the module comment. */
export function outlineView(desk: DesignDesk): TemplateResult {
  const { t, locale, form, selected } = desk;
  const all = placedFields(form);
  const rows = [{ id: '', depth: 0, label: textIn(form.title, locale), kind: t('formItself') }].concat(
    all.map(({ field, depth }) => ({ id: field.id, depth: depth + 1, label: textIn(field.label, locale), kind: t(`kind_${field.kind}`) })),
  );
  const chosen = new Set(desk.chosen.map(({ field }) => field.id));
  const stop = selected?.field.id ?? '';
  return html`<ul class="outline" role="tree" aria-multiselectable="true" aria-label=${t('outline')} @keydown=${(event: KeyboardEvent) => onKey(event, desk, rows)}>
    ${rows.map(({ id, depth, label, kind }) => {
      const wrong = desk.problemsOf(id).length > 0;
      return html`<li
        role="treeitem"
        class="outline-row"
        data-row=${id}
        aria-level=${depth + 1}
        aria-selected=${id === '' ? chosen.size === 0 : chosen.has(id)}
        tabindex=${id === stop ? 0 : -1}
        data-depth=${Math.min(depth, 6)}
        @click=${(event: MouseEvent) => desk.choose(id, desk.howChosen(event))}
      ><span class="outline-label">${label || kind}</span><span class="muted small">${kind}</span>${wrong ? icon('warning', { label: t('problemCount', { count: desk.problemsOf(id).length }) }) : nothing}</li>`;
    })}
  </ul>`;
}

function onKey(event: KeyboardEvent, desk: DesignDesk, rows: readonly { readonly id: string }[]): void {
  const at = rows.findIndex(({ id }) => id === (desk.selected?.field.id ?? ''));
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key];
  const row = to === undefined || event.altKey ? undefined : rows[to];
  if (row === undefined) return;
  event.preventDefault();
  desk.choose(row.id, event.shiftKey ? 'upTo' : 'only');
  const tree = event.currentTarget as HTMLElement;
  requestAnimationFrame(() => tree.querySelector<HTMLElement>('[tabindex="0"]')?.focus());
}
