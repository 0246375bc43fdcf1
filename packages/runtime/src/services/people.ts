/** People of the host's directory: who can be chosen, and who somebody is that was chosen. */
import type { Actor, PeopleQuery, PersonSummary } from '@tongban/model';
import { ADMINISTRATOR } from '../engine/own-roles.ts';
import { partsOfTaskId } from '../engine/task-id.ts';
import { isCandidate } from '../store/query-semantics.ts';
import { admittedBy, isAdmitted } from './admitted-people.ts';
import { taskSpec } from './case-access.ts';
import type { ServiceContext } from './service-context.ts';

const MOST_PEOPLE = 20;
/** So many are looked through for those whom an operation admits. */
const MOST_LOOKED_AT = 200;

/** People for choosing. Applicants are shown nobody. */
export async function searchPeople(context: ServiceContext, query: PeopleQuery): Promise<readonly PersonSummary[]> {
  const { engine, actor } = context;
  const works = actor.department !== undefined || actor.roles.includes(ADMINISTRATOR);
  const { admits, departments, named } = await surroundings(context, query);
  const text = (query.text ?? '').trim().slice(0, 100);
  const found = works ? ((await engine.directory?.search?.(actor.tenant, text, MOST_LOOKED_AT)) ?? []) : [];
  const meant = works ? ((await colleagues(context, named)) ?? []).filter(({ id, name }) => name.includes(text) || id === text) : [];
  return [...new Map([...meant, ...found].map((person) => [person.id, person])).values()]
    .filter((person) => person.tenant === actor.tenant && person.id !== actor.id && admits(person))
    .slice(0, MOST_PEOPLE)
    .map(({ id, name, department }) => ({
      ...{ id, name },
      ...(department === undefined ? {} : { department: departments.find((one) => one.id === department)?.name ?? department }),
    }));
}

/** The people with these ids who work in the tenant; undefined when one of them is unknown, an applicant, or there is none. */
export async function colleagues({ engine, actor }: ServiceContext, ids: readonly string[]): Promise<readonly Actor[] | undefined> {
  const found = await Promise.all([...new Set(ids)].map(async (id) => engine.directory?.person(actor.tenant, id)));
  const known = found.filter((person) => person !== undefined && person.tenant === actor.tenant && person.department !== undefined);
  return known.length === found.length && known.length > 0 ? (known as readonly Actor[]) : undefined;
}

// A task is handed over only to who may do it; everything else is asked of those who work in a department.
async function surroundings({ engine, actor }: ServiceContext, { taskId, kind, of }: PeopleQuery) {
  const works = ({ department }: Actor): boolean => department !== undefined && (of === undefined || department === actor.department);
  const parts = taskId === undefined ? undefined : partsOfTaskId(taskId);
  const live = parts && (await engine.load(actor.tenant, parts.caseId));
  const task = live?.tasks.find((one) => one.taskId === taskId);
  const departments = live?.ready.release.manifest.departments ?? [];
  const operations = (live && task && taskSpec(live, task.nodeId)?.operations) ?? [];
  const given = live && task && kind && admittedBy(live, task, operations, kind, { actor, now: engine.clock.now() });
  const admits = (person: Actor): boolean =>
    kind === 'transfer' && task !== undefined && given === undefined
      ? isCandidate(task.candidates, person)
      : works(person) && isAdmitted(given, person);
  return { admits, departments, named: given?.candidates.persons?.slice(0, MOST_PEOPLE) ?? [] };
}
