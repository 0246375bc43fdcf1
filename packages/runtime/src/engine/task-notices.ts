/** Notices of tasks (UT7): one opened, or was handed to somebody. Nobody hears of what they did themselves. */
import type { CaseEffect, NotifyEffect } from '../core/effect.ts';
import type { CaseActor, TaskPerformer } from '../core/state.ts';
import type { CommitFacts } from './commit-facts.ts';

/** The notice that an effect of a step gives rise to. */
export function taskNotice(
  { result, ready, ordered }: Pick<CommitFacts, 'result' | 'ready' | 'ordered'>,
  effect: CaseEffect,
): NotifyEffect | undefined {
  const found = taskOf(effect);
  const { caseId, title = '', seq, tokens } = result.state;
  const token = found && tokens.find(({ id }) => id === found.taskId);
  if (found === undefined || token === undefined) return undefined;
  const node = ready.prepared.nodes[token.node];
  const to = token.assignee === undefined ? found.performer : { persons: [token.assignee.id] };
  if (node === undefined || to === undefined || isAnybody(to) || isOnly(to, ordered.actor)) return undefined;
  const template = effect.kind === 'openTask' ? 'task.opened' : 'task.assigned';
  return { kind: 'notify', key: `${caseId}/${seq}/${found.taskId}`, template, to, parameters: { title, step: node.name }, nodeId: node.id };
}

// helpers

function taskOf(effect: CaseEffect): { readonly taskId: number; readonly performer?: TaskPerformer } | undefined {
  if (effect.kind === 'openTask') return effect;
  return effect.kind === 'assignTask' && effect.assignee !== undefined ? { taskId: effect.taskId } : undefined;
}

// What everybody may do is nobody's news.
function isAnybody({ persons, role, department }: TaskPerformer): boolean {
  return persons === undefined && role === undefined && department === undefined;
}

// Who acts, or in whose place they do.
function isOnly({ persons }: TaskPerformer, actor: CaseActor | undefined): boolean {
  const own = [actor?.id, actor?.onBehalfOf?.id];
  return persons?.every((id) => own.includes(id)) === true;
}
