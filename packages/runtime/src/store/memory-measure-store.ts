/** Measures in memory. */
import type { Json, MeasureDraft, MeasureSources, Release, ReleaseSummary } from '@tongban/model';
import type { CalendarEdition, MeasureCommitResult, MeasureStore, ReleaseDeposit } from './measure-store.ts';
import type { CommandRow } from './rows.ts';
import { idOf, TenantTable } from './tenant-table.ts';

interface KeptRelease {
  readonly release: Release;
  readonly sources: MeasureSources;
  readonly summary: Omit<ReleaseSummary, 'current'>;
}

/** Keeps measures in memory. */
export class MemoryMeasureStore implements MeasureStore {
  readonly #releases = new TenantTable<KeptRelease>();
  /** Id of the current release, by measure. */
  readonly #current = new TenantTable<string>();
  readonly #drafts = new TenantTable<MeasureDraft>();
  /** Editions by calendar id, the first first. */
  readonly #calendars = new TenantTable<readonly CalendarEdition[]>();
  readonly #commands = new TenantTable<Json>();

  async measureIds(tenant: string): Promise<readonly string[]> {
    const ids = [
      ...this.#releases.of(tenant).map((kept) => kept.summary.measureId),
      ...this.#drafts.of(tenant).map((draft) => draft.measureId),
    ];
    return [...new Set(ids)].sort();
  }

  async seen(tenant: string, actorId: string, commandId: string): Promise<Json | undefined> {
    return this.#commands.get(tenant, idOf(actorId, commandId));
  }

  async deposit(deposit: ReleaseDeposit): Promise<MeasureCommitResult> {
    const { tenant, release, sources, summary, command } = deposit;
    const repeated = this.#repeated(tenant, command);
    if (repeated !== undefined) return repeated;
    if (this.#releases.get(tenant, release.id) === undefined) this.#releases.set(tenant, release.id, { release, sources, summary });
    this.#current.set(tenant, summary.measureId, release.id);
    return this.#done(tenant, command);
  }

  async release(tenant: string, releaseId: string): Promise<Release | undefined> {
    return this.#releases.get(tenant, releaseId)?.release;
  }

  async summary(tenant: string, releaseId: string): Promise<ReleaseSummary | undefined> {
    const kept = this.#releases.get(tenant, releaseId);
    return kept && { ...kept.summary, current: this.#current.get(tenant, kept.summary.measureId) === releaseId };
  }

  async sources(tenant: string, releaseId: string): Promise<MeasureSources | undefined> {
    return this.#releases.get(tenant, releaseId)?.sources;
  }

  async releases(tenant: string, measureId: string): Promise<readonly ReleaseSummary[]> {
    const current = this.#current.get(tenant, measureId);
    return this.#releases
      .of(tenant)
      .filter((kept) => kept.summary.measureId === measureId)
      .map((kept) => ({ ...kept.summary, current: kept.summary.id === current }))
      .sort((a, b) => b.publishedAt - a.publishedAt || (a.id < b.id ? -1 : 1));
  }

  async current(tenant: string, measureId: string): Promise<ReleaseSummary | undefined> {
    const releaseId = this.#current.get(tenant, measureId);
    return releaseId === undefined ? undefined : this.summary(tenant, releaseId);
  }

  async makeCurrent(order: {
    readonly tenant: string;
    readonly releaseId: string;
    readonly command: CommandRow;
  }): Promise<MeasureCommitResult> {
    const { tenant, releaseId, command } = order;
    const repeated = this.#repeated(tenant, command);
    if (repeated !== undefined) return repeated;
    const kept = this.#releases.get(tenant, releaseId);
    if (kept !== undefined) this.#current.set(tenant, kept.summary.measureId, releaseId);
    return this.#done(tenant, command);
  }

  async calendar(tenant: string, calendarId: string, version?: number): Promise<CalendarEdition | undefined> {
    const editions = this.#calendars.get(tenant, calendarId) ?? [];
    return version === undefined ? editions.at(-1) : editions[version - 1];
  }

  async saveCalendar(tenant: string, edition: CalendarEdition): Promise<boolean> {
    const editions = this.#calendars.get(tenant, edition.calendar.id) ?? [];
    if (editions.length !== edition.version - 1) return false;
    this.#calendars.set(tenant, edition.calendar.id, [...editions, edition]);
    return true;
  }

  async draft(tenant: string, measureId: string): Promise<MeasureDraft | undefined> {
    return this.#drafts.get(tenant, measureId);
  }

  async saveDraft(tenant: string, draft: MeasureDraft): Promise<boolean> {
    if ((this.#drafts.get(tenant, draft.measureId)?.revision ?? 0) !== draft.revision - 1) return false;
    this.#drafts.set(tenant, draft.measureId, draft);
    return true;
  }

  #repeated(tenant: string, command: CommandRow): MeasureCommitResult | undefined {
    const answer = this.#commands.get(tenant, idOf(command.actorId, command.commandId));
    return answer === undefined ? undefined : { kind: 'repeated', answer };
  }

  #done(tenant: string, command: CommandRow): MeasureCommitResult {
    this.#commands.set(tenant, idOf(command.actorId, command.commandId), command.answer);
    return { kind: 'done' };
  }
}
