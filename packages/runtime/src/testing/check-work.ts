/** Whether random work was lost, done twice, or done otherwise than its commands say. */
import { china2026 } from '@tongban/calendar';
import type { Json } from '@tongban/model';
import type { CaseEvent } from '../core/event.ts';
import { ReadyReleases } from '../engine/ready-release.ts';
import { isInScope } from '../store/query-semantics.ts';
import type { CaseRow, Storage, StoredTask } from '../store/store.ts';
import { checkClocks } from './check-clocks.ts';
import { check, checkEqual } from './check-equal.ts';
import { checkNotices, noticesOf } from './check-notices.ts';
import type { Answered } from './random-office.ts';
import { RANDOM_TENANT } from './random-people.ts';
import { type ReplayedCase, replayCase } from './replay.ts';
import { OPENING } from './small-measure.ts';

/** How many cases and commits there are. */
export interface CheckedWork {
  readonly cases: number;
  readonly commits: number;
}

/** A clock may have been set back after a deputyship was ended; never by so much. */
const SET_BACK_MS = 3_600_000;

/** Throws when something of the work was lost, done twice, or is not what its commands make; `finished`: nothing is under way any more. */
export async function checkWork(storage: Storage, answered: readonly Answered[], finished = false): Promise<CheckedWork> {
  for (const one of answered) await checkAnswer(storage, one);
  const releases = new ReadyReleases(storage.measures);
  const expected = new Set<string>();
  const lengths = new Map<string, number>();
  let commits = 0;
  for (const row of await allCases(storage)) {
    const replayed = await replayCase(storage, releases, RANDOM_TENANT, row.caseId);
    await checkCase(storage, row, replayed);
    for (const key of noticesOf(replayed)) expected.add(key);
    lengths.set(row.caseId, replayed.events.length);
    commits += replayed.live.version;
  }
  await checkOutbox(storage, lengths);
  await checkNotices(storage, answered, { expected, all: finished });
  if (finished) checkEqual(await storage.cases.nextDue(), undefined, 'when something is due after all cases have ended');
  return { cases: lengths.size, commits };
}

/** Cases of the tenant, all of them. */
async function allCases({ cases }: Storage): Promise<readonly CaseRow[]> {
  const rows: CaseRow[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await cases.cases({ tenant: RANDOM_TENANT, now: OPENING, limit: 200, ...(cursor === undefined ? {} : { cursor }) });
    rows.push(...page.entries);
    if (page.cursor === undefined) return rows;
    cursor = page.cursor;
  }
}

/** Throws unless the tasks, copies, documents and clocks of a case are what its events say, and each deputy acted within their time and scope. */
async function checkCase(storage: Storage, { caseId, ended }: CaseRow, { live, events }: ReplayedCase): Promise<void> {
  const { state, tasks } = live;
  const waiting = state.tokens
    .filter(({ node }) => live.ready.release.program.nodes[node]?.kind === 'userTask')
    .map(({ id }) => `${caseId}.${id}`);
  const open = tasks.filter(({ status }) => status === 'open' || status === 'waiting').map(({ taskId }) => taskId);
  checkEqual([...open].sort(), [...waiting].sort(), `open tasks of ${caseId}`);
  if (ended !== undefined) checkEqual(state.tokens, [], `tokens of ${caseId}, which has ended`);
  checkOnce(caseId, events);
  checkCopies(caseId, tasks, events);
  checkClocks(live, events);
  await checkDeputies(storage, live.row.measureId, tasks, events);
  const issued = events.filter((event) => event.kind === 'jobFinished' && event.nodeId === 'issue').length;
  const documents = (await storage.records.documents(RANDOM_TENANT, { caseId })).length;
  check(documents >= issued && documents <= issued + 1, `${caseId} has ${documents} documents for ${issued} finished jobs`);
}

// helpers

async function checkAnswer(storage: Storage, { of, actorId, commandId, answer }: Answered): Promise<void> {
  if (of === 'notice') return;
  if (of === 'copy')
    return check((await storage.cases.task(RANDOM_TENANT, commandId))?.closedAt !== undefined, `The copy ${commandId} was never read.`);
  checkEqual(await keptAnswer(storage, of, actorId, commandId), answer, `the answer to ${of} ${commandId}`);
  if (of !== 'deputy') return;
  const { deputyshipId } = answer as { readonly deputyshipId: string };
  check((await storage.deputies.deputyship(RANDOM_TENANT, deputyshipId)) !== undefined, `There is no deputyship ${deputyshipId}.`);
}

async function keptAnswer(storage: Storage, of: Answered['of'], actorId: string, commandId: string): Promise<Json | undefined> {
  const { cases, deputies, measures } = storage;
  if (of === 'case') return cases.seen(RANDOM_TENANT, actorId, commandId);
  if (of === 'deputy') return deputies.seen(RANDOM_TENANT, actorId, commandId);
  const edition = await measures.calendar(RANDOM_TENANT, china2026.id, Number(commandId));
  return edition?.calendar as Json | undefined;
}

async function checkOutbox({ cases }: Storage, lengths: ReadonlyMap<string, number>): Promise<void> {
  const seqs = new Map<string, number>();
  for (const { caseId, seq } of await cases.eventsSince(0, Number.MAX_SAFE_INTEGER)) {
    checkEqual(seq, (seqs.get(caseId) ?? 0) + 1, `the next event of ${caseId} in the outbox`);
    seqs.set(caseId, seq);
  }
  checkEqual(Object.fromEntries(seqs), Object.fromEntries(lengths), 'how many events of each case are in the outbox');
}

/** What a case does once: a timer fires, a notice is given, a job finishes, a copy is read. */
function checkOnce(caseId: string, events: readonly CaseEvent[]): void {
  const seen = new Set<string>();
  for (const event of events) {
    const what = onceOf(event);
    if (what === undefined) continue;
    check(!seen.has(what), `${caseId}: ${what} twice`);
    seen.add(what);
  }
}

function onceOf(event: CaseEvent): string | undefined {
  if (event.kind === 'timerFired') return `timer ${event.timerId} fired`;
  if (event.kind === 'jobFinished') return `job ${event.jobId} finished`;
  if (event.kind === 'copyRead') return `copy ${event.copyId} read`;
  if (event.kind === 'clockNoticed') return `clock ${event.clockId} noticed ${event.light} ${event.ahead}`;
  return undefined;
}

function checkCopies(caseId: string, tasks: readonly StoredTask[], events: readonly CaseEvent[]): void {
  const read = new Set(events.flatMap((event) => (event.kind === 'copyRead' ? [event.copyId] : [])));
  const made = events.flatMap((event) =>
    event.kind === 'copied' ? [`${caseId}.${event.copyId} ${event.to.id} ${read.has(event.copyId)}`] : [],
  );
  const kept = tasks.filter(({ status }) => status === 'copied');
  const rows = kept.map(({ taskId, candidates, closedAt }) => `${taskId} ${candidates.persons?.[0]} ${closedAt !== undefined}`);
  checkEqual([...rows].sort(), [...made].sort(), `copies of ${caseId}`);
}

async function checkDeputies(
  { deputies }: Storage,
  measureId: string,
  tasks: readonly StoredTask[],
  events: readonly CaseEvent[],
): Promise<void> {
  for (const event of events) {
    const { by, at, kind } = event;
    const id = by?.onBehalfOf?.deputyship;
    if (by === undefined || id === undefined) continue;
    const what = `${kind} by ${by.id} as deputy ${id} at ${at}`;
    const found = await deputies.deputyship(RANDOM_TENANT, id);
    if (found === undefined) throw new Error(`${what}: there is no such deputyship`);
    const { deputy, principal, startsAt, endsAt, endedAt = endsAt, scope } = found;
    checkEqual([by.id, by.onBehalfOf?.id], [deputy.id, principal.id], what);
    check(startsAt <= at && at < endsAt && at <= endedAt + SET_BACK_MS, `${what}: from ${startsAt} to ${endsAt}, ended ${endedAt}`);
    const task = 'taskId' in event ? tasks.find(({ taskId }) => taskId.endsWith(`.${event.taskId}`)) : undefined;
    check(task === undefined || isInScope(scope, task, measureId), `${what}: not within ${JSON.stringify(scope)}`);
  }
}
