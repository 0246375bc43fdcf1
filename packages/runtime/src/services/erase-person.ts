/** Erases what is known of a person from cases that have ended, for operators. */
import type { CommandAnswer, EraseCommand } from '@tongban/model';
import { operatorRefused } from './operators.ts';
import { answerOf, caseActor, caseUnknown, type ServiceContext } from './service-context.ts';

/** Erases a person's values from a case that has ended; its audit chain stays valid. */
export async function erasePerson(context: ServiceContext, command: EraseCommand): Promise<CommandAnswer<{ readonly caseId: string }>> {
  const { engine, actor } = context;
  const { commandId, caseId, person } = command;
  const live = await engine.load(actor.tenant, caseId);
  if (live === undefined) return { ok: false, problems: [caseUnknown(caseId)] };
  const refused = await operatorRefused(context, 'erase', '删除个人信息', { measureId: live.row.measureId, caseId });
  if (refused.length > 0) return { ok: false, problems: refused };
  const facts = { tenant: actor.tenant, by: caseActor(actor), now: engine.clock.now() };
  return answerOf(await engine.erase({ ...facts, caseId, person, commandId }), caseUnknown(caseId));
}
