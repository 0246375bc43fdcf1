/** Records that a message came, such as the land documents: for the one case of the tenant that waits for it with this key. */
import type { CaseService, CommandAnswer, Problem, ProgramArrival } from '@tongban/model';
import type { Decision } from '../engine/execute.ts';
import type { LiveCase } from '../engine/live-case.ts';
import { raise } from '../errors.ts';
import { isCandidate } from '../store/query-semantics.ts';
import type { SubscriptionRow } from '../store/store.ts';
import { maySeeCase } from './case-access.ts';
import { takeOver } from './form-changes.ts';
import { answerOf, caseActor, hostRefuses, keptAnswer, refuse, type ServiceContext } from './service-context.ts';
import { nodeName, whoDoes } from './words.ts';

type MessageCommand = Parameters<CaseService['message']>[0];

/** Where a message is waited for. */
export interface ArrivalPlace {
  readonly nodeId: string;
  readonly label: string;
  readonly arrival: ProgramArrival;
}

/** Records a message for the person of the context. */
export async function recordMessage(context: ServiceContext, command: MessageCommand): Promise<CommandAnswer<{ readonly caseId: string }>> {
  const { engine, actor } = context;
  const { cases } = engine.storage;
  const seen = await cases.seen(actor.tenant, actor.id, command.commandId);
  if (seen !== undefined) return seen as unknown as CommandAnswer<{ readonly caseId: string }>;
  const waiting = await cases.subscriptions(actor.tenant, command.name, command.key);
  // Of cases that are not this person's to record for they hear when they may see the case; else as if none waited.
  const theirs = waiting.filter((row) => isCandidate(row.candidates, actor));
  const rows = theirs.length > 0 ? theirs : waiting.slice(0, 1);
  const [row] = rows;
  if (row === undefined) return { ok: false, problems: [noCase(command)] };
  if (rows.length > 1) {
    const details = { name: command.name, key: command.key, count: rows.length };
    return { ok: false, problems: [raise.problem('RUNTIME_MESSAGE_AMBIGUOUS', { property: 'key' }, details)] };
  }
  const outcome = await engine.execute({
    ...{ tenant: actor.tenant, caseId: row.caseId, commandId: command.commandId, actorId: actor.id },
    decide: (live) => decide(context, live, row, command),
  });
  return answerOf(outcome, noCase(command));
}

/** Where the case waits for the message of a subscription, when people may record it. */
export function arrivalOf(live: LiveCase, row: SubscriptionRow): ArrivalPlace | undefined {
  const subscription = live.state.subscriptions?.find(({ id }) => String(id) === row.subscriptionId);
  const node = subscription && live.ready.prepared.nodes[subscription.node];
  const events = node?.spec.events ?? [];
  const event = events.find((one) => one.kind === 'message' && one.name === row.name);
  if (node === undefined || event?.kind !== 'message' || event.arrival === undefined) return undefined;
  return { nodeId: node.id, label: event.arrival.label ?? nodeName(live.ready, node.id), arrival: event.arrival };
}

// helpers

async function decide(context: ServiceContext, live: LiveCase, row: SubscriptionRow, command: MessageCommand): Promise<Decision> {
  const { actor, engine } = context;
  const place = arrivalOf(live, row);
  if (place === undefined) return refuse(noCase(command));
  const { nodeId, label, arrival } = place;
  if (!isCandidate(row.candidates, actor)) {
    if (!maySeeCase(actor, live, [])) return refuse(noCase(command));
    const what = `登记“${label}”（应由${whoDoes(live, row.candidates, undefined)}登记）`;
    return refuse(raise.problem('RUNTIME_NOT_ALLOWED', { elementId: nodeId, elementName: label }, { actorName: actor.name, what }));
  }
  const now = engine.clock.now();
  const at = { nodeId, name: label };
  const taken = await takeOver(context, { live, place: at, filings: arrival.filings, values: command.values ?? {}, mode: 'submit', now });
  if (taken.problems.length > 0) return refuse(...taken.problems);
  const forbidden = await hostRefuses(context, 'message', label, live, nodeId);
  if (forbidden.length > 0) return refuse(...forbidden);
  const facts = { commandId: command.commandId, now, actor: caseActor(actor), data: taken.data };
  return {
    command: { kind: 'deliverMessage', ...facts, subscriptionId: Number(row.subscriptionId) },
    answer: () => keptAnswer({ caseId: live.caseId }),
  };
}

function noCase({ name, key }: MessageCommand): Problem {
  return raise.problem('RUNTIME_MESSAGE_NO_CASE', { property: 'key' }, { name: name.slice(0, 200), key: key.slice(0, 200) });
}
