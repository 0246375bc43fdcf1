/** A designer on a page, and ways to work in it as people do. */
import { html, type TemplateResult } from 'lit';
import '../define.ts';
import { onPage } from '@tongban/element-kit/testing';
import { expect } from 'vitest';
import type { FlowDesigner } from '../flow-designer.ts';
import type { FlowChangeEvent } from '../flow-events.ts';
import { realContext, realFlow } from './measure.ts';

/** Shows the designer with the real flow and waits until it is drawn. */
export async function openDesigner(xml: string = realFlow, height = 800): Promise<FlowDesigner> {
  const page = await onPage(designerTemplate(xml));
  const designer = page.querySelector<FlowDesigner>('tb-flow-designer') as FlowDesigner;
  designer.style.height = `${height}px`;
  await designer.select('');
  await until(() => shape(designer, '.djs-shape') !== null);
  return designer;
}

/** Waits until the shapes have names and the canvas its keys: both come when the page has nothing else to do. */
export async function namedShapes(designer: FlowDesigner): Promise<void> {
  await until(() => shape(designer, '.canvas svg[role="application"]') !== null && shape(designer, '.djs-shape[tabindex="0"]') !== null);
}

/** The designer as a host writes it. */
export function designerTemplate(xml: string): TemplateResult {
  return html`<tb-flow-designer .context=${realContext} .xml=${xml}></tb-flow-designer>`;
}

/** The first match in the shadow root. */
export function within<Found extends Element = HTMLElement>(designer: FlowDesigner, selector: string): Found {
  const found = designer.shadowRoot?.querySelector<Found>(selector);
  if (found === null || found === undefined) throw new Error(`No ${selector}`);
  return found;
}

/** All matches in the shadow root. */
export function allWithin(designer: FlowDesigner, selector: string): readonly HTMLElement[] {
  return [...(designer.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? [])];
}

/** The drawn element with this id, or the first match. */
export function shape(designer: FlowDesigner, id: string): SVGGElement | null {
  const selector = id.startsWith('.') ? id : `[data-element-id="${id}"]`;
  return designer.shadowRoot?.querySelector<SVGGElement>(selector) ?? null;
}

/** The next file the designer tells of with an edit made after this call. Ask before the edit: one made earlier may be told later. */
export function nextChange(designer: FlowDesigner): Promise<string> {
  const inner = designer as unknown as { readonly editor: { readonly edits: number } | undefined; readonly telling: unknown };
  const untold = inner.telling === undefined ? undefined : inner.editor?.edits;
  return new Promise((resolve) => {
    const onChange = ({ xml }: FlowChangeEvent): void => {
      if (untold !== undefined && inner.editor?.edits === untold) return;
      designer.removeEventListener('tb-flow-change', onChange);
      resolve(xml);
    };
    designer.addEventListener('tb-flow-change', onChange);
  });
}

/** Opens the menu button and chooses the entry with these words. */
export async function chooseIn(menu: HTMLElement, label: string): Promise<void> {
  const entry = (): HTMLElement | undefined =>
    [...(menu.shadowRoot?.querySelectorAll<HTMLElement>('.floating:not([hidden]) [role="menuitem"]') ?? [])].find((one) =>
      one.textContent?.includes(label),
    );
  menu.shadowRoot?.querySelector<HTMLElement>('.button')?.click();
  await until(() => entry() !== undefined);
  entry()?.click();
}

/** Types into a field and leaves it. */
export function enter(field: HTMLElement, value: string): void {
  (field as HTMLInputElement).value = value;
  field.dispatchEvent(new Event('change', { bubbles: true }));
}

/** Waits until it holds, as long as every poll waits, or says that it never did. */
export async function until(holds: () => boolean): Promise<void> {
  await expect.poll(holds, { interval: 20, message: holds.toString() }).toBe(true);
}
