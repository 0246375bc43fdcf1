/** What reading one file keeps at hand: the problems found so far, and ids for what has none. */
import type { Problem } from '@tongban/model';
import { raise } from './errors.ts';
import { type ModdleElement, textOf } from './moddle-element.ts';
import { placeOf } from './place.ts';

/** The state of reading one file. */
export interface Reading {
  readonly problems: Problem[];
  /** The id of a drawn element; one is made, the same every time, when the file gives none. */
  idOf(element: ModdleElement, kind: string): string;
  /** Free `id`, or the same with a number behind it. */
  freeId(id: string): string;
  /** A flow without one of its ends: a problem, unless resolving its references found that already. */
  looseEnd(element: ModdleElement, property: string): void;
  /** The text of an expression; another language than FEEL is a problem of `property`. */
  expression(owner: ModdleElement, expression: ModdleElement | undefined, property: string): string | undefined;
}

/** Starts reading a file whose own ids are `taken`, and in which `found` was found before. */
export function startReading(taken: Iterable<string>, found: readonly Problem[]): Reading {
  const problems: Problem[] = [];
  const ids = new Set(taken);
  const given = new Map<ModdleElement, string>();
  const freeId = (id: string): string => {
    let free = id;
    for (let number = 2; ids.has(free); number++) free = `${id}_${number}`;
    ids.add(free);
    return free;
  };
  const idOf = (element: ModdleElement, kind: string): string => {
    const own = textOf(element, 'id') ?? given.get(element);
    if (own !== undefined) return own;
    const id = freeId(`${kind}_1`);
    given.set(element, id);
    const name = textOf(element, 'name');
    const place = { elementId: id, ...(name === undefined ? {} : { elementName: name }) };
    problems.push(raise.problem('BPMN_ID_MISSING', place, { kind, id }, 'warning'));
    return id;
  };
  const expression = (owner: ModdleElement, element: ModdleElement | undefined, property: string): string | undefined => {
    const body = textOf(element, 'body');
    const language = textOf(element, 'language');
    if (body !== undefined && language !== undefined && !isFeel(language)) {
      const place = placeOf(owner);
      const details = { element: place.elementName ?? place.elementId ?? '', property, language };
      problems.push(raise.problem('BPMN_EXPRESSION_LANGUAGE', { ...place, property }, details));
    }
    return body;
  };
  const looseEnd = (element: ModdleElement, property: string): void => {
    const place = placeOf(element);
    const isSaid = ({ code, place: at }: Problem): boolean =>
      code === 'BPMN_REFERENCE_UNRESOLVED' && at.property === property && at.elementId === place.elementId;
    if (found.some(isSaid)) return;
    const details = { element: place.elementName ?? place.elementId ?? '', property, target: '' };
    problems.push(raise.problem('BPMN_REFERENCE_UNRESOLVED', { ...place, property }, details));
  };
  return { problems, idOf, freeId, expression, looseEnd };
}

/** Whether `language` names FEEL, by its short name or by the address DMN gives it. */
function isFeel(language: string): boolean {
  return /feel/i.test(language);
}
