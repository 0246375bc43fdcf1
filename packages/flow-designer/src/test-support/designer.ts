/** A designer on a page, and ways to work in it as people do. */
import { html, type TemplateResult } from 'lit';
import '../define.ts';
import { onPage } from '@tongban/element-kit/testing';
import type { FlowDesigner } from '../flow-designer.ts';
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

/** The next file the designer tells of. */
export function nextChange(designer: FlowDesigner): Promise<string> {
  return new Promise((resolve) => designer.addEventListener('tb-flow-change', (event) => resolve(event.xml), { once: true }));
}

/** Types into a field and leaves it. */
export function enter(field: HTMLElement, value: string): void {
  (field as HTMLInputElement).value = value;
  field.dispatchEvent(new Event('change', { bubbles: true }));
}

/** Waits until it holds, or says that it never did. */
export async function until(holds: () => boolean, ms = 5000): Promise<void> {
  const end = performance.now() + ms;
  while (!holds()) {
    if (performance.now() > end) throw new Error(`Not within ${ms} ms: ${holds.toString()}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
