/** What is wrong with a case in itself: something that belongs to what is gone, a scope in which nothing can happen any more, rows that the shell keeps for nothing (OP11). */
import type { CaseEffect } from '../../core/effect.ts';
import type { PreparedRelease } from '../../core/prepared.ts';
import type { CaseState, ScopeInstance, Token } from '../../core/state.ts';

/** Everything that is wrong, in words; nothing when the case is whole. `effects`: all that the steps asked of the shell so far. */
export function brokenPromises(prepared: PreparedRelease, state: CaseState, effects: readonly CaseEffect[]): readonly string[] {
  if (state.ended !== undefined) return openRows(prepared, state, effects);
  const { tokens, scopes = [] } = state;
  const inScope = new Set([0, ...scopes.map(({ id }) => id)]);
  const there = new Set([...inScope, ...tokens.map(({ id }) => id)]);
  const gone = (what: string, of: number, all: ReadonlySet<number> = there): readonly string[] => (all.has(of) ? [] : [`${what} of ${of}`]);
  const owned = [
    ...(state.timers ?? []),
    ...(state.subscriptions ?? []),
    ...(state.clocks ?? []).filter((one) => one.stoppedAt === undefined),
  ];
  return [
    ...twice(state),
    ...tokens.flatMap((token) => [
      ...gone(`token ${token.id}`, token.scope, inScope),
      ...(token.asked ? gone(`asked ${token.id}`, token.asked.task) : []),
    ]),
    ...scopes.flatMap((scope) => [...gone(`scope ${scope.id}`, scope.parent, inScope), ...gone(`scope ${scope.id}`, scope.owner)]),
    ...owned.flatMap(({ id, owner }) => gone(`armed ${id}`, owner)),
    ...[...(state.jobs ?? []), ...(state.incidents ?? []), ...(state.loops ?? []), ...(state.compensations ?? [])].flatMap(({ token }) =>
      gone('work', token),
    ),
    ...(state.resets ?? []).flatMap(({ scope }) => gone('reset', scope, inScope)),
    ...(state.holds ?? []).flatMap(({ owner }) => gone('hold', owner)),
    ...(tokens.length === 0 ? ['nothing is left, and it has not ended'] : []),
    ...scopes
      .filter((scope) => isStuck(prepared, state, scope))
      .map(({ id, node }) => `nothing goes on in scope ${id} of ${prepared.nodes[node]?.id}`),
    ...tokens
      .filter((token) => isIdle(prepared, state, token))
      .map(({ id, node }) => `token ${id} at ${prepared.nodes[node]?.id} waits for nothing`),
    ...loopCounts(prepared, state),
    ...openRows(prepared, state, effects),
  ];
}

// helpers

function twice({
  tokens,
  scopes = [],
  timers = [],
  subscriptions = [],
  jobs = [],
  incidents = [],
  clocks = [],
}: CaseState): readonly string[] {
  const ids = [...tokens, ...scopes, ...timers, ...subscriptions, ...jobs, ...incidents, ...clocks].map(({ id }) => id);
  return ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `id ${id} twice`);
}

// Ad-hoc sub-processes wait for people.
function isStuck(prepared: PreparedRelease, state: CaseState, { id, node, closing, index, undoes }: ScopeInstance): boolean {
  const isUsed =
    state.tokens.some(({ scope }) => scope === id) ||
    state.resets?.some(({ scope }) => scope === id) === true ||
    state.compensations?.some(({ levels }) => levels.some(({ scope }) => scope === id)) === true;
  const isAdHoc = prepared.nodes[node]?.adHoc !== undefined && index === undefined && undoes === undefined && closing !== true;
  return !isUsed && !isAdHoc;
}

// A token that stands at what goes on by itself, or at what has a scope of its own and none is open.
function isIdle(
  prepared: PreparedRelease,
  { scopes = [], compensations = [], jobs = [], incidents = [] }: CaseState,
  token: Token,
): boolean {
  const node = prepared.nodes[token.node];
  const kind = node?.kind.kind ?? '';
  if (token.flow !== undefined || incidents.some((one) => one.token === token.id)) return false;
  const has = scopes.some(({ owner }) => owner === token.id) || compensations.some((one) => one.token === token.id);
  if (/process|transaction|activity|Event$/i.test(kind) && kind !== 'intermediateCatchEvent') return !has;
  if (kind === 'serviceTask' && node?.loop === undefined) return !jobs.some((one) => one.token === token.id);
  return kind === 'task' || kind === 'manualTask' || kind === 'exclusiveGateway';
}

function loopCounts(prepared: PreparedRelease, { loops = [], scopes = [] }: CaseState): readonly string[] {
  return loops.flatMap(({ token, started, done, cancelled, removed = 0 }) => {
    const open = scopes.filter(
      ({ owner, index, undoes, node }) =>
        owner === token && index !== undefined && undoes !== true && prepared.nodes[node]?.loop !== undefined,
    );
    const counted = started - done - cancelled - removed;
    return counted === open.length ? [] : [`loop of ${token}: ${counted} open by its counters, ${open.length} there`];
  });
}

/** Rows the shell has open, beside those the case needs. */
function openRows(prepared: PreparedRelease, state: CaseState, effects: readonly CaseEffect[]): readonly string[] {
  const { ended, suspended, timers = [], jobs = [], subscriptions = [], holds = [] } = state;
  const tasks = ended === undefined ? state.tokens.filter((token) => isTask(prepared, state, token)).map(({ id }) => id) : [];
  const running =
    ended === undefined && suspended === undefined
      ? [...timers.filter(({ dueAt }) => dueAt !== undefined).map(({ id }) => id), ...holds.flatMap(({ plan }) => plan?.timer ?? [])]
      : [];
  const waits =
    ended === undefined
      ? subscriptions
          .filter(({ node, which }) => prepared.nodes[node]?.triggers[which ?? 0]?.event.kind !== 'conditional')
          .map(({ id }) => id)
      : [];
  return [
    ...compared(
      'tasks',
      tasks,
      rows(effects, (effect) =>
        effect.kind === 'openTask' ? [effect.taskId, true] : effect.kind === 'closeTask' ? [effect.taskId, false] : undefined,
      ),
    ),
    ...compared(
      'jobs',
      ended === undefined ? jobs.map(({ id }) => id) : [],
      rows(effects, (effect) =>
        effect.kind === 'createJob' ? [effect.jobId, true] : effect.kind === 'closeJob' ? [effect.jobId, false] : undefined,
      ),
    ),
    ...compared(
      'timers',
      running,
      rows(effects, (effect) =>
        effect.kind === 'createTimer' ? [effect.timerId, true] : effect.kind === 'closeTimer' ? [effect.timerId, false] : undefined,
      ),
    ),
    ...compared(
      'waits',
      waits,
      rows(effects, (effect) =>
        effect.kind === 'openSubscription'
          ? [effect.subscriptionId, true]
          : effect.kind === 'closeSubscription'
            ? [effect.subscriptionId, false]
            : undefined,
      ),
    ),
  ];
}

function rows(
  effects: readonly CaseEffect[],
  read: (effect: CaseEffect) => readonly [id: number, opens: boolean] | undefined,
): ReadonlySet<number> {
  const open = new Set<number>();
  for (const effect of effects) {
    const found = read(effect);
    if (found?.[1] === true) open.add(found[0]);
    else if (found !== undefined) open.delete(found[0]);
  }
  return open;
}

function compared(what: string, needed: readonly number[], open: ReadonlySet<number>): readonly string[] {
  const missing = needed.filter((id) => !open.has(id)).map((id) => `${what}: ${id} has no row`);
  return [...missing, ...[...open].filter((id) => !needed.includes(id)).map((id) => `${what}: the row ${id} is for nothing`)];
}

function isTask(prepared: PreparedRelease, { scopes = [], incidents = [] }: CaseState, token: Token): boolean {
  const node = prepared.nodes[token.node];
  if (node?.kind.kind !== 'userTask' || token.flow !== undefined || token.signed === true) return false;
  if (incidents.some((one) => one.token === token.id)) return false;
  const within = scopes.find(({ id }) => id === token.scope);
  return node.loop === undefined || (within?.index !== undefined && within.node === node.index);
}
