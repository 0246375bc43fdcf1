/** One cause, one problem: an expression in another language than FEEL is said once, not once more as FEEL that cannot be read. */
import type { Problem } from '@tongban/model';

/** `later` without what reading the file has said already. */
export function withoutEchoes(later: readonly Problem[], earlier: readonly Problem[]): readonly Problem[] {
  const said = new Set(earlier.filter(({ code }) => code === 'BPMN_EXPRESSION_LANGUAGE').map(placeOf));
  return said.size === 0 ? later : later.filter((problem) => !IS_OF_FEEL.test(problem.code) || !said.has(placeOf(problem)));
}

const IS_OF_FEEL = /^(?:FEEL_|COMPILE_EXPRESSION_|COMPILE_NAME_)/;

function placeOf({ place }: Problem): string {
  return `${place.elementId} ${place.property}`;
}
