/** Who may see a case, and what of its forms: by what they are, what they did, and what waits for them in it. */
import type { Actor, FieldAccess, FormAccess, ProgramFiling, ProgramTask } from '@tongban/model';
import type { LiveCase } from '../engine/live-case.ts';
import { ADMINISTRATOR, SYSTEM } from '../engine/own-roles.ts';
import { projectOwnerOf } from '../engine/project-of-case.ts';
import { isCandidate } from '../store/query-semantics.ts';
import type { StoredTask, SubscriptionRow } from '../store/store.ts';
import { type SeatedActor, seatAt } from './seats.ts';

/**
 * Whether `actor` may see the case: its starter, who started or entered it for them, the owner of its project, whoever had or has a task in it, the departments in it,
 * whoever it waits for, whoever stands in for somebody whose task is open in it, administrators.
 */
export function maySeeCase(actor: SeatedActor, live: LiveCase, subscriptions: readonly SubscriptionRow[]): boolean {
  if (actor.tenant !== live.tenant) return false;
  return (
    live.state.starter.id === actor.id ||
    live.state.openedBy === actor.id ||
    projectOwnerOf(live.state) === actor.id ||
    actor.roles.includes(ADMINISTRATOR) ||
    actor.roles.includes(SYSTEM) ||
    live.tasks.some((task) => concerns(live, task, actor)) ||
    subscriptions.some((row) => isCandidate(row.candidates, actor))
  );
}

/** What `actor` may read of a form outside of any task: all that their tasks, and the messages they record, show them. Undefined: nothing. */
export function readAccess(actor: SeatedActor, live: LiveCase, formId: string): FormAccess | undefined {
  if (actor.roles.includes(ADMINISTRATOR)) return { default: 'read' };
  const tasks = live.tasks.filter((task) => concerns(live, task, actor)).map((task) => task.nodeId);
  const nodeIds = new Set([...tasks, ...arrivalsFor(actor, live)]);
  const filings = [...nodeIds].flatMap((nodeId) => filingsOf(live, nodeId)).filter((filing) => filing.form === formId);
  return filings.length === 0 ? undefined : merged(filings);
}

/** The forms of a task or of a message's arrival. */
export function filingsOf(live: LiveCase, nodeId: string): readonly ProgramFiling[] {
  const task = taskSpec(live, nodeId);
  if (task !== undefined) return task.filings;
  const spec = live.ready.prepared.byId.get(nodeId)?.spec;
  return spec?.events?.flatMap((event) => (event.kind === 'message' ? (event.arrival?.filings ?? []) : [])) ?? [];
}

/** What people meet at a user task. A bare BPMN task, without anything of ours on it, has no forms and is anybody's in the tenant. */
export function taskSpec(live: LiveCase, nodeId: string): ProgramTask | undefined {
  const spec = live.ready.prepared.byId.get(nodeId)?.spec;
  return spec?.kind === 'userTask' ? (spec.task ?? BARE_TASK) : undefined;
}

// helpers

const BARE_TASK: ProgramTask = { performer: {}, filings: [], operations: [] };

function concerns(live: LiveCase, task: StoredTask, actor: SeatedActor): boolean {
  return (
    task.closedBy?.id === actor.id ||
    task.closedAs?.id === actor.id ||
    task.assignee?.id === actor.id ||
    isCandidate(task.candidates, actor) ||
    (actor.department !== undefined && task.candidates.department === actor.department) ||
    ((task.status === 'open' || task.status === 'waiting') && seatAt(actor, task, live.row.measureId) !== undefined)
  );
}

// Message events whose arrival this person may record, as far as that is fixed in the flow.
function arrivalsFor(actor: Actor, live: LiveCase): readonly string[] {
  return live.ready.prepared.nodes.flatMap(({ id, trigger }) => {
    const performer = trigger?.performer;
    if (performer === undefined || performer.person !== undefined || typeof performer.department === 'object') return [];
    const { starter, role, department } = performer;
    const candidates = { ...(role === undefined ? {} : { role }), ...(department === undefined ? {} : { department }) };
    return (!starter || live.state.starter.id === actor.id) && isCandidate(candidates, actor) ? [id] : [];
  });
}

const RANK: Readonly<Record<FieldAccess, number>> = { hidden: 0, read: 1, write: 2 };

// The most that any of the filings shows, without writing.
function merged(filings: readonly ProgramFiling[]): FormAccess {
  const most = (accesses: readonly FieldAccess[]): FieldAccess => (accesses.some((access) => RANK[access] > 0) ? 'read' : 'hidden');
  const named = new Set(filings.flatMap(({ fields }) => Object.keys(fields ?? {})));
  const fields = [...named].map((id) => [id, most(filings.map(({ access, fields: own }) => own?.[id] ?? access))] as const);
  return { default: most(filings.map(({ access }) => access)), fields: Object.fromEntries(fields) };
}
