/** Which groups an element has. */
import type { TemplateResult } from 'lit';
import type { PanelView } from './panel-view.ts';

/** The groups of the selected element, in the order in which people ask. */
export function groupsFor(_view: PanelView): readonly TemplateResult[] {
  return [];
}
