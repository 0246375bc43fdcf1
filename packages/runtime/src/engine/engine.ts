/**
 * The durable engine: releases are deployed to it, commands executed, due work done. It adds to `step` what a pure function cannot
 * have: the present, the storage, handlers, and the order of commits.
 */
import type { AbortSignalLike, MeasureSources, Release, ReleaseSummary } from '@tongban/model';
import type { OutboxRow, Storage } from '../store/store.ts';
import { ChangeBell } from './change-bell.ts';
import type { AuthorizeRequest, Directory, EngineOptions, RetryPolicy, WallClock } from './engine-options.ts';
import { Executor, type Order, type Outcome, type StartOrder } from './execute.ts';
import { builtInHandlers } from './handlers/built-in-handlers.ts';
import { type LiveCase, loadCase } from './live-case.ts';
import { type ReadyRelease, ReadyReleases, readyRelease } from './ready-release.ts';
import { type Schedule, WorkLoop } from './work-loop.ts';
import { Worker } from './worker.ts';

/** Runs cases. */
export interface Engine {
  readonly storage: Storage;
  readonly clock: WallClock;
  readonly directory: Directory | undefined;
  newId(): string;
  /** What the host says; true when it was given no `authorize`. */
  authorize(request: AuthorizeRequest): Promise<boolean>;

  /**
   * Keeps a release and makes it the current one of its measure in the tenant.
   * @throws RUNTIME_NODE_UNSUPPORTED, RUNTIME_REFERENCE_UNKNOWN, RUNTIME_PROCESS_MISSING when it cannot be run
   */
  deploy(deployment: Deployment): Promise<ReleaseSummary>;
  release(tenant: string, releaseId: string): Promise<ReadyRelease | undefined>;
  load(tenant: string, caseId: string): Promise<LiveCase | undefined>;

  start(order: StartOrder): Promise<Outcome>;
  execute(order: Order): Promise<Outcome>;

  /** Does what is due now (timers, jobs) and what comes of it; answers how much that was. */
  runDue(): Promise<number>;
  /** Does due work in the background, until `stop`. */
  startLoop(schedule: Schedule): void;
  stop(): Promise<void>;

  /** Events of a tenant in the order of commits, from `cursor` on, without end; batches are never empty. */
  changes(options: ChangeOptions): AsyncIterable<readonly OutboxRow[]>;
}

/** What is deployed. */
export interface Deployment {
  readonly tenant: string;
  readonly release: Release;
  readonly sources?: MeasureSources;
  readonly by?: { readonly id: string; readonly name: string };
  readonly note?: string;
  /** Default: one made from the release id, so that deploying the same release twice does nothing. */
  readonly commandId?: string;
}

/** From where a stream starts (default: now), and when it ends. */
export interface ChangeOptions {
  readonly tenant: string;
  readonly cursor?: number;
  readonly signal: AbortSignalLike;
}

const DEFAULT_RETRY: RetryPolicy = { attempts: 5, firstPauseMs: 1_000, longestPauseMs: 600_000 };
const BATCH = 200;

/** Makes an engine on a storage. */
export function createEngine(options: EngineOptions): Engine {
  const { store: storage, clock, directory, authorize, newId } = options;
  const bell = new ChangeBell();
  const releases = new ReadyReleases(storage.measures);
  const executor = new Executor(storage, releases, () => {
    bell.ring();
    loop.wake();
  });
  const handlers = new Map([...Object.entries(builtInHandlers), ...Object.entries(options.handlers ?? {})]);
  const retry = { ...DEFAULT_RETRY, ...options.retry };
  const worker = new Worker({ storage, releases, executor, handlers, retry, leaseMs: options.leaseMs ?? 30_000 });
  // What other processes commit is heard of when the loop turns.
  const turned = storage.traits.sharedBetweenProcesses ? () => bell.ring() : () => {};
  const loop = new WorkLoop({ worker, cases: storage.cases, clock, onFault: options.onFault ?? (() => {}), turned });
  return {
    storage,
    clock,
    directory,
    newId,
    authorize: async (request) => authorize === undefined || (await authorize(request)),
    deploy: (deployment) => deploy(storage, clock, deployment),
    release: (tenant, releaseId) => releases.get(tenant, releaseId),
    load: (tenant, caseId) => loadCase(storage, releases, tenant, caseId),
    start: (order) => executor.start(order),
    execute: (order) => executor.execute(order),
    runDue: () => worker.runDue(clock.now()),
    startLoop: (schedule) => loop.start(schedule),
    stop: () => loop.stop(),
    changes: (request) => changes(storage, bell, request),
  };
}

// helpers

async function deploy(storage: Storage, clock: WallClock, deployment: Deployment): Promise<ReleaseSummary> {
  const { tenant, release, sources = {}, by = { id: 'tongban.system', name: '系统' }, note, commandId } = deployment;
  // What cannot be run is refused here, not in front of the first applicant.
  readyRelease(release);
  const { id, title, version } = release.manifest;
  const facts = { measureId: id, tenant, title: title['zh-CN'], version, publishedAt: clock.now(), publishedBy: by.name };
  await storage.measures.deposit({
    tenant,
    release,
    sources,
    summary: { id: release.id, ...facts, ...(note === undefined ? {} : { note }) },
    command: { commandId: commandId ?? `deploy ${release.id}`, actorId: by.id, answer: { releaseId: release.id } },
  });
  return (await storage.measures.summary(tenant, release.id)) as ReleaseSummary;
}

async function* changes(storage: Storage, bell: ChangeBell, options: ChangeOptions): AsyncIterable<readonly OutboxRow[]> {
  const { tenant, signal } = options;
  let cursor = options.cursor ?? (await storage.cases.lastCursor());
  while (!signal.aborted) {
    // Waiting starts before asking, so that nothing committed in between is missed.
    const rung = bell.wait(signal);
    const batch = await storage.cases.eventsSince(cursor, BATCH, tenant);
    const last = batch.at(-1);
    if (last === undefined) await rung;
    else {
      cursor = last.cursor;
      yield batch;
    }
  }
}
