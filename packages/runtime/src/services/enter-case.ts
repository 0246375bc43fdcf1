/** Entering cases that have been running on paper (补录): by the offices that may start them, and by operators. */
import type { CommandAnswer, EnterOrder, Problem } from '@tongban/model';
import { textIn } from '@tongban/model';
import type { EnterCommand } from '../core/command.ts';
import { PROJECT_VARIABLE, projectFacts } from '../engine/project-of-case.ts';
import type { ReadyRelease } from '../engine/ready-release.ts';
import { raise } from '../errors.ts';
import { isOperator } from './operators.ts';
import { answerOf, caseActor, caseUnknown, keptAnswer, type ServiceContext } from './service-context.ts';
import { mayStart } from './start-case.ts';

/** Enters a case for the person of the context. */
export async function enterCase(context: ServiceContext, order: EnterOrder): Promise<CommandAnswer<{ readonly caseId: string }>> {
  const { engine, actor } = context;
  const { tenant } = actor;
  const { commandId } = order;
  const seen = await engine.storage.cases.seen(tenant, actor.id, commandId);
  if (seen !== undefined) return seen as unknown as CommandAnswer<{ readonly caseId: string }>;
  const prepared = await entryCommand(context, order, () => engine.newId());
  if ('problems' in prepared) return { ok: false, problems: prepared.problems };
  const { ready, command } = prepared;
  const { caseId } = command;
  const outcome = await engine.start({
    ...{ ready, tenant, commandId, actorId: actor.id },
    ordered: { command, answer: () => keptAnswer({ caseId }) },
  });
  return answerOf(outcome, caseUnknown(caseId));
}

/** Whether the person of the context may enter cases of a release. */
export async function mayEnter(context: ServiceContext, ready: ReadyRelease): Promise<boolean> {
  const { actor, engine } = context;
  const office = actor.department !== undefined && mayStart(ready, actor.roles);
  return (isOperator(context) || office) && engine.authorize({ actor, action: 'enter', measureId: ready.release.manifest.id });
}

/** The command that an order becomes, or why it cannot. */
export async function entryCommand(
  context: ServiceContext,
  order: EnterOrder,
  newId: () => string,
): Promise<{ readonly ready: ReadyRelease; readonly command: EnterCommand } | { readonly problems: readonly Problem[] }> {
  const { engine, actor } = context;
  const { tenant } = actor;
  const { commandId, measureId, projectCode, ...paper } = order;
  const current = await engine.storage.measures.current(tenant, measureId);
  const ready = current && (await engine.release(tenant, current.id, 'latest'));
  if (ready === undefined) return { problems: [raise.problem('RUNTIME_RELEASE_UNKNOWN', {}, { releaseId: measureId.slice(0, 200) })] };
  const project = projectCode === undefined ? undefined : await engine.storage.records.project(tenant, projectCode);
  if (projectCode !== undefined && project === undefined)
    return { problems: [raise.problem('RUNTIME_PROJECT_UNKNOWN', {}, { projectCode: projectCode.slice(0, 200) })] };
  const refused = await problemsOf(context, ready, order);
  if (refused.length > 0) return { problems: refused };
  const known = project === undefined || ready.formsByKey.has(PROJECT_VARIABLE) ? {} : { [PROJECT_VARIABLE]: projectFacts(project) };
  const facts = { commandId, caseId: newId(), tenant, now: engine.clock.now(), actor: caseActor(actor) };
  const variables = { ...known, ...order.variables };
  return { ready, command: { kind: 'enter', ...facts, ...paper, variables, calendar: ready.edition } };
}

// helpers

async function problemsOf(context: ServiceContext, ready: ReadyRelease, { data = {} }: EnterOrder): Promise<readonly Problem[]> {
  const { actor } = context;
  const { title } = ready.release.manifest;
  if (!(await mayEnter(context, ready)))
    return [raise.problem('RUNTIME_NOT_ALLOWED', {}, { actorName: actor.name, what: `补录${textIn(title)}` })];
  const unknown = Object.keys(data).filter((key) => !ready.formsByKey.has(key));
  return unknown.map((formId) => raise.problem('RUNTIME_FORM_NOT_IN_TASK', {}, { taskName: textIn(title), formId: formId.slice(0, 200) }));
}
