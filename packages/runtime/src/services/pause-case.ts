/** Pauses of a case: its clocks stand still for a reason that limits list, begun and ended by the offices, or left out afterwards. */
import type { CommandAnswer, CommandBase, MovePauseOrder, PauseOrder, PauseReason, ResumeOrder } from '@tongban/model';
import type { CommandFacts, MovePauseCommand, PauseClocksCommand, ResumeClocksCommand } from '../core/command.ts';
import type { PauseWord } from '../core/state.ts';
import type { LiveCase } from '../engine/live-case.ts';
import { raise } from '../errors.ts';
import { maySeeCase } from './case-access.ts';
import { isOperator } from './operators.ts';
import { answerOf, caseActor, caseUnknown, hostRefuses, keptAnswer, refuse, type ServiceContext } from './service-context.ts';

/** Pauses for the person of the context. */
export function pauseCase(context: ServiceContext, order: PauseOrder): Promise<CommandAnswer<{ readonly caseId: string }>> {
  const { reason, from, to, comment } = order;
  return carryOut(context, order, 'pause', '暂停计时', (live) => {
    const plan = to === undefined ? { ...plannedBy(live, order), word: wordOf(context, live, reason) } : {};
    return { kind: 'pauseClocks', reason, from, to, comment, ...plan };
  });
}

/** Ends a pause for the person of the context. */
export function resumeCase(context: ServiceContext, order: ResumeOrder): Promise<CommandAnswer<{ readonly caseId: string }>> {
  const { reason, comment } = order;
  return carryOut(context, order, 'resume', '恢复计时', () => ({ kind: 'resumeClocks', reason, comment }));
}

/** Moves the end of a pause for the person of the context. */
export async function movePause(context: ServiceContext, order: MovePauseOrder): Promise<CommandAnswer<{ readonly caseId: string }>> {
  const { reason, until, comment } = order;
  if (comment.trim() === '')
    return { ok: false, problems: [raise.problem('RUNTIME_PAUSE_REASON_NEEDED', { property: 'comment' }, { reason })] };
  return carryOut(context, order, 'movePause', '调整暂停', (live) => ({
    ...{ kind: 'movePause', reason, until, comment },
    word: until === undefined ? undefined : wordOf(context, live, reason),
  }));
}

/** People of the departments that work on the case, and operators; never its applicant. */
export function mayPause(context: ServiceContext, { state }: LiveCase): boolean {
  const { actor } = context;
  return isOperator(context) || (actor.department !== undefined && state.starter.id !== actor.id);
}

/** The reasons that limits of the measure list. */
export function pauseReasons({ ready }: LiveCase): readonly string[] {
  return [...new Set(Object.values(ready.prepared.limits).flatMap(({ pauses = [] }) => pauses))];
}

/** How a pause that is ordered ends by itself: as the order says, else as the measure says of the reason, else not. */
export function plannedBy(
  live: LiveCase,
  { reason, until, term, openEnded }: Pick<PauseOrder, 'reason' | 'until' | 'term' | 'openEnded'>,
): Pick<PauseOrder, 'until' | 'term'> {
  if (openEnded === true) return {};
  if (until !== undefined) return { until };
  const usual = term ?? reasonOf(live, reason)?.term;
  return usual === undefined ? {} : { term: usual };
}

// helpers

type PauseCommand =
  | Omit<PauseClocksCommand, keyof CommandFacts>
  | Omit<ResumeClocksCommand, keyof CommandFacts>
  | Omit<MovePauseCommand, keyof CommandFacts>;

// Whoever paused hears of the end, where the measure names nobody else.
function wordOf({ actor }: ServiceContext, live: LiveCase, reason: string): PauseWord | undefined {
  const { ahead, to } = reasonOf(live, reason) ?? {};
  if (ahead === undefined) return undefined;
  return { ahead, to: to === undefined ? [{ persons: [actor.id] }] : to.map((role) => ({ role })) };
}

function reasonOf({ ready }: LiveCase, reason: string): PauseReason | undefined {
  return ready.release.manifest.pauses?.find(({ id }) => id === reason);
}

async function carryOut(
  context: ServiceContext,
  { commandId, caseId }: CommandBase & { readonly caseId: string },
  action: string,
  what: string,
  commandFor: (live: LiveCase) => PauseCommand,
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
      return { command: { ...commandFor(live), ...facts }, answer: () => keptAnswer({ caseId }) };
    },
  });
  return answerOf(outcome, caseUnknown(caseId));
}
