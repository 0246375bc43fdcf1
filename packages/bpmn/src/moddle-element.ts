/** A moddle object as bpmn-moddle and bpmn-js hold it, and safe ways to read it. */

/** An element of the file. Properties are those of BPMN; foreign attributes stand in `$attrs`, foreign content in `$children`. */
export interface ModdleElement {
  readonly $type: string;
  readonly $attrs?: Readonly<Record<string, string>>;
  readonly $children?: readonly ModdleElement[];
  readonly $body?: string;
  $parent?: ModdleElement;
  extensionElements?: ModdleElement;
  loopCharacteristics?: ModdleElement;
  readonly [property: string]: unknown;
}

/** Makes a moddle object: `moddle.create`, or `bpmnFactory.create` of bpmn-js. */
export type CreateElement = (type: string, properties?: object) => ModdleElement;

/** The property as text, trimmed; undefined when it is absent or empty. */
export function textOf(element: ModdleElement | undefined, property: string): string | undefined {
  const value = own(element, property);
  if (typeof value !== 'string') return undefined;
  const trimmed = value.trim();
  return trimmed === '' ? undefined : trimmed;
}

/** The property as a flag; undefined when it is absent. */
export function flagOf(element: ModdleElement | undefined, property: string): boolean | undefined {
  const value = own(element, property);
  return typeof value === 'boolean' ? value : undefined;
}

/** The property as one element: a child, or what a reference was resolved to. */
export function elementOf(element: ModdleElement | undefined, property: string): ModdleElement | undefined {
  const value = own(element, property);
  return isModdleElement(value) ? value : undefined;
}

/** The property as elements, in document order. */
export function elementsOf(element: ModdleElement | undefined, property: string): readonly ModdleElement[] {
  const value = own(element, property);
  return Array.isArray(value) ? value.filter(isModdleElement) : [];
}

/** `bpmn:UserTask` → `userTask`. */
export function kindOf(element: ModdleElement): string {
  const name = localName(element);
  return name.charAt(0).toLowerCase() + name.slice(1);
}

/** `bpmn:UserTask` → `UserTask`. */
export function localName(element: ModdleElement): string {
  return element.$type.slice(element.$type.indexOf(':') + 1);
}

/** An attribute of a foreign namespace, e.g. `camunda:assignee`. */
export function foreignAttribute(element: ModdleElement, name: string): string | undefined {
  const attributes = element.$attrs ?? {};
  const value = Object.hasOwn(attributes, name) ? attributes[name]?.trim() : undefined;
  return value === '' ? undefined : value;
}

function own(element: ModdleElement | undefined, property: string): unknown {
  return element !== undefined && Object.hasOwn(element, property) ? element[property] : undefined;
}

function isModdleElement(value: unknown): value is ModdleElement {
  return typeof value === 'object' && value !== null && typeof (value as ModdleElement).$type === 'string';
}
