/** Measures in memory. */
import type { CalendarEdition, Json, MeasureDraft, MeasureSources, Release, ReleaseSummary } from '@tongban/model';
import type { LeaseRequest } from './case-store.ts';
import type { CurrentOrder, MeasureCommitResult, MeasureStore, ReleaseDeposit } from './measure-store.ts';
import { type Leased, lease } from './memory-lease.ts';
import type { CommandRow, StartTimerRow } from './rows.ts';
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
  readonly #starts = new TenantTable<Leased<StartTimerRow>>();
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
    this.#setCurrent(tenant, summary.measureId, release.id, deposit.starts);
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

  async makeCurrent(order: CurrentOrder): Promise<MeasureCommitResult> {
    const { tenant, releaseId, command } = order;
    const repeated = this.#repeated(tenant, command);
    if (repeated !== undefined) return repeated;
    const kept = this.#releases.get(tenant, releaseId);
    if (kept !== undefined) this.#setCurrent(tenant, kept.summary.measureId, releaseId, order.starts);
    return this.#done(tenant, command);
  }

  async leaseStarts(request: LeaseRequest): Promise<readonly StartTimerRow[]> {
    return lease(this.#starts, request, startId);
  }

  async moveStart(fired: StartTimerRow, next?: StartTimerRow): Promise<void> {
    const { tenant, releaseId, dueAt } = fired;
    const kept = this.#starts.get(tenant, startId(fired))?.row;
    if (kept?.releaseId !== releaseId || kept.dueAt !== dueAt) return;
    if (next === undefined) this.#starts.delete(tenant, startId(fired));
    else this.#starts.set(tenant, startId(next), { row: next, hiddenUntil: next.dueAt });
  }

  async nextStart(): Promise<number | undefined> {
    const instants = this.#starts.all().map(({ hiddenUntil }) => hiddenUntil);
    return instants.length === 0 ? undefined : Math.min(...instants);
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

  #setCurrent(tenant: string, measureId: string, releaseId: string, starts: readonly StartTimerRow[] = []): void {
    this.#current.set(tenant, measureId, releaseId);
    for (const { row } of this.#starts.of(tenant)) if (row.measureId === measureId) this.#starts.delete(tenant, startId(row));
    for (const row of starts) this.#starts.set(tenant, startId(row), { row, hiddenUntil: row.dueAt });
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

function startId({ measureId, nodeId, which }: StartTimerRow): string {
  return idOf(measureId, nodeId, which);
}
