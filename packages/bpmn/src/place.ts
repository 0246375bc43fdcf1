/** Where a problem stands: the element people see, which is the nearest one with an id. */
import type { ProblemPlace } from '@tongban/model';
import { type ModdleElement, textOf } from './moddle-element.ts';

/** The nearest element, itself or above, that is drawn: event definitions and our own elements stand in one. */
export function placeOf(element: ModdleElement): ProblemPlace {
  let at: ModdleElement | undefined = element;
  while (at !== undefined && (textOf(at, 'id') === undefined || INNER.test(at.$type))) at = at.$parent;
  const id = textOf(at, 'id');
  const name = textOf(at, 'name');
  return { ...(id === undefined ? {} : { elementId: id }), ...(name === undefined ? {} : { elementName: name }) };
}

const INNER = /^tb:|EventDefinition$|Expression$|LoopCharacteristics$|^bpmndi:/;
