/** Ad-hoc sub-processes: which activities can be begun now and by whom, and what happens when one of them is done (13.3.5). */
import { isTongbanError, type ProgramNode } from '@tongban/model';
import { cancelInside } from './cancel.ts';
import { draftOf } from './draft.ts';
import { isActivity } from './is-activity.ts';
import { resolvePerformer } from './performer.ts';
import type { PreparedAdHoc, PreparedNode, PreparedRelease } from './prepared.ts';
import { prepared } from './prepared-expression.ts';
import { preparedPerformer } from './prepared-performer.ts';
import { Run } from './run.ts';
import type { CaseState, ScopeInstance, TaskPerformer } from './state.ts';

/** An activity that can be begun now. */
export interface StartableActivity {
  readonly node: PreparedNode;
  /** Id of the token at the ad-hoc sub-process. */
  readonly within: number;
  /** Id of the scope instance in which it begins. */
  readonly scope: number;
}

/** Everything that can be begun now (AH2). */
export function startableActivities(
  prepared: PreparedRelease,
  { scopes = [], tokens }: Pick<CaseState, 'scopes' | 'tokens'>,
): readonly StartableActivity[] {
  return scopes.flatMap((instance) => {
    const holder = prepared.nodes[instance.node] as PreparedNode;
    if (holder.adHoc === undefined || instance.index !== undefined || instance.undoes === true || instance.closing === true) return [];
    if (holder.adHoc.sequential && tokens.some(({ scope }) => scope === instance.id)) return [];
    return (holder.spec.inner ?? [])
      .map((index) => prepared.nodes[index] as PreparedNode)
      .filter(({ spec }) => beginsInAdHoc(spec))
      .map((node) => ({ node, within: instance.owner, scope: instance.id }));
  });
}

/**
 * Who may begin it (AH5): of a user task whoever may do it, else whom the ad-hoc sub-process names. Undefined: nobody but the host,
 * also when an expression finds nobody.
 */
export function performerOfStart(
  prepared: PreparedRelease,
  state: CaseState,
  { node, scope }: StartableActivity,
): TaskPerformer | undefined {
  const holder = prepared.nodes[node.spec.scope] as PreparedNode;
  const performer = node.kind.kind === 'userTask' && node.loop === undefined ? node.performer : holder.adHoc?.performer;
  if (performer === undefined) return undefined;
  try {
    const run = new Run(prepared, draftOf(state), { kind: 'setData', commandId: '', now: state.startedAt });
    return resolvePerformer(run, node, performer, scope);
  } catch (error) {
    if (!isTongbanError(error, 'RUNTIME_PERFORMER_EMPTY')) throw error;
    return undefined;
  }
}

/** Whether people begin it: an activity that no flow leads to. */
export function beginsInAdHoc(node: ProgramNode): boolean {
  return isActivity(node) && node.incoming.length === 0 && node.triggeredByEvent !== true && node.forCompensation !== true;
}

/** An activity in the scope instance is done: once the condition holds, what still runs is cancelled, or waited for (AH3, AH4). */
export function doneInAdHoc(run: Run, scope: number): void {
  const instance = run.scope(scope) as ScopeInstance;
  const { adHoc } = run.node(instance.node);
  // What undoes one of its activities is done in a scope of its own.
  if (adHoc === undefined || instance.undoes === true || instance.closing === true) return;
  const { completion, keepRemaining } = adHoc;
  if (completion === undefined && instance.done !== true) run.replaceScope({ ...instance, done: true });
  if (completion === undefined || !run.test(completion, scope)) return;
  if (!keepRemaining) cancelInside(run, scope);
  run.replaceScope({ ...instance, closing: true });
  run.tokenEnded(scope);
}

/** How the activities of an ad-hoc sub-process are begun and when it is done. */
export function preparedAdHoc({ adHoc }: ProgramNode): PreparedAdHoc | undefined {
  if (adHoc === undefined) return undefined;
  const { sequential, completion, keepRemaining, performer } = adHoc;
  return {
    sequential,
    completion: prepared(completion),
    keepRemaining: keepRemaining === true,
    performer: performer && preparedPerformer(performer),
  };
}
