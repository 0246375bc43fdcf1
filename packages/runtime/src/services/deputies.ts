/** Setting who stands in for whom (代理人): for oneself, or by administrators for anybody; within a department, for a time, in no chains (DP3–DP5). */
import {
  type Actor,
  type CaseService,
  type CommandAnswer,
  type DeputyQuery,
  type Deputyship,
  isJsonObject,
  type Problem,
  type SetDeputyCommand,
} from '@tongban/model';
import { raise } from '../errors.ts';
import { isOver } from '../store/query-semantics.ts';
import { isOperator, operatorOf } from './operators.ts';
import { keptAnswer, type ServiceContext } from './service-context.ts';

export { deputyChoices } from './deputy-choices.ts';

const LONGEST_MS = 366 * 86_400_000;

type DeputyAnswer = CommandAnswer<{ readonly deputyshipId: string }>;

/** Deputyships of the person, or for operators of others. @throws RUNTIME_NOT_ALLOWED */
export async function deputyList(context: ServiceContext, { person, over = false }: DeputyQuery = {}): Promise<readonly Deputyship[]> {
  const { engine, actor } = context;
  if (person !== undefined && person !== actor.id) operatorOf(context, '查看他人的代理设置');
  const of = person === '*' ? {} : { person: person ?? actor.id };
  return engine.storage.deputies.list(actor.tenant, { ...of, ...(over ? {} : { after: engine.clock.now() }) });
}

/** Sets a deputy for the person of the context, or as an operator for somebody else. */
export async function setDeputy(context: ServiceContext, command: SetDeputyCommand): Promise<DeputyAnswer> {
  const { engine, actor } = context;
  const { deputies } = engine.storage;
  const { commandId, startsAt, endsAt, scope = {}, reason } = command;
  const seen = await deputies.seen(actor.tenant, actor.id, commandId);
  if (seen !== undefined) return seen as unknown as DeputyAnswer;
  const principal = await officeWorker(context, command.principal ?? actor.id);
  const deputy = await officeWorker(context, command.deputy);
  const problem =
    (await notAllowed(context, 'setDeputy', command.principal ?? actor.id)) ??
    personProblem(command, principal, deputy) ??
    periodProblem(engine.clock.now(), startsAt, endsAt) ??
    scopeProblem(scope);
  if (problem !== undefined || principal === undefined || deputy === undefined)
    return { ok: false, problems: problem === undefined ? [] : [problem] };
  const deputyshipId = engine.newId();
  const deputyship: Deputyship = {
    ...{ deputyshipId, principal: named(principal), deputy: named(deputy), startsAt, endsAt, scope },
    ...(reason === undefined || reason.trim() === '' ? {} : { reason: reason.trim().slice(0, 2000) }),
    ...{ setAt: engine.clock.now(), setBy: named(actor) },
  };
  return save(context, deputyship, commandId);
}

/** Ends a deputyship now, for its principal or an operator. One that is over stays as it was. */
export async function endDeputy(context: ServiceContext, command: Parameters<CaseService['endDeputy']>[0]): Promise<DeputyAnswer> {
  const { engine, actor } = context;
  const { commandId, deputyshipId } = command;
  const found = await engine.storage.deputies.deputyship(actor.tenant, deputyshipId);
  const concerned = found !== undefined && (isOperator(context) || found.principal.id === actor.id || found.deputy.id === actor.id);
  if (!concerned) {
    const details = { deputyshipId: deputyshipId.slice(0, 200) };
    return { ok: false, problems: [raise.problem('RUNTIME_DEPUTY_UNKNOWN', {}, details)] };
  }
  const problem = await notAllowed(context, 'endDeputy', found.principal.id);
  if (problem !== undefined) return { ok: false, problems: [problem] };
  const now = engine.clock.now();
  return save(context, isOver(found, now) ? found : { ...found, endedAt: now, endedBy: named(actor) }, commandId);
}

// helpers

async function save({ engine, actor }: ServiceContext, deputyship: Deputyship, commandId: string): Promise<DeputyAnswer> {
  const { deputyshipId } = deputyship;
  const answer = keptAnswer({ deputyshipId });
  const saved = await engine.storage.deputies.save(actor.tenant, deputyship, { commandId, actorId: actor.id, answer });
  if (saved.kind === 'chain') return { ok: false, problems: [chainProblem(saved.with)] };
  return (saved.kind === 'repeated' ? saved.answer : answer) as unknown as DeputyAnswer;
}

function named({ id, name }: Actor): { readonly id: string; readonly name: string } {
  return { id, name };
}

async function officeWorker({ engine, actor }: ServiceContext, id: string): Promise<Actor | undefined> {
  const person = await engine.directory?.person(actor.tenant, id);
  return person?.tenant === actor.tenant && person.department !== undefined ? person : undefined;
}

async function notAllowed(context: ServiceContext, action: string, principal: string): Promise<Problem | undefined> {
  const { engine, actor } = context;
  const own = principal === actor.id || isOperator(context);
  if (own && (await engine.authorize({ actor, action, measureId: '' }))) return undefined;
  return raise.problem('RUNTIME_NOT_ALLOWED', {}, { actorName: actor.name, what: '设置代理人' });
}

function personProblem({ deputy: id }: SetDeputyCommand, principal: Actor | undefined, deputy: Actor | undefined): Problem | undefined {
  if (principal !== undefined && deputy !== undefined && principal.id !== deputy.id && principal.department === deputy.department)
    return undefined;
  return raise.problem('RUNTIME_DEPUTY_PERSON', { property: 'deputy' }, { deputy: deputy?.name ?? id.slice(0, 200) });
}

function periodProblem(now: number, startsAt: number, endsAt: number): Problem | undefined {
  const inOrder = Number.isSafeInteger(startsAt) && Number.isSafeInteger(endsAt) && startsAt < endsAt;
  return inOrder && endsAt > now && endsAt - startsAt <= LONGEST_MS
    ? undefined
    : raise.problem('RUNTIME_DEPUTY_PERIOD', { property: 'endsAt' }, { startsAt, endsAt });
}

function scopeProblem(scope: unknown): Problem | undefined {
  const isList = (list: unknown): boolean => list === undefined || (Array.isArray(list) && list.every((id) => typeof id === 'string'));
  const fits = isJsonObject(scope) && isList(scope['roles']) && isList(scope['measures']) && isList(scope['items']);
  return fits ? undefined : raise.problem('RUNTIME_DEPUTY_SCOPE', { property: 'scope' });
}

// Nobody is a deputy while somebody else stands in for them: tasks would lie where nobody looks.
function chainProblem({ principal, deputy, startsAt, endsAt }: Deputyship): Problem {
  const details = { principal: principal.name, deputy: deputy.name, startsAt, endsAt };
  return raise.problem('RUNTIME_DEPUTY_CHAIN', { property: 'deputy' }, details);
}
