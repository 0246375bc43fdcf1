/** Whose projects are whose: for which a person may file. */
import type { Actor, Project } from '@tongban/model';
import { ADMINISTRATOR } from '../engine/own-roles.ts';

/** Applicants (people without a department) know their own projects only; departments and windows know all. */
export function maySeeProject(actor: Actor, { owner }: Project): boolean {
  return (owner !== undefined && (owner === actor.id || owner === actor.onBehalfOf?.id)) || knowsAllProjects(actor);
}

/** Whether a person works for the tenant, and so files for any project. */
export function knowsAllProjects(actor: Actor): boolean {
  return actor.department !== undefined || actor.roles.includes(ADMINISTRATOR);
}
