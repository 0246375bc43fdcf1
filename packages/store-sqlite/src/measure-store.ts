/** Measures: releases with their sources, the current one of each measure, drafts. */
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
import type { SqliteRow } from './driver.ts';
import { fromJson } from './json-text.ts';
import { StartTimers } from './start-timers.ts';

const SUMMARY = `SELECT r.summary, c.release_id IS NOT NULL AS current
  FROM releases r LEFT JOIN current_releases c ON c.tenant = r.tenant AND c.measure_id = r.measure_id AND c.release_id = r.release_id`;

/** Keeps measures in the database. */
export class SqliteMeasureStore implements MeasureStore {
  readonly #db: Connection;
  readonly #commands: CommandBook;
  readonly #starts: StartTimers;

  constructor(connection: Connection) {
    this.#db = connection;
    this.#commands = new CommandBook(connection);
    this.#starts = new StartTimers(connection);
  }

  async measureIds(tenant: string): Promise<readonly string[]> {
    const rows = this.#db.all(
      `SELECT measure_id FROM releases WHERE tenant = ?
       UNION SELECT measure_id FROM measure_drafts WHERE tenant = ? ORDER BY measure_id`,
      tenant,
      tenant,
    );
    return rows.map((row) => row['measure_id'] as string);
  }

  async seen(tenant: string, actorId: string, commandId: string): Promise<Json | undefined> {
    return this.#commands.answer(tenant, actorId, commandId);
  }

  deposit(deposit: ReleaseDeposit): Promise<MeasureCommitResult> {
    const { tenant, release, sources, summary, command } = deposit;
    return this.#once(tenant, command, () => {
      this.#db.run(
        `INSERT INTO releases (tenant, release_id, measure_id, published_at, summary, sources, release) VALUES (?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT DO NOTHING`,
        tenant,
        release.id,
        summary.measureId,
        summary.publishedAt,
        JSON.stringify(summary),
        JSON.stringify(sources),
        JSON.stringify(release),
      );
      this.#setCurrent(tenant, release.id, deposit.starts);
    });
  }

  async release(tenant: string, releaseId: string): Promise<Release | undefined> {
    const row = this.#db.get('SELECT release FROM releases WHERE tenant = ? AND release_id = ?', tenant, releaseId);
    return row && fromJson<Release>(row['release']);
  }

  async summary(tenant: string, releaseId: string): Promise<ReleaseSummary | undefined> {
    return summaryOf(this.#db.get(`${SUMMARY} WHERE r.tenant = ? AND r.release_id = ?`, tenant, releaseId));
  }

  async sources(tenant: string, releaseId: string): Promise<MeasureSources | undefined> {
    const row = this.#db.get('SELECT sources FROM releases WHERE tenant = ? AND release_id = ?', tenant, releaseId);
    return row && fromJson<MeasureSources>(row['sources']);
  }

  async releases(tenant: string, measureId: string): Promise<readonly ReleaseSummary[]> {
    const latestFirst = 'ORDER BY r.published_at DESC, r.release_id';
    const rows = this.#db.all(`${SUMMARY} WHERE r.tenant = ? AND r.measure_id = ? ${latestFirst}`, tenant, measureId);
    return rows.map((row) => summaryOf(row) as ReleaseSummary);
  }

  async current(tenant: string, measureId: string): Promise<ReleaseSummary | undefined> {
    return summaryOf(this.#db.get(`${SUMMARY} WHERE r.tenant = ? AND r.measure_id = ? AND current`, tenant, measureId));
  }

  makeCurrent({ tenant, releaseId, starts, command }: CurrentOrder): Promise<MeasureCommitResult> {
    return this.#once(tenant, command, () => this.#setCurrent(tenant, releaseId, starts));
  }

  leaseStarts(request: LeaseRequest): Promise<readonly StartTimerRow[]> {
    return this.#starts.lease(request);
  }

  moveStart(fired: StartTimerRow, next?: StartTimerRow): Promise<void> {
    return this.#starts.move(fired, next);
  }

  async nextStart(): Promise<number | undefined> {
    return this.#starts.next();
  }

  async calendar(tenant: string, calendarId: string, version?: number): Promise<CalendarEdition | undefined> {
    const editions = 'SELECT edition FROM calendars WHERE tenant = ? AND calendar_id = ?';
    const row =
      version === undefined
        ? this.#db.get(`${editions} ORDER BY version DESC LIMIT 1`, tenant, calendarId)
        : this.#db.get(`${editions} AND version = ?`, tenant, calendarId, version);
    return row && fromJson<CalendarEdition>(row['edition']);
  }

  saveCalendar(tenant: string, edition: CalendarEdition): Promise<boolean> {
    const { version, calendar } = edition;
    return this.#db.write(() => {
      const last = this.#db.get('SELECT max(version) AS version FROM calendars WHERE tenant = ? AND calendar_id = ?', tenant, calendar.id);
      if (Number(last?.['version'] ?? 0) !== version - 1) return false;
      const values = [tenant, calendar.id, version, JSON.stringify(edition)];
      this.#db.run('INSERT INTO calendars (tenant, calendar_id, version, edition) VALUES (?, ?, ?, ?)', ...values);
      return true;
    });
  }

  async draft(tenant: string, measureId: string): Promise<MeasureDraft | undefined> {
    const row = this.#db.get('SELECT draft FROM measure_drafts WHERE tenant = ? AND measure_id = ?', tenant, measureId);
    return row && fromJson<MeasureDraft>(row['draft']);
  }

  saveDraft(tenant: string, draft: MeasureDraft): Promise<boolean> {
    const { measureId, revision } = draft;
    return this.#db.write(() => {
      const row = this.#db.get('SELECT revision FROM measure_drafts WHERE tenant = ? AND measure_id = ?', tenant, measureId);
      if (Number(row?.['revision'] ?? 0) !== revision - 1) return false;
      this.#db.run(
        `INSERT INTO measure_drafts (tenant, measure_id, revision, draft) VALUES (?, ?, ?, ?)
         ON CONFLICT (tenant, measure_id) DO UPDATE SET revision = excluded.revision, draft = excluded.draft`,
        tenant,
        measureId,
        revision,
        JSON.stringify(draft),
      );
      return true;
    });
  }

  #setCurrent(tenant: string, releaseId: string, starts: readonly StartTimerRow[] | undefined): void {
    this.#starts.replace(tenant, releaseId, starts);
    this.#db.run(
      `INSERT INTO current_releases (tenant, measure_id, release_id)
       SELECT tenant, measure_id, release_id FROM releases WHERE tenant = ? AND release_id = ?
       ON CONFLICT (tenant, measure_id) DO UPDATE SET release_id = excluded.release_id`,
      tenant,
      releaseId,
    );
  }

  #once(tenant: string, command: CommandRow, order: () => void): Promise<MeasureCommitResult> {
    return this.#db.write((): MeasureCommitResult => {
      if (!this.#commands.remember(tenant, command)) return this.#commands.repeated(tenant, command);
      order();
      return { kind: 'done' };
    });
  }
}

function summaryOf(row: SqliteRow | undefined): ReleaseSummary | undefined {
  return row && { ...fromJson<Omit<ReleaseSummary, 'current'>>(row['summary']), current: row['current'] === 1 };
}
