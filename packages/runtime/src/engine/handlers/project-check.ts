/**
 * `project.check`: looks up a project by its code. Input `code`. Result: `found`, and when it is, the facts of the project
 * (`code`, `name`, `enterprise`, `contact`, `site`, `investment`, `creditGrade`).
 */
import { projectFacts } from '../project-of-case.ts';
import { type Handler, textInput } from './handler.ts';

export const projectCheck: Handler = async ({ inputs, records, case: live }) => {
  const code = textInput(inputs, 'code', 'project.check');
  const project = await records.project(live.tenant, code);
  return { result: project === undefined ? { found: false, code } : { found: true, ...projectFacts(project) } };
};
