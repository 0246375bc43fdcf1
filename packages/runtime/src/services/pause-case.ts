/** Pauses of a case: its clocks stand still for a reason that limits list, begun and ended by the offices, or left out afterwards. */
import type { CommandAnswer, CommandBase, PauseOrder, ResumeOrder } from '@tongban/model';
import type { LiveCase } from '../engine/live-case.ts';
import { raise } from '../errors.ts';
import { maySeeCase } from './case-access.ts';
import { isOperator } from './operators.ts';
import { answerOf, caseActor, caseUnknown, hostRefuses, keptAnswer, refuse, type ServiceContext } from './service-context.ts';

/** Pauses for the person of the context. */
export function pauseCase(context: ServiceContext, order: PauseOrder): Promise<CommandAnswer<{ readonly caseId: string }>> {
  const { reason, from, to, comment } = order;
  return carryOut(context, order, 'pause', '暂停计时', { kind: 'pauseClocks', reason, from, to, comment });
}

/** Ends a pause for the person of the context. */
export function resumeCase(context: ServiceContext, order: ResumeOrder): Promise<CommandAnswer<{ readonly caseId: string }>> {
  const { reason, comment } = order;
  return carryOut(context, order, 'resume', '恢复计时', { kind: 'resumeClocks', reason, comment });
}

/** People of the departments that work on the case, and operators; never its applicant. */
export function mayPause(context: ServiceContext, { state }: LiveCase): boolean {
  const { actor } = context;
  return isOperator(context) || (actor.department !== undefined && state.starter.id !== actor.id);
}

// helpers

type PauseCommand =
  | { readonly kind: 'pauseClocks'; readonly from: number | undefined; readonly to: number | undefined }
  | { readonly kind: 'resumeClocks' };

async function carryOut(
  context: ServiceContext,
  { commandId, caseId }: CommandBase & { readonly caseId: string },
  action: string,
  what: string,
  command: PauseCommand & { readonly reason: string; readonly comment: string | undefined },
): Promise<CommandAnswer<{ readonly caseId: string }>> {
  const { engine, actor } = context;
  const outcome = await engine.execute({
    ...{ tenant: actor.tenant, caseId, commandId, actorId: actor.id },
    decide: async (live) => {
      if (!maySeeCase(actor, live, [])) return refuse(caseUnknown(caseId));
      if (!mayPause(context, live)) return refuse(raise.problem('RUNTIME_NOT_ALLOWED', {}, { actorName: actor.name, what }));
      const forbidden = await hostRefuses(context, action, what, live);
      if (forbidden.length > 0) return refuse(...forbidden);
      const facts = { commandId, now: engine.clock.now(), actor: caseActor(actor) };
      return { command: { ...command, ...facts }, answer: () => keptAnswer({ caseId }) };
    },
  });
  return answerOf(outcome, caseUnknown(caseId));
}
