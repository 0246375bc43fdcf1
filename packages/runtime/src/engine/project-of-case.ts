/** The project a case is about: what FEEL reads as `project`, and the code by which records know it. */
import type { Json, JsonObject, Project } from '@tongban/model';
import { isJsonObject, wireNumber } from '@tongban/model';
import type { CaseState } from '../core/state.ts';
import { valuesOf } from './live-case.ts';
import type { ReadyRelease } from './ready-release.ts';

/** The variable that holds the project a case was started for. */
export const PROJECT_VARIABLE = 'project';

/** The project code of a case: of the project it was started for, else what a form says. */
export function projectCodeOf(ready: ReadyRelease, state: CaseState): string | undefined {
  const project = state.variables[PROJECT_VARIABLE];
  if (isJsonObject(project) && typeof project['code'] === 'string') return project['code'];
  for (const { meaning, formKey, fieldKey } of ready.meanings) {
    const value = meaning === 'project.code' ? valuesOf(state, formKey)[fieldKey] : undefined;
    if (typeof value === 'string' && value !== '') return value;
  }
  return undefined;
}

/** Actor id of the applicant whose project the case was started for. */
export function projectOwnerOf(state: CaseState): string | undefined {
  const project = state.variables[PROJECT_VARIABLE];
  return isJsonObject(project) && typeof project['owner'] === 'string' ? project['owner'] : undefined;
}

/** A project as expressions read it. */
export function projectFacts(project: Project): JsonObject {
  const { enterprise, contact } = project;
  return {
    code: project.code,
    name: project.name,
    enterprise: { name: enterprise.name, uscc: enterprise.uscc ?? null, legalPerson: enterprise.legalPerson ?? null },
    contact: contact === undefined ? null : { name: contact.name, phone: contact.phone },
    site: project.site ?? null,
    investment: project.investment === undefined ? null : (wireNumber(project.investment) as Json),
    creditGrade: project.creditGrade ?? null,
    owner: project.owner ?? null,
  };
}
