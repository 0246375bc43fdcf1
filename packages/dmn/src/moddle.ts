/** Typed looks at the elements that dmn-moddle makes of XML. */
import { DmnModdle, type ModdleElement } from 'dmn-moddle';

export type { ModdleElement } from 'dmn-moddle';

/** The reader and writer of DMN 1.3. */
export const moddle: DmnModdle = new DmnModdle();

/** A text of an element, trimmed; undefined when it is not there or empty. */
export function textAt(element: ModdleElement | undefined, name: string): string | undefined {
  const value = element?.get(name);
  const text = typeof value === 'string' ? value.trim() : '';
  return text === '' ? undefined : text;
}

/** An element inside of an element. */
export function elementAt(element: ModdleElement | undefined, name: string): ModdleElement | undefined {
  const value = element?.get(name);
  return typeof value === 'object' && value !== null ? (value as ModdleElement) : undefined;
}

/** The elements inside of an element. */
export function elementsAt(element: ModdleElement | undefined, name: string): readonly ModdleElement[] {
  const value = element?.get(name);
  return Array.isArray(value) ? (value as ModdleElement[]) : [];
}

/** An element with those of the properties that are given. */
export function create(type: string, properties: Readonly<Record<string, unknown>>): ModdleElement {
  const given = Object.entries(properties).filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0));
  return moddle.create(type, Object.fromEntries(given));
}
