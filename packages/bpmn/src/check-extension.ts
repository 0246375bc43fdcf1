/** Says what is wrong with the `tb:` elements of one element: unknown, missing or impossible attributes, forbidden names. */
import { isSafeName, type JsonObject, type Problem } from '@tongban/model';
import { raise } from './errors.ts';
import { ALLOWED, NAMES, REQUIRED } from './extension-schema.ts';
import { elementOf, elementsOf, localName, type ModdleElement, textOf } from './moddle-element.ts';
import { placeOf } from './place.ts';
import { tbModdle } from './tb-moddle.ts';

/** The problems of the `tb:` elements in the extension elements of `element`. */
export function checkExtension(element: ModdleElement | undefined): readonly Problem[] {
  return elementsOf(elementOf(element, 'extensionElements'), 'values')
    .filter((value) => value.$type.startsWith('tb:'))
    .flatMap((value) => [...checkPlace(element ?? value, value), ...checkElement(element ?? value, value)]);
}

function checkElement(owner: ModdleElement, element: ModdleElement): readonly Problem[] {
  return [
    ...checkAttributes(owner, element),
    ...CHILDREN.flatMap((name) => children(element, name)).flatMap((c) => checkElement(owner, c)),
  ];
}

/** Whether an element of ours stands where it does something. */
function checkPlace(owner: ModdleElement, element: ModdleElement): readonly Problem[] {
  const type = localName(element);
  const allowed = tbModdle.types.find(({ name }) => name === type)?.meta?.allowedIn ?? [];
  const isA = owner['$instanceOf'] as ((type: string) => boolean) | undefined;
  if (isA === undefined || allowed.some((kind) => isA.call(owner, kind))) return [];
  const place = placeOf(owner);
  const tag = type.charAt(0).toLowerCase() + type.slice(1);
  const details = { tag, element: place.elementName ?? place.elementId ?? '', allowed: allowed.map((kind) => kind.slice('bpmn:'.length)) };
  return [raise.problem('BPMN_EXTENSION_IGNORED', { ...place, property: tag }, details, 'warning')];
}

const CHILDREN: readonly string[] = ['filings', 'fields', 'outcomes', 'operations', 'inputs', 'performer'];

function children(element: ModdleElement, property: string): readonly ModdleElement[] {
  const one = elementOf(element, property);
  return one === undefined ? elementsOf(element, property) : [one];
}

function checkAttributes(owner: ModdleElement, element: ModdleElement): readonly Problem[] {
  const type = localName(element);
  const tag = type.charAt(0).toLowerCase() + type.slice(1);
  const place = placeOf(owner);
  const about = (code: Parameters<typeof raise.problem>[0], attribute: string, more: JsonObject = {}): Problem =>
    raise.problem(
      code,
      { ...place, property: `${tag}.${attribute}` },
      { tag, element: place.elementName ?? place.elementId ?? '', attribute, ...more },
    );
  const unknown = Object.keys(element.$attrs ?? {}).filter((name) => !name.includes(':') && name !== 'xmlns');
  const missing = (REQUIRED[type] ?? []).filter((name) => textOf(element, name) === undefined);
  const wrong = Object.entries(ALLOWED).flatMap(([key, allowed]) => {
    const value = key.startsWith(`${type}.`) ? textOf(element, key.slice(type.length + 1)) : undefined;
    return value === undefined || allowed.includes(value) ? [] : [{ attribute: key.slice(type.length + 1), value, allowed }];
  });
  const forbidden = NAMES.filter((key) => key.startsWith(`${type}.`))
    .map((key) => textOf(element, key.slice(type.length + 1)))
    .filter((name) => name !== undefined && !name.split('/').every(isSafeName));
  return [
    ...unknown.map((name) => about('BPMN_ATTRIBUTE_UNKNOWN', name)),
    ...missing.map((name) => about('BPMN_ATTRIBUTE_MISSING', name)),
    ...wrong.map(({ attribute, value, allowed }) => about('BPMN_ATTRIBUTE_VALUE', attribute, { value, allowed: [...allowed] })),
    ...forbidden.map((name) => about('BPMN_NAME_FORBIDDEN', 'name', { name: name ?? '' })),
  ];
}
