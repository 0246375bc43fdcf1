/** Arms events: a timer runs, a message, signal or condition is waited for, until the owner is gone. Errors, escalations and links need no arming. */
import type { Json } from '@tongban/model';
import type { ArmedPlace } from './parts/part.ts';
import { resolvePerformer } from './performer.ts';
import type { PreparedNode, PreparedTrigger } from './prepared.ts';
import type { Run } from './run.ts';

/** Arms what `node` (an event or a receive task) waits for; expressions are read from `scope`. */
export function arm(run: Run, node: PreparedNode, owner: number, scope: number): void {
  for (let which = 0; which < node.triggers.length; which++) armOne(run, node, which, owner, scope);
}

/** The same for all but one of its definitions, which has come already. */
export function armOthers(run: Run, node: PreparedNode, came: number, owner: number): void {
  for (let which = 0; which < node.triggers.length; which++) if (which !== came) armOne(run, node, which, owner, 0);
}

function armOne(run: Run, node: PreparedNode, which: number, owner: number, scope: number): void {
  const trigger = node.triggers[which] as PreparedTrigger;
  const place = which === 0 ? { owner, node: node.index } : { owner, node: node.index, which };
  const { kind } = trigger.event;
  if (kind === 'timer') run.part('time').armTimer(run, node, trigger, place, scope);
  else if (kind === 'message' || kind === 'signal') subscribe(run, node, trigger, place, scope);
  else if (kind === 'conditional') run.noteChange(addSubscription(run, place));
}

function addSubscription(run: Run, place: ArmedPlace): number {
  const id = run.nextId();
  run.add('subscriptions', { id, ...place });
  return id;
}

function subscribe(run: Run, node: PreparedNode, trigger: PreparedTrigger, place: ArmedPlace, scope: number): void {
  const { event, expression, performer } = trigger;
  if (event.kind !== 'message' && event.kind !== 'signal') return;
  const id = addSubscription(run, place);
  const facts = { kind: 'openSubscription', subscriptionId: id, type: event.kind, name: event.name, nodeId: node.id } as const;
  if (event.kind === 'signal') {
    run.order(facts);
    return;
  }
  const correlation = correlationOf(run, trigger, scope);
  const who = performer === undefined ? undefined : resolvePerformer(run, node, performer, scope);
  run.order(expression === undefined && who === undefined ? { ...facts, correlation } : { ...facts, correlation, performer: who });
}

/** The value that names the one case a message is for: as the flow says, else the case's key (MS2). */
export function correlationOf(run: Run, { expression }: PreparedTrigger, scope: number): Json {
  if (expression !== undefined) return run.evaluate(expression, scope);
  run.refreshHead();
  return run.draft.key ?? run.draft.caseId;
}
