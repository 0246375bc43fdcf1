/** The part of the Store port that keeps measures: drafts as sources, releases as compiled data beside the sources they came from. */
import type { CalendarEdition, Json, MeasureDraft, MeasureSources, Release, ReleaseSummary } from '@tongban/model';
import type { LeaseRequest } from './case-store.ts';
import type { CommandRow, StartTimerRow } from './rows.ts';

/** A release to keep; it becomes the current one of its measure in its tenant. */
export interface ReleaseDeposit {
  readonly tenant: string;
  readonly release: Release;
  /** Empty when only the compiled release was handed in. */
  readonly sources: MeasureSources;
  readonly summary: Omit<ReleaseSummary, 'current'>;
  /** The timers that start cases of it, in place of those of the release before; default none. */
  readonly starts?: readonly StartTimerRow[];
  readonly command: CommandRow;
}

/** A release that is to be the current one of its measure. */
export interface CurrentOrder {
  readonly tenant: string;
  readonly releaseId: string;
  readonly starts?: readonly StartTimerRow[];
  readonly command: CommandRow;
}

/** How an order came out. */
export type MeasureCommitResult = { readonly kind: 'done' } | { readonly kind: 'repeated'; readonly answer: Json };

/** Keeps measures. A release is keyed by tenant and id; depositing the same one again keeps the first `publishedAt` and makes it current. */
export interface MeasureStore {
  /** Ids of measures with a release or a draft in the tenant, sorted. */
  measureIds(tenant: string): Promise<readonly string[]>;
  seen(tenant: string, actorId: string, commandId: string): Promise<Json | undefined>;

  deposit(deposit: ReleaseDeposit): Promise<MeasureCommitResult>;
  release(tenant: string, releaseId: string): Promise<Release | undefined>;
  summary(tenant: string, releaseId: string): Promise<ReleaseSummary | undefined>;
  sources(tenant: string, releaseId: string): Promise<MeasureSources | undefined>;
  /** Latest first. */
  releases(tenant: string, measureId: string): Promise<readonly ReleaseSummary[]>;
  current(tenant: string, measureId: string): Promise<ReleaseSummary | undefined>;
  makeCurrent(order: CurrentOrder): Promise<MeasureCommitResult>;

  /** Timers that start cases and are due, earliest first, hidden from others as cases' timers are. */
  leaseStarts(request: LeaseRequest): Promise<readonly StartTimerRow[]>;
  /** Puts `next` in the place of a timer that fired, or takes it away; nothing changes when its measure has another release by now. */
  moveStart(fired: StartTimerRow, next?: StartTimerRow): Promise<void>;
  /** When the next one is due; undefined when there is none. */
  nextStart(): Promise<number | undefined>;

  /** The calendar of a county under its id: the version named, else the latest. */
  calendar(tenant: string, calendarId: string, version?: number): Promise<CalendarEdition | undefined>;
  /** Keeps an edition when the latest one has version `edition.version - 1` (0: there is none); else nothing changes and the answer is false. Editions are never changed. */
  saveCalendar(tenant: string, edition: CalendarEdition): Promise<boolean>;

  draft(tenant: string, measureId: string): Promise<MeasureDraft | undefined>;
  /** Keeps `draft` whole when the kept one has revision `draft.revision - 1` (0: there is none); else nothing changes and the answer is false. */
  saveDraft(tenant: string, draft: MeasureDraft): Promise<boolean>;
}
