/** Who has not signed a task yet and could be taken away: people with an open task of theirs, and those still to come. */
import type { NamedId } from '@tongban/model';
import type { LoopState, ScopeInstance, Token } from '../core/state.ts';
import type { LiveCase } from '../engine/live-case.ts';
import { partsOfTaskId, taskIdOf } from '../engine/task-id.ts';
import type { StoredTask } from '../store/store.ts';
import { elementName, whoDoes } from './words.ts';

/** The signers of a task, by ids that {@link signerOf} understands. */
export function openSigners(live: LiveCase, task: StoredTask): readonly NamedId[] {
  const number = partsOfTaskId(task.taskId)?.task;
  const token = live.state.tokens.find(({ id }) => id === number);
  if (token === undefined) return [];
  const instance = instanceOf(live, token);
  const loop = instance && live.state.loops?.find((one) => one.token === instance.owner);
  const siblings = live.state.tokens.filter(
    (other) =>
      other.asked?.task === token.id ||
      (instance !== undefined && other.id !== token.id && instanceOf(live, other)?.owner === instance.owner),
  );
  return [
    ...siblings.flatMap((other) => openSigner(live, other)),
    ...(token.after ?? []).map(({ name }, at) => ({ id: `upcoming:${at}`, name })),
    ...(loop === undefined ? [] : upcomingOf(live, loop)),
  ];
}

/** What an id of {@link openSigners} stands for. */
export function signerOf(id: string | undefined): { readonly signer?: number; readonly upcoming?: number } {
  if (id?.startsWith('upcoming:') === true) return { upcoming: Number(id.slice('upcoming:'.length)) };
  const signer = id === undefined ? undefined : partsOfTaskId(id)?.task;
  return signer === undefined ? {} : { signer };
}

// helpers

function instanceOf({ state, ready }: LiveCase, { scope, node, asked }: Token): ScopeInstance | undefined {
  if (ready.prepared.nodes[node]?.loop === undefined || asked !== undefined) return undefined;
  return state.scopes?.find((one) => one.id === scope && one.node === node && one.index !== undefined);
}

function openSigner(live: LiveCase, token: Token): readonly NamedId[] {
  const taskId = taskIdOf(live.caseId, token.id);
  const row = live.tasks.find((task) => task.taskId === taskId);
  if (row === undefined) return [];
  const element = row.of === undefined ? undefined : elementName(live.ready, row.of);
  return [{ id: taskId, name: row.signer?.name ?? row.assignee?.name ?? element ?? whoDoes(live, row.candidates, undefined) }];
}

function upcomingOf(live: LiveCase, { elements = [], started, signers }: LoopState): readonly NamedId[] {
  return elements.slice(started).map((element, at) => {
    const index = started + at;
    return { id: `upcoming:${index}`, name: signers?.[index]?.name ?? elementName(live.ready, element) ?? String(index + 1) };
  });
}
