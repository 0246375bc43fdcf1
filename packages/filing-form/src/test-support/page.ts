/** A page with one form on it; for tests. */

import type { CompiledForm } from '@tongban/model';
import '../define.ts';
import type { FilingForm } from '../filing-form.ts';
import { applicant, departments, items } from './forms.ts';

/** 2026-11-21, 10:00 in China. */
export const NOW: number = Date.UTC(2026, 10, 21, 2);

/** Shows `form` alone on a Chinese page. */
export async function shown(form: CompiledForm, properties: Partial<FilingForm> = {}): Promise<FilingForm> {
  document.documentElement.lang = 'zh-CN';
  document.title = '填表';
  document.body.replaceChildren();
  const element = document.createElement('tb-form');
  const context = { parameters: { channel: 'online' }, case: { key: null } };
  Object.assign(element, { form, departments, items, actor: applicant, context, now: NOW, ...properties });
  const main = document.createElement('main');
  main.append(element);
  document.body.append(main);
  await settled(element);
  return element;
}

/** Waits for what Lit, Formily and React still have to do. */
export async function settled(element: FilingForm): Promise<void> {
  await element.updateComplete;
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}

/** The control that has `label`, as assistive technology finds it. */
export function control<Found extends HTMLElement = HTMLInputElement>(element: FilingForm, label: string): Found {
  const root = element.renderRoot as ShadowRoot;
  const named = [...root.querySelectorAll<HTMLLabelElement>('label.label')].find((one) => words(one) === label);
  const found =
    named?.control ??
    root.querySelector(`[aria-label="${label}"]`) ??
    part(element, label)?.querySelector('input, textarea, select, button');
  if (!found) throw new Error(`No control “${label}”`);
  return found as Found;
}

/** The box of the field that has `label`. */
export function part(element: FilingForm, label: string): HTMLElement | undefined {
  const labels = [...element.renderRoot.querySelectorAll<HTMLElement>('.label')];
  return labels.find((one) => words(one) === label)?.closest<HTMLElement>('[data-field]') ?? undefined;
}

/** The button whose name is `name`. */
export function button(element: FilingForm, name: string): HTMLButtonElement {
  const all = [...element.renderRoot.querySelectorAll('button')];
  const found = all.find((one) => (one.getAttribute('aria-label') ?? one.textContent?.trim()) === name);
  if (found === undefined) throw new Error(`No button “${name}”`);
  return found;
}

/** What assistive technology says about a control beside its name. */
export function description(element: FilingForm, of: Element): string {
  const ids = (of.getAttribute('aria-describedby') ?? '').split(' ').filter((id) => id !== '');
  return ids.map((id) => element.renderRoot.querySelector(`[id="${id}"]`)?.textContent ?? `missing #${id}`).join(' ');
}

function words(label: Element): string {
  return [...label.childNodes]
    .filter((node) => !(node instanceof Element) || !node.matches('.required-mark, .visually-hidden, .badge'))
    .map((node) => node.textContent)
    .join('')
    .trim();
}
