/** What is wrong with the form as it stands, found at every change, together with what others found. */
import { parseFeel } from '@tongban/feel-parser';
import { compileForm, type FormCompilation } from '@tongban/form';
import type { FormDocument, Problem } from '@tongban/model';
import type { FormDesignContext } from './form-design-context.ts';

/** Compiles `form` as the measure does. */
export function compileDesign(form: FormDocument, context: FormDesignContext): FormCompilation {
  const names = [...context.forms.map(({ key }) => key), ...(context.names ?? ['item'])];
  return compileForm(form, (text, known) => parseFeel(text, { names: known }), names);
}

/** `found` and what is new in `told`. */
export function allProblems(found: readonly Problem[], told: readonly Problem[]): readonly Problem[] {
  const known = new Set(found.map(nameOf));
  return [...found, ...told.filter((problem) => !known.has(nameOf(problem)))];
}

/** The problems of the field `id`; of the form itself when it is empty. */
export function problemsAt(problems: readonly Problem[], id: string, ids: ReadonlySet<string>): readonly Problem[] {
  return problems.filter((problem) => {
    const own = ownId(problem);
    return id === '' ? own === '' || !ids.has(own) : own === id;
  });
}

/** The field a problem is about; a column may be named `rowsId/columnId`. */
export function ownId(problem: Problem): string {
  return problem.place.elementId?.split('/').pop() ?? '';
}

function nameOf(problem: Problem): string {
  return [problem.code, ownId(problem), problem.place.property ?? '', JSON.stringify(problem.details)].join('\n');
}
