/** Turns what a person asks for at a task into the command of the step. Whether they may was asked before. */
import type { Problem, TaskOperation } from '@tongban/model';
import type { CaseCommand, CommandFacts } from '../core/command.ts';
import type { PersonName } from '../core/state.ts';
import type { LiveCase } from '../engine/live-case.ts';
import { isCandidate } from '../store/query-semantics.ts';
import type { ActedTask } from './act-on-task.ts';
import { admitsDepartment, admittedBy, isAdmitted } from './admitted-people.ts';
import { copyReceivers } from './copies.ts';
import { signerOf } from './open-signers.ts';
import { colleagues } from './people.ts';
import { type ServiceContext, taskProblem } from './service-context.ts';
import { OPERATION_NAMES } from './words.ts';

/** The command, or why there is none. */
export async function operationOrder(
  context: ServiceContext,
  live: LiveCase,
  acted: ActedTask,
  operation: TaskOperation,
  base: CommandFacts,
): Promise<CaseCommand | { readonly problem: Problem }> {
  const { kind, reason } = operation;
  const facts = { ...base, taskId: acted.number };
  const refused = await notAdmitted(context, live, acted, operation, base.now);
  if (refused !== undefined) return { problem: refused };
  switch (kind) {
    case 'claim':
      return { kind, ...facts, ...claimedFor(base) };
    case 'return':
      return returnOrder(live, operation, facts);
    case 'reject':
      return { kind, ...facts, reason };
    case 'removeSigner':
      return { kind, ...facts, ...signerOf(operation.signer), comment: reason };
    case 'copy': {
      const to = await copyReceivers(context, live, operation);
      return to === undefined ? nobody(acted, operation.people?.[0]) : { kind, ...base, nodeId: acted.task.nodeId, to, comment: reason };
    }
    case 'addSigner': {
      const people = await colleagues(context, operation.people ?? []);
      const { position = 'before', votes } = operation;
      const signers = people?.map(({ id, name }) => ({ id, name, ...(votes === undefined ? {} : { votes }) }));
      return signers === undefined ? nobody(acted, operation.people?.[0]) : { kind, ...facts, position, signers, comment: reason };
    }
    default:
      return handOver(context, acted, operation, facts);
  }
}

// helpers

// where the flow says to whom it may go, nobody else gets it (OT1)
async function notAdmitted(
  { engine, actor }: ServiceContext,
  live: LiveCase,
  { task, spec }: ActedTask,
  { kind, to, people = [], departments = [] }: TaskOperation,
  now: number,
): Promise<Problem | undefined> {
  const admitted = admittedBy(live, task, spec.operations, kind, { actor, now });
  if (admitted === undefined) return undefined;
  const ids = to === undefined ? people : [to, ...people];
  const persons = await Promise.all(ids.map(async (id) => [id, await engine.directory?.person(actor.tenant, id)] as const));
  const other = persons.find(([, person]) => person === undefined || person.tenant !== actor.tenant || !isAdmitted(admitted, person));
  const office = departments.find((id) => !admitsDepartment(admitted, id));
  const named = other === undefined ? office : (other[1]?.name ?? other[0]);
  if (named === undefined) return undefined;
  return taskProblem('RUNTIME_OPERATION_TO', task, { operation: OPERATION_NAMES[kind], to: named, who: admitted.who });
}

type Facts = CommandFacts & { readonly taskId: number };

// A deputy claims for the principal, whose task it stays when the deputyship is over.
function claimedFor({ actor }: CommandFacts): { readonly holder?: PersonName } {
  const { deputyship, ...principal } = actor?.onBehalfOf ?? {};
  return deputyship === undefined ? {} : { holder: principal as PersonName };
}

// It goes back to who did the target last; what is older than their task did not come out of it.
function returnOrder(live: LiveCase, { target = '', reason, goOn }: TaskOperation, facts: Facts): CaseCommand {
  const last = live.tasks.filter((task) => task.nodeId === target && task.asked === undefined && task.status === 'done').at(-1);
  const since = last === undefined ? undefined : Number(last.taskId.slice(last.taskId.lastIndexOf('.') + 1));
  const to = last?.closedAs ?? last?.closedBy;
  return { kind: 'return', ...facts, target, reason, goOn, since: Number.isSafeInteger(since) ? since : undefined, to };
}

async function handOver(
  context: ServiceContext,
  acted: ActedTask,
  { kind, to, reason }: TaskOperation,
  facts: Facts,
): Promise<CaseCommand | { readonly problem: Problem }> {
  const { engine, actor } = context;
  if (kind === 'delegate') {
    const person = (await colleagues(context, to === undefined ? [] : [to]))?.[0];
    if (person === undefined || person.id === actor.id) return nobody(acted, to);
    return { kind, ...facts, to: { id: person.id, name: person.name }, comment: reason };
  }
  const person = to === undefined ? undefined : await engine.directory?.person(actor.tenant, to);
  if (person === undefined || person.tenant !== actor.tenant) return nobody(acted, to);
  const says = acted.spec.operations.some((one) => one.kind === kind && one.to !== undefined);
  if (!says && !isCandidate(acted.task.candidates, person)) return nobody(acted, to);
  return { kind: 'assign', ...facts, to: { id: person.id, name: person.name }, comment: reason };
}

function nobody({ task }: ActedTask, to: string | undefined): { readonly problem: Problem } {
  return { problem: taskProblem('RUNTIME_TRANSFER_TARGET', task, { to: to ?? '' }) };
}
