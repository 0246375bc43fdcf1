/** Beginning the steps of ad-hoc sub-processes: which ones a person may begin, and doing it (AH2, AH6). */
import type { Actor, CaseService, CommandAnswer, StartableStep } from '@tongban/model';
import { performerOfStart, startableActivities } from '../core/ad-hoc.ts';
import type { LiveCase } from '../engine/live-case.ts';
import { raise } from '../errors.ts';
import { isCandidate } from '../store/query-semantics.ts';
import { maySeeCase } from './case-access.ts';
import { answerOf, caseActor, caseUnknown, hostRefuses, keptAnswer, refuse, type ServiceContext } from './service-context.ts';
import { nodeName } from './words.ts';

/** The steps that `actor` may begin now. */
export function stepsToStart(actor: Actor, { ready: { prepared }, state }: LiveCase): readonly StartableStep[] {
  return startableActivities(prepared, state).flatMap((place) => {
    const performer = performerOfStart(prepared, state, place);
    const { node, within } = place;
    return performer !== undefined && isCandidate(performer, actor) ? [{ nodeId: node.id, name: node.name, within }] : [];
  });
}

/** Begins a step for the person of the context. */
export async function startActivity(
  context: ServiceContext,
  { caseId, commandId, nodeId, within }: Parameters<CaseService['startActivity']>[0],
): Promise<CommandAnswer<{ readonly caseId: string }>> {
  const { engine, actor } = context;
  const outcome = await engine.execute({
    ...{ tenant: actor.tenant, caseId, commandId, actorId: actor.id },
    decide: async (live) => {
      const steps = stepsToStart(actor, live);
      if (steps.length === 0 && !maySeeCase(actor, live, [])) return refuse(caseUnknown(caseId));
      const what = `启动“${nodeName(live.ready, nodeId)}”`;
      if (!steps.some((step) => step.nodeId === nodeId)) {
        return refuse(raise.problem('RUNTIME_NOT_ALLOWED', { elementId: nodeId }, { actorName: actor.name, what }));
      }
      const forbidden = await hostRefuses(context, 'startActivity', what, live, nodeId);
      if (forbidden.length > 0) return refuse(...forbidden);
      const facts = { commandId, now: engine.clock.now(), actor: caseActor(actor) };
      return { command: { kind: 'startActivity', ...facts, nodeId, within }, answer: () => keptAnswer({ caseId }) };
    },
  });
  return answerOf(outcome, caseUnknown(caseId));
}
