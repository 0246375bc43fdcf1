/** Safe ways to read moddle objects; foreign files hold anything. */
import type { ModdleElement } from '@tongban/bpmn';

/** The property as one element. */
export function elementOf(element: ModdleElement | undefined, property: string): ModdleElement | undefined {
  const value = element?.[property];
  return isElement(value) ? value : undefined;
}

/** The property as elements, in document order. */
export function elementsOf(element: ModdleElement | undefined, property: string): readonly ModdleElement[] {
  const value = element?.[property];
  return Array.isArray(value) ? value.filter(isElement) : [];
}

/** The property as text, empty when it is absent. */
export function textOf(element: ModdleElement | undefined, property: string): string {
  const value = element?.[property];
  return typeof value === 'string' ? value : '';
}

function isElement(value: unknown): value is ModdleElement {
  return typeof value === 'object' && value !== null && typeof (value as ModdleElement).$type === 'string';
}
