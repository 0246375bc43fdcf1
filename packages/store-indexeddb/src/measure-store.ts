/** Measures: releases with their sources, the current one of each measure, drafts, calendars, and the timers that start cases. */
import type { CalendarEdition, Json, MeasureDraft, MeasureSources, Release, ReleaseSummary } from '@tongban/model';
import type {
  CommandRow,
  CurrentOrder,
  LeaseRequest,
  MeasureCommitResult,
  MeasureStore,
  ReleaseDeposit,
  StartTimerRow,
} from '@tongban/runtime';
import { CommandBook } from './command-book.ts';
import type { Connection } from './connection.ts';
import { fromJson } from './json-text.ts';
import { beginningWith, type Rows } from './rows.ts';
import type { TableName } from './schema.ts';
import { WorkQueue } from './work-queue.ts';

const RELEASES: readonly TableName[] = ['releases', 'releaseContents', 'currentReleases', 'startTimers', 'commands'];

/** Keeps measures in the database. */
export class IndexedDbMeasureStore implements MeasureStore {
  readonly #db: Connection;
  readonly #commands = new CommandBook('measures');
  readonly #starts: WorkQueue<StartTimerRow>;

  constructor(connection: Connection) {
    this.#db = connection;
    this.#starts = new WorkQueue(connection, 'startTimers');
  }

  measureIds(tenant: string): Promise<readonly string[]> {
    const range = beginningWith(tenant);
    return this.#db.read(['currentReleases', 'measureDrafts'], async (rows) => {
      const keys = await Promise.all([rows.keys('currentReleases', { range }), rows.keys('measureDrafts', { range })]);
      return [...new Set(keys.flat().map((key) => (key as readonly [tenant: string, measureId: string])[1]))].sort();
    });
  }

  seen(tenant: string, actorId: string, commandId: string): Promise<Json | undefined> {
    return this.#db.read(['commands'], (rows) => this.#commands.answer(rows, tenant, actorId, commandId));
  }

  deposit({ tenant, release, sources, summary, starts, command }: ReleaseDeposit): Promise<MeasureCommitResult> {
    const releaseId = release.id;
    return this.#once(tenant, command, async (rows) => {
      const [kept, old] = await Promise.all([rows.get('releases', [tenant, releaseId]), this.#startsOf(rows, tenant, summary.measureId)]);
      if (kept === undefined) {
        const place = [tenant, summary.measureId, -summary.publishedAt, releaseId];
        rows.put('releases', { tenant, releaseId, places: [place], summary: JSON.stringify(summary) });
        rows.put('releaseContents', { tenant, releaseId, release: JSON.stringify(release), sources: JSON.stringify(sources) });
      }
      this.#setCurrent(rows, { tenant, measureId: summary.measureId, releaseId, old, starts });
    });
  }

  release(tenant: string, releaseId: string): Promise<Release | undefined> {
    return this.#content(tenant, releaseId, 'release');
  }

  sources(tenant: string, releaseId: string): Promise<MeasureSources | undefined> {
    return this.#content(tenant, releaseId, 'sources');
  }

  summary(tenant: string, releaseId: string): Promise<ReleaseSummary | undefined> {
    return this.#db.read(['releases', 'currentReleases'], (rows) => summaryOf(rows, tenant, releaseId));
  }

  releases(tenant: string, measureId: string): Promise<readonly ReleaseSummary[]> {
    return this.#db.read(['releases', 'currentReleases'], async (rows) => {
      const [kept, current] = await Promise.all([
        rows.all('releases', { index: 'places', range: beginningWith(tenant, measureId) }),
        rows.get('currentReleases', [tenant, measureId]),
      ]);
      return kept.map(({ summary, releaseId }) => ({ ...fromJson<Summary>(summary), current: current?.releaseId === releaseId }));
    });
  }

  current(tenant: string, measureId: string): Promise<ReleaseSummary | undefined> {
    return this.#db.read(['releases', 'currentReleases'], async (rows) => {
      const current = await rows.get('currentReleases', [tenant, measureId]);
      return current && summaryOf(rows, tenant, current.releaseId);
    });
  }

  makeCurrent({ tenant, releaseId, starts, command }: CurrentOrder): Promise<MeasureCommitResult> {
    return this.#once(tenant, command, async (rows) => {
      const kept = await rows.get('releases', [tenant, releaseId]);
      if (kept === undefined) return;
      const { measureId } = fromJson<Summary>(kept.summary);
      const old = await this.#startsOf(rows, tenant, measureId);
      this.#setCurrent(rows, { tenant, measureId, releaseId, old, starts });
    });
  }

  leaseStarts(request: LeaseRequest): Promise<readonly StartTimerRow[]> {
    return this.#starts.lease(request);
  }

  moveStart(fired: StartTimerRow, next?: StartTimerRow): Promise<void> {
    const { tenant, measureId, releaseId, dueAt } = fired;
    return this.#db.write(['startTimers'], async (rows) => {
      const kept = await rows.get('startTimers', [tenant, measureId, startId(fired)]);
      if (kept === undefined || kept.dueAt !== dueAt || fromJson<StartTimerRow>(kept.work).releaseId !== releaseId) return;
      if (next === undefined) this.#starts.remove(rows, tenant, measureId, startId(fired));
      else this.#putStart(rows, next);
    });
  }

  nextStart(): Promise<number | undefined> {
    return this.#db.read(['startTimers'], (rows) => this.#starts.nextDue(rows));
  }

  calendar(tenant: string, calendarId: string, version?: number): Promise<CalendarEdition | undefined> {
    return this.#db.read(['calendars'], async (rows) => {
      const kept = await (version === undefined
        ? latestEdition(rows, tenant, calendarId)
        : rows.get('calendars', [tenant, calendarId, version]));
      return kept && fromJson<CalendarEdition>(kept.edition);
    });
  }

  saveCalendar(tenant: string, edition: CalendarEdition): Promise<boolean> {
    const { version } = edition;
    const calendarId = edition.calendar.id;
    return this.#db.write(['calendars'], async (rows) => {
      if (((await latestEdition(rows, tenant, calendarId))?.version ?? 0) !== version - 1) return false;
      rows.put('calendars', { tenant, calendarId, version, edition: JSON.stringify(edition) });
      return true;
    });
  }

  draft(tenant: string, measureId: string): Promise<MeasureDraft | undefined> {
    return this.#db.read(['measureDrafts'], (rows) => draftOf(rows, tenant, measureId));
  }

  saveDraft(tenant: string, draft: MeasureDraft): Promise<boolean> {
    const { measureId, revision } = draft;
    return this.#db.write(['measureDrafts'], async (rows) => {
      if (((await draftOf(rows, tenant, measureId))?.revision ?? 0) !== revision - 1) return false;
      rows.put('measureDrafts', { tenant, measureId, draft: JSON.stringify(draft) });
      return true;
    });
  }

  #once(tenant: string, command: CommandRow, work: (rows: Rows) => Promise<void>): Promise<MeasureCommitResult> {
    return this.#db.write(RELEASES, async (rows) => {
      const repeated = await this.#commands.repeated(rows, tenant, command);
      if (repeated !== undefined) return repeated;
      await work(rows);
      this.#commands.remember(rows, tenant, command);
      return { kind: 'done' };
    });
  }

  #content<T>(tenant: string, releaseId: string, part: 'release' | 'sources'): Promise<T | undefined> {
    return this.#db.read(['releaseContents'], async (rows) => {
      const kept = await rows.get('releaseContents', [tenant, releaseId]);
      return kept && fromJson<T>(kept[part]);
    });
  }

  async #startsOf(rows: Rows, tenant: string, measureId: string): Promise<readonly string[]> {
    const kept = await rows.all('startTimers', { range: beginningWith(tenant, measureId) });
    return kept.map(({ workId }) => workId);
  }

  #setCurrent(rows: Rows, { tenant, measureId, releaseId, old, starts = [] }: CurrentChange): void {
    rows.put('currentReleases', { tenant, measureId, releaseId });
    for (const workId of old) this.#starts.remove(rows, tenant, measureId, workId);
    for (const start of starts) this.#putStart(rows, start);
  }

  #putStart(rows: Rows, start: StartTimerRow): void {
    const { tenant, measureId, dueAt } = start;
    this.#starts.put(rows, { tenant, owner: measureId, workId: startId(start), dueAt }, start);
  }
}

// helpers

type Summary = Omit<ReleaseSummary, 'current'>;

interface CurrentChange {
  readonly tenant: string;
  readonly measureId: string;
  readonly releaseId: string;
  /** The start timers of the release before. */
  readonly old: readonly string[];
  readonly starts: readonly StartTimerRow[] | undefined;
}

async function summaryOf(rows: Rows, tenant: string, releaseId: string): Promise<ReleaseSummary | undefined> {
  const kept = await rows.get('releases', [tenant, releaseId]);
  if (kept === undefined) return undefined;
  const summary = fromJson<Summary>(kept.summary);
  const current = await rows.get('currentReleases', [tenant, summary.measureId]);
  return { ...summary, current: current?.releaseId === releaseId };
}

function latestEdition(rows: Rows, tenant: string, calendarId: string): ReturnType<typeof rows.last<'calendars'>> {
  return rows.last('calendars', { range: beginningWith(tenant, calendarId) });
}

async function draftOf(rows: Rows, tenant: string, measureId: string): Promise<MeasureDraft | undefined> {
  const kept = await rows.get('measureDrafts', [tenant, measureId]);
  return kept && fromJson<MeasureDraft>(kept.draft);
}

function startId({ nodeId, which }: StartTimerRow): string {
  return `${nodeId}\n${which}`;
}
