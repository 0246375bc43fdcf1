/**
 * The durable engine: releases are deployed to it, commands executed, due work done. It adds to `step` what a pure function cannot
 * have: the present, the storage, handlers, and the order of commits.
 */
import type { AbortSignalLike, Actor, CommandAnswer, MeasureSources, MessageReceipt, Release, ReleaseSummary } from '@tongban/model';
import { type Digest, sha256Digest, sha256OfBytes } from '../audit/digest.ts';
import { raise } from '../errors.ts';
import { createDesk, type Desk } from '../services/desk.ts';
import type { CaseCommit, OutboxRow, Storage } from '../store/store.ts';
import { ChangeBell } from './change-bell.ts';
import { checkFile, type FileToCheck } from './check-file.ts';
import type { SealToCheck, SealVerdict } from './check-seal.ts';
import { guarded, refuseClosed, type Shapes, taken } from './edge.ts';
import type {
  AuthorizeRequest,
  Directory,
  EngineOptions,
  KnownValues,
  KnownValuesRequest,
  RetryPolicy,
  WallClock,
} from './engine-options.ts';
import type { ErasureOrder } from './erasure-commit.ts';
import { Executor, type Order, type Outcome, type StartOrder } from './execute.ts';
import { builtInHandlers } from './handlers/built-in-handlers.ts';
import { Inbound, type MessageArrival, type SignalArrival } from './inbound.ts';
import { type LiveCase, loadCase } from './live-case.ts';
import { type ReadyRelease, ReadyReleases, readyRelease } from './ready-release.ts';
import { soundNow } from './sound-now.ts';
import { startTimersOf } from './start-timers.ts';
import { type Subscribing, type Subscription, subscribe } from './subscription.ts';
import { type Schedule, WorkLoop } from './work-loop.ts';
import { Worker } from './worker.ts';

/** Runs cases. */
export interface Engine {
  readonly storage: Storage;
  readonly clock: WallClock;
  readonly directory: Directory | undefined;
  /** By which audit chains are made. */
  readonly digest: Digest;
  newId(): string;

  /** Everything an actor can do: start, complete, operate, ask. The host answers for who the actor is. */
  as(actor: Actor): Desk;
  /** The desk of whoever the host's `identify` finds. @throws RUNTIME_NOT_IDENTIFIED */
  signIn(credentials: unknown): Promise<Desk>;
  /** What the host says; true when it was given no `authorize`. */
  authorize(request: AuthorizeRequest): Promise<boolean>;
  /** What the host knows by the meanings of fields; nothing when it cannot be asked now. */
  knownValues(request: KnownValuesRequest): Promise<KnownValues>;
  /** Has the host look at a file. @throws RUNTIME_FILE_REFUSED, RUNTIME_FILE_NOT_CHECKED */
  checkFile(file: FileToCheck): Promise<void>;
  /** What the host says of an e-seal; undefined when it was given no `checkSeal`. */
  checkSeal(seal: SealToCheck): Promise<SealVerdict | undefined>;
  /** `sha256:<hex>` of the bytes of a file. */
  hashFile(bytes: Uint8Array): string;

  /**
   * Keeps a release and makes it the current one of its measure in the tenant.
   * @throws RUNTIME_RELEASE_DAMAGED, RUNTIME_PROGRAM_DAMAGED when it is not what it says; RUNTIME_NODE_UNSUPPORTED,
   *   RUNTIME_REFERENCE_UNKNOWN, RUNTIME_PROCESS_MISSING when it cannot be run
   */
  deploy(deployment: Deployment): Promise<ReleaseSummary>;
  /** A release ready for work, with its own calendar or an edition of the county's: by number, or the latest. */
  release(tenant: string, releaseId: string, edition?: number | 'latest'): Promise<ReadyRelease | undefined>;
  load(tenant: string, caseId: string): Promise<LiveCase | undefined>;

  start(order: StartOrder): Promise<Outcome>;
  execute(order: Order): Promise<Outcome>;
  /** Erases a person's values from a case that has ended. */
  erase(order: ErasureOrder): Promise<Outcome>;

  /** Takes in a message: for the case that waits for it, else to begin one, else to be kept until one waits for it. */
  receive(arrival: MessageArrival): Promise<CommandAnswer<MessageReceipt>>;
  /** Begins a case for every start of the current releases that waits for a signal; their ids. Waiting cases are reached by `deliverSignal`. */
  startBySignal(arrival: SignalArrival): Promise<readonly string[]>;

  /** Does what is due now (timers, jobs, kept messages) and what comes of it; answers how much that was. */
  runDue(): Promise<number>;
  /** Does due work in the background, until `stop`. */
  startLoop(schedule: Schedule): void;
  stop(): Promise<void>;

  /** Events of a tenant in the order of commits, from `cursor` on, without end; batches are never empty. */
  changes(options: ChangeOptions): AsyncIterable<readonly OutboxRow[]>;
  /** Calls a listener with the events of a tenant in the order of commits, each at least once, until it is closed. */
  subscribe(subscribing: Subscribing): Subscription;

  /** Closed, or closing: whatever is called from then on is refused (RUNTIME_CLOSED). */
  readonly closed: boolean;
  /**
   * Ends the background work, the subscriptions and the streams of changes, then closes the store. A command under way is finished, or
   * refused with a code; a listener that deals with a batch is not waited for. Closing twice is closing once.
   */
  close(): Promise<void>;
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
const DEFAULT_MESSAGE_TTL_MS = 7 * 86_400_000;
const BATCH = 200;

/** Makes an engine on a storage. @throws RUNTIME_ARGUMENT for options of another kind */
export function createEngine(options: EngineOptions): Engine {
  taken('createEngine', OPTIONS, [options], true);
  const { directory, authorize, newId, identify, onFault = () => {} } = options;
  const clock: WallClock = { now: () => soundNow(options.clock.now()) };
  const storage = withFiles(options);
  const bell = new ChangeBell();
  const releases = new ReadyReleases(storage.measures);
  const { digest = sha256Digest } = options;
  const sealing = { digest, newSalt: options.newSalt ?? newId };
  const executor = new Executor(storage, releases, { sealing, noticeTasks: options.noticeTasks === true }, (commit) => {
    bell.ring();
    if (bringsWork(commit)) loop.wake();
  });
  const handlers = new Map([...Object.entries(builtInHandlers), ...Object.entries(options.handlers ?? {})]);
  const retry = { ...DEFAULT_RETRY, ...options.retry };
  const inbound = new Inbound({ storage, releases, executor, newId, messageTtlMs: options.messageTtlMs ?? DEFAULT_MESSAGE_TTL_MS });
  const worker = new Worker({
    storage,
    releases,
    executor,
    inbound,
    handlers,
    directory,
    retry,
    leaseMs: options.leaseMs ?? 30_000,
    notify: options.notify,
    onFault,
  });
  // When the loop turns, what other processes committed is heard of, and whoever failed to listen hears it again.
  const turned = () => bell.ring();
  const turnAway = storage.onWrittenByOthers?.(() => bell.ring());
  const loop = new WorkLoop({ worker, storage, clock, onFault, turned });
  const subscriptions = new Set<Subscription>();
  const engine: Engine = {
    storage,
    clock,
    directory,
    digest,
    newId,
    as: (actor) => createDesk(engine, actor),
    signIn: async (credentials) => {
      const actor = await identify?.(credentials);
      if (actor === undefined) throw raise('RUNTIME_NOT_IDENTIFIED');
      return createDesk(engine, actor);
    },
    authorize: async (request) => authorize === undefined || (await authorize(request)),
    knownValues: async (request) => {
      try {
        return (await options.knownValues?.(request)) ?? {};
      } catch (fault) {
        onFault(fault);
        return {};
      }
    },
    checkFile: (file) => checkFile(options.checkFile, file),
    checkSeal: async (seal) => await options.checkSeal?.(seal),
    hashFile: sha256OfBytes,
    deploy: (deployment) => deploy(storage, clock, deployment),
    release: (tenant, releaseId, edition) => releases.get(tenant, releaseId, edition),
    load: (tenant, caseId) => loadCase(storage, releases, tenant, caseId),
    start: (order) => executor.start(order),
    execute: (order) => executor.execute(order),
    erase: (order) => executor.erase(order),
    receive: async (arrival) => inbound.receive(arrival, clock.now()),
    startBySignal: async (arrival) => inbound.startBySignal(arrival, clock.now()),
    runDue: async () => worker.runDue(clock.now()),
    startLoop: (schedule) => loop.start(schedule),
    stop: () => loop.stop(),
    changes: (request) => changes(storage, bell, request, () => engine.closed),
    subscribe: (subscribing) => {
      const source = { read: engine.changes, wait: (signal: AbortSignalLike) => bell.wait(signal), onFault };
      const subscription = subscribe(source, subscribing);
      subscriptions.add(subscription);
      return subscription;
    },
    get closed() {
      return closing !== undefined;
    },
    close: () => {
      closing ??= close();
      return closing;
    },
  };
  let closing: Promise<void> | undefined;
  async function close(): Promise<void> {
    turnAway?.();
    const work = [loop.stop(), ...[...subscriptions].map((subscription) => subscription.close())];
    // By now the engine is closed: streams that wait for changes wake and end.
    await Promise.resolve();
    bell.ring();
    await Promise.all(work);
    await storage.close();
  }
  return guarded(engine, SHAPES, { ask: () => refuseClosed(engine), asIs: true });
}

// helpers

const OPTIONS =
  'store clock newId files?:order digest?:order directory?:order retry?:order handlers? leaseMs? messageTtlMs? noticeTasks? newSalt? authorize? identify? knownValues? checkFile? checkSeal? notify? onFault?';
const SHAPES: Shapes & { readonly [Name in keyof Engine]?: string } = {
  as: '=actor',
  signIn: '=any',
  authorize: '=order',
  knownValues: '=order',
  checkFile: '=order',
  checkSeal: '=order',
  hashFile: '=bytes',
  deploy: 'tenant:text release',
  release: '=text,=text,=any',
  load: '=text,=text',
  start: 'tenant:text commandId actorId ready:order ordered:order',
  execute: 'tenant:text commandId actorId caseId decide',
  erase: 'tenant:text commandId caseId person',
  receive: 'tenant:text id:text name key',
  startBySignal: 'tenant:text id:text name',
  startLoop: '=call',
  changes: 'tenant:text signal cursor?:number',
  subscribe: 'tenant:text listener cursor?:number',
};

// Timers, jobs, and messages that may be waiting for the case already.
function bringsWork({ timers, jobs, subscriptions }: CaseCommit): boolean {
  return timers.set.length > 0 || jobs.set.length > 0 || subscriptions.set.length > 0;
}

function withFiles({ store, files }: EngineOptions): Storage {
  if (files === undefined) return store;
  const { traits, cases, measures, records, deputies } = store;
  const onWrittenByOthers = store.onWrittenByOthers?.bind(store);
  const heard = onWrittenByOthers === undefined ? {} : { onWrittenByOthers };
  return { traits, cases, measures, records, deputies, files, ...heard, close: () => store.close() };
}

async function deploy(storage: Storage, clock: WallClock, deployment: Deployment): Promise<ReleaseSummary> {
  const { tenant, release, sources = {}, by = { id: 'tongban.system', name: '系统' }, note, commandId } = deployment;
  // What is not what it says, or cannot be run, is refused here, not in front of the first applicant.
  (await import('./check-shape.ts')).checkShape(release);
  const ready = readyRelease(release);
  const { id, title, version } = release.manifest;
  const facts = { measureId: id, tenant, title: title['zh-CN'], version, publishedAt: clock.now(), publishedBy: by.name };
  await storage.measures.deposit({
    tenant,
    release,
    sources,
    summary: { id: release.id, ...facts, ...(note === undefined ? {} : { note }) },
    starts: startTimersOf(tenant, ready, clock.now()),
    command: { commandId: commandId ?? `deploy ${release.id}`, actorId: by.id, answer: { releaseId: release.id } },
  });
  return (await storage.measures.summary(tenant, release.id)) as ReleaseSummary;
}

async function* changes(
  storage: Storage,
  bell: ChangeBell,
  options: ChangeOptions,
  closed: () => boolean,
): AsyncIterable<readonly OutboxRow[]> {
  const { tenant, signal } = options;
  let cursor = options.cursor ?? (await storage.cases.lastCursor());
  if (!Number.isSafeInteger(cursor)) throw raise('RUNTIME_CURSOR_INVALID', { cursor: String(cursor) });
  while (!signal.aborted && !closed()) {
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
