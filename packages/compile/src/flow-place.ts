/** Where a problem of a flow stands, and what the element is called in sentences. */
import type { ProblemPlace } from '@tongban/model';

/** The place of an element in the flow file. */
export function flowPlace(file: string | undefined, element: { readonly id: string; readonly name?: string }): ProblemPlace {
  return {
    ...(file === undefined ? {} : { file }),
    elementId: element.id,
    ...(element.name === undefined ? {} : { elementName: element.name }),
  };
}

/** Its name, else its id. */
export function called(element: { readonly id: string; readonly name?: string }): string {
  return element.name ?? element.id;
}
