/** Standing deputies at work: for whom somebody stands in now, and with whose right they act at a task (DP1–DP4). */
import type { Actor, Deputyship } from '@tongban/model';
import type { LiveCase } from '../engine/live-case.ts';
import { principalOf } from '../engine/principal-of.ts';
import { isInScope, isOver, mayAct } from '../store/query-semantics.ts';
import type { StandIn, StoredTask } from '../store/store.ts';
import type { ServiceContext } from './service-context.ts';

/** A colleague in whose place somebody acts, as the directory knows them now. */
export interface Seat {
  readonly principal: Actor;
  readonly deputyship: Deputyship;
}

/** A person, with the seats that they have now. */
export interface SeatedActor extends Actor {
  readonly seats?: readonly Seat[];
}

/** The context with the seats of its person; a host without a directory knows no principals, and has none. */
export async function seated(context: ServiceContext): Promise<ServiceContext> {
  const { engine, actor } = context;
  const { directory } = engine;
  if (directory === undefined || actor.department === undefined) return context;
  const now = engine.clock.now();
  const all = await engine.storage.deputies.list(actor.tenant, { person: actor.id, after: now });
  const seats: Seat[] = [];
  for (const deputyship of all) {
    if (deputyship.deputy.id !== actor.id || deputyship.startsAt > now || isOver(deputyship, now)) continue;
    const principal = await principalOf(directory, deputyship, actor);
    if (principal !== undefined) seats.push({ principal, deputyship });
  }
  return seats.length === 0 ? context : { ...context, actor: { ...actor, seats } };
}

/** The seats as lists of tasks ask for them. */
export function standIns({ seats = [] }: SeatedActor): readonly StandIn[] {
  return seats.map(({ principal: { id, roles, department }, deputyship: { scope } }) => ({
    seeker: { id, roles, ...(department === undefined ? {} : { department }) },
    scope,
  }));
}

/** The seat by which somebody may act on a task that is not their own. */
export function seatAt(actor: SeatedActor, task: StoredTask, measureId: string): Seat | undefined {
  if (actor.seats === undefined || mayAct(task, actor)) return undefined;
  return actor.seats.find(({ principal, deputyship }) => mayAct(task, principal) && isInScope(deputyship.scope, task, measureId));
}

/** Whether somebody may act on a task, themselves or as a deputy. */
export function mayDo(actor: SeatedActor, live: Pick<LiveCase, 'row'>, task: StoredTask): boolean {
  return mayAct(task, actor) || seatAt(actor, task, live.row.measureId) !== undefined;
}

/** The context in which a task is acted on: as a deputy, with the roles of the principal and in their name. */
export function actingAt(context: ServiceContext, live: Pick<LiveCase, 'row'>, task: StoredTask): ServiceContext {
  const seat = seatAt(context.actor, task, live.row.measureId);
  if (seat === undefined) return context;
  const { principal, deputyship } = seat;
  const onBehalfOf = { id: principal.id, name: principal.name, deputyship: deputyship.deputyshipId };
  return { ...context, actor: { ...context.actor, roles: principal.roles, onBehalfOf } };
}
