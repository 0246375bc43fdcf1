/** Messages and signals that the host's own programs hand in, with variables. People record messages by `recordMessage`. */
import type { CommandAnswer, MessageOrder, MessageReceipt, ReceiveOrder, SignalOrder } from '@tongban/model';
import { isClosed } from '../engine/inbound.ts';
import { variablesProblem } from '../engine/json-values.ts';
import { signalName } from '../engine/work-rows.ts';
import { raise } from '../errors.ts';
import { operatorOf, operatorRefused } from './operators.ts';
import { answerOf, keptAnswer, refuse, type ServiceContext } from './service-context.ts';

/** Delivers a message. */
export async function deliverMessage(context: ServiceContext, order: MessageOrder): Promise<CommandAnswer<{ readonly caseId: string }>> {
  const { engine, actor } = context;
  const { commandId, name, key, variables } = order;
  const seen = await engine.storage.cases.seen(actor.tenant, actor.id, commandId);
  if (seen !== undefined) return seen as unknown as CommandAnswer<{ readonly caseId: string }>;
  const facts = { name: name.slice(0, 200), key: key.slice(0, 200) };
  const nobody = raise.problem('RUNTIME_MESSAGE_NO_CASE', { property: 'key' }, facts);
  const waiting = await engine.storage.cases.subscriptions(actor.tenant, name, key);
  const [row] = waiting;
  if (row === undefined) return { ok: false, problems: [nobody] };
  if (waiting.length > 1)
    return { ok: false, problems: [raise.problem('RUNTIME_MESSAGE_AMBIGUOUS', { property: 'key' }, { ...facts, count: waiting.length })] };
  const outcome = await engine.execute({
    ...{ tenant: actor.tenant, caseId: row.caseId, commandId, actorId: actor.id },
    decide: async (live) => {
      const refused = await operatorRefused(context, 'message', `送达消息“${name}”`, live.row);
      if (refused.length > 0) return refuse(...refused);
      const command = { commandId, now: engine.clock.now(), actor: operatorOf(context, name), variables };
      return {
        command: { kind: 'deliverMessage', ...command, subscriptionId: Number(row.subscriptionId) },
        answer: () => keptAnswer({ caseId: row.caseId }),
      };
    },
  });
  return answerOf(outcome, nobody);
}

/** Takes in a message, whether or not a case waits for it yet. @throws RUNTIME_NOT_ALLOWED */
export async function receiveMessage(context: ServiceContext, order: ReceiveOrder): Promise<CommandAnswer<MessageReceipt>> {
  const { engine, actor } = context;
  const { commandId, name, key, variables, ttlMs } = order;
  const by = operatorOf(context, `送达消息“${name.slice(0, 200)}”`);
  return engine.receive({ tenant: actor.tenant, id: `${actor.id} ${commandId}`, name, key, variables, by, ttlMs });
}

/**
 * Broadcasts a signal; answers the cases that took it, those that it began too. Repeating the command reaches only those it has not
 * reached yet.
 */
export async function broadcastSignal(
  context: ServiceContext,
  order: SignalOrder,
): Promise<CommandAnswer<{ readonly caseIds: readonly string[] }>> {
  const { engine, actor } = context;
  const { commandId, name, variables } = order;
  const by = operatorOf(context, `广播信号“${name.slice(0, 200)}”`);
  const problem = variablesProblem(variables);
  if (problem !== undefined) return { ok: false, problems: [problem] };
  const waiting = await engine.storage.cases.subscriptions(actor.tenant, signalName(name), '');
  const caseIds: string[] = [];
  for (const caseId of new Set(waiting.map((row) => row.caseId))) {
    const id = `${commandId} ${caseId}`;
    const outcome = await engine.execute({
      ...{ tenant: actor.tenant, caseId, commandId: id, actorId: actor.id },
      decide: async (live) => {
        const refused = await operatorRefused(context, 'signal', `广播信号“${name}”`, live.row);
        const command = { kind: 'deliverSignal', commandId: id, now: engine.clock.now(), actor: by, name, variables } as const;
        return refused.length > 0 ? refuse(...refused) : { command, answer: () => keptAnswer({ caseId }) };
      },
    });
    if (outcome.kind === 'done') caseIds.push(caseId);
    else if (outcome.kind === 'refused' && !isClosed(outcome.problems)) return { ok: false, problems: outcome.problems };
  }
  const begun = await engine.startBySignal({ tenant: actor.tenant, id: `${actor.id} ${commandId}`, name, variables, by });
  return { ok: true, caseIds: [...caseIds, ...begun] };
}
