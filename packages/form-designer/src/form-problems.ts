/** What is wrong with the form as it stands, found at every change, together with what others found. */
import { compileForm, type FormCompilation } from '@tongban/form';
import { type ErrorSentences, type FormDocument, fillPlaceholders, type Problem } from '@tongban/model';
import type { FormDesignContext } from './form-design-context.ts';
import { parseOnce } from './parse-once.ts';

const parse = parseOnce();

/** Compiles `form` as the measure does. */
export function compileDesign(form: FormDocument, context: FormDesignContext): FormCompilation {
  const names = [...context.forms.map(({ key }) => key), ...(context.names ?? ['item'])];
  const compilation = compileForm(form, parse, names);
  return { ...compilation, problems: compilation.problems.map(inWordsOfTheDesigner) };
}

/** What the panel calls the texts that may not be empty. */
const MISSING: Readonly<Record<string, ErrorSentences>> = {
  label: { 'zh-CN': '请填写“{element}”的名称。', en: 'Enter the name of “{element}”.' },
  text: { 'zh-CN': '请填写“{element}”的内容。', en: 'Enter the text of “{element}”.' },
  title: { 'zh-CN': '请填写表单的标题。', en: 'Enter the title of the form.' },
  choices: { 'zh-CN': '请填写“{element}”每个选项的名称和存储值。', en: 'Enter the name and stored value of every choice of “{element}”.' },
};

function inWordsOfTheDesigner(problem: Problem): Problem {
  const words = problem.code === 'FORM_DOCUMENT_INVALID' ? MISSING[problem.place.property ?? ''] : undefined;
  if (words === undefined) return problem;
  const say = (sentence: string): string => fillPlaceholders(sentence, problem.details);
  return { ...problem, sentences: { 'zh-CN': say(words['zh-CN']), en: say(words.en) } };
}

/** `found` and what is new in `told`. */
export function allProblems(found: readonly Problem[], told: readonly Problem[]): readonly Problem[] {
  const known = new Set(found.map(nameOf));
  return [...found, ...told.filter((problem) => !known.has(nameOf(problem)))];
}

/** The problems by the field they are about; under an empty id those of the form itself, and of fields that are not among `ids`. */
export function problemsById(problems: readonly Problem[], ids: ReadonlySet<string>): ReadonlyMap<string, readonly Problem[]> {
  const found = new Map<string, Problem[]>();
  for (const problem of problems) {
    const own = ownId(problem);
    const id = ids.has(own) ? own : '';
    found.set(id, [...(found.get(id) ?? []), problem]);
  }
  return found;
}

/** The field a problem is about; a column may be named `rowsId/columnId`. */
export function ownId(problem: Problem): string {
  return problem.place.elementId?.split('/').pop() ?? '';
}

function nameOf(problem: Problem): string {
  return [problem.code, ownId(problem), problem.place.property ?? '', JSON.stringify(problem.details)].join('\n');
}
