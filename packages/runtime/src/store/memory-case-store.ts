/** Cases in memory. Nothing awaits inside a method, so each is one transaction. */
import type { Json, Page } from '@tongban/model';
import { eventsOfLink, withoutPerson } from '../audit/audit-link.ts';
import { eventRows } from '../engine/case-commit.ts';
import type {
  CaseCommit,
  CaseListQuery,
  CaseStore,
  CommitResult,
  DraftResult,
  LeaseRequest,
  ListQuery,
  StoredCase,
  TaskListQuery,
} from './case-store.ts';
import { type Leased, lease } from './memory-lease.ts';
import { isInBox, lightAt, pageOf, searchText } from './query-semantics.ts';
import type {
  AuditLink,
  AwaitedMessage,
  CaseAudit,
  CaseRow,
  CommandRow,
  DataRow,
  EventRow,
  JobRow,
  LightPlan,
  MessageRow,
  OutboxRow,
  StoredTask,
  SubscriptionRow,
  TaskDraft,
  TaskLine,
  TaskRow,
  TimerRow,
} from './rows.ts';
import { idOf, TenantTable } from './tenant-table.ts';

type KeptCase = Omit<StoredCase, 'data'>;

/** Keeps cases in memory. */
export class MemoryCaseStore implements CaseStore {
  readonly #cases = new TenantTable<KeptCase>();
  readonly #latest = new TenantTable<DataRow[]>();
  readonly #data = new TenantTable<DataRow>();
  readonly #tasks = new TenantTable<StoredTask>();
  readonly #drafts = new TenantTable<TaskDraft>();
  readonly #timers = new TenantTable<Leased<TimerRow>>();
  readonly #jobs = new TenantTable<Leased<JobRow>>();
  readonly #subscriptions = new TenantTable<SubscriptionRow>();
  readonly #messages = new TenantTable<MessageRow>();
  readonly #files = new TenantTable<{ readonly fileId: string; readonly caseId: string }>();
  readonly #commands = new TenantTable<Json>();
  readonly #events = new TenantTable<EventRow[]>();
  readonly #links = new TenantTable<AuditLink[]>();
  readonly #outbox: OutboxRow[] = [];

  async load(tenant: string, caseId: string): Promise<StoredCase | undefined> {
    const kept = this.#cases.get(tenant, caseId);
    return kept && { ...kept, data: this.#latest.get(tenant, caseId) ?? [] };
  }

  async commit(commit: CaseCommit): Promise<CommitResult> {
    const { tenant, caseId, expectedVersion, guard, command } = commit;
    const answer = this.#commands.get(tenant, idOf(command.actorId, command.commandId));
    if (answer !== undefined) return { kind: 'repeated', answer };
    const kept = this.#cases.get(tenant, caseId);
    if ((kept?.version ?? 0) !== expectedVersion) return { kind: 'conflict' };
    if (guard !== undefined) {
      const revision = this.#tasks.get(tenant, guard.taskId)?.revision ?? 0;
      if (revision !== guard.revision) return { kind: 'stale', revision };
    }
    const version = expectedVersion + 1;
    this.#cases.set(tenant, caseId, { version, hash: commit.link.hash, row: commit.row, state: commit.state });
    if (commit.erase !== undefined) this.#erase(tenant, caseId, commit.erase);
    this.#links.set(tenant, caseId, [...(this.#links.get(tenant, caseId) ?? []), commit.link]);
    for (const row of commit.data) this.#putData(tenant, caseId, row);
    for (const task of commit.tasks) this.#putTask(task);
    for (const row of commit.timers.set) this.#timers.set(tenant, idOf(caseId, row.timerId), { row, hiddenUntil: row.dueAt });
    for (const id of commit.timers.remove) this.#timers.delete(tenant, idOf(caseId, id));
    for (const row of commit.jobs.set) this.#jobs.set(tenant, idOf(caseId, row.jobId), { row, hiddenUntil: row.dueAt });
    for (const id of commit.jobs.remove) this.#jobs.delete(tenant, idOf(caseId, id));
    for (const row of commit.subscriptions.set) this.#subscriptions.set(tenant, idOf(caseId, row.subscriptionId), row);
    for (const id of commit.subscriptions.remove) this.#subscriptions.delete(tenant, idOf(caseId, id));
    for (const fileId of commit.files) this.#files.set(tenant, idOf(fileId, caseId), { fileId, caseId });
    this.#remember(tenant, command);
    this.#append(tenant, caseId, commit.events);
    return { kind: 'committed', version, cursor: this.#outbox.length };
  }

  async seen(tenant: string, actorId: string, commandId: string): Promise<Json | undefined> {
    return this.#commands.get(tenant, idOf(actorId, commandId));
  }

  async cases(query: CaseListQuery): Promise<Page<CaseRow>> {
    const rows = this.#cases
      .of(query.tenant)
      .map((kept) => kept.row)
      .filter(
        (row) =>
          (query.startedBy === undefined || row.startedBy.id === query.startedBy) &&
          (query.measureId === undefined || row.measureId === query.measureId) &&
          (query.incidents === undefined || row.incidents !== undefined) &&
          (query.open === undefined || query.open === (row.ended === undefined)) &&
          meets(query, row.search, row.light),
      );
    const place = (row: CaseRow) => ({ order: row.startedAt, id: row.caseId });
    return pageOf(rows, { place, direction: -1, cursor: query.cursor, limit: query.limit, countUpTo: query.countUpTo });
  }

  async tasks(query: TaskListQuery): Promise<Page<TaskLine>> {
    const { tenant } = query;
    const lines = this.#tasks.of(tenant).flatMap((task) => {
      const row = this.#cases.get(tenant, task.caseId)?.row;
      return row !== undefined && isInBox(task, row.measureId, query) && meets(query, row.search, task.light) ? [{ task, case: row }] : [];
    });
    const todo = query.box === 'todo';
    const place = ({ task }: TaskLine) => ({
      order: todo ? task.urgency : query.box === 'done' ? (task.closedAt ?? 0) : task.openedAt,
      id: task.taskId,
    });
    return pageOf(lines, { place, direction: todo ? 1 : -1, cursor: query.cursor, limit: query.limit, countUpTo: query.countUpTo });
  }

  async task(tenant: string, taskId: string): Promise<StoredTask | undefined> {
    return this.#tasks.get(tenant, taskId);
  }

  async tasksOf(tenant: string, caseId: string): Promise<readonly StoredTask[]> {
    const tasks = this.#tasks.of(tenant).filter((task) => task.caseId === caseId);
    return tasks.sort((a, b) => a.openedAt - b.openedAt || (a.taskId < b.taskId ? -1 : 1));
  }

  async data(tenant: string, caseId: string, key: string, version: number): Promise<DataRow | undefined> {
    const { salt: _salt, ...row } = this.#data.get(tenant, idOf(caseId, key, version)) ?? {};
    return 'key' in row ? row : undefined;
  }

  async casesWithFile(tenant: string, fileId: string): Promise<readonly string[]> {
    return this.#files
      .of(tenant)
      .filter((row) => row.fileId === fileId)
      .map((row) => row.caseId)
      .sort();
  }

  async subscriptions(tenant: string, name: string, key: string): Promise<readonly SubscriptionRow[]> {
    const rows = this.#subscriptions.of(tenant).filter((row) => row.name === name && row.key === key);
    return rows.sort((a, b) => (a.caseId < b.caseId ? -1 : 1));
  }

  async subscriptionsOf(tenant: string, caseId: string): Promise<readonly SubscriptionRow[]> {
    const rows = this.#subscriptions.of(tenant).filter((row) => row.caseId === caseId);
    return rows.sort((a, b) => (a.subscriptionId < b.subscriptionId ? -1 : 1));
  }

  async keepMessage(message: MessageRow, now: number): Promise<void> {
    for (const { tenant, messageId, expiresAt } of this.#messages.all()) if (expiresAt <= now) this.#messages.delete(tenant, messageId);
    const { tenant, messageId } = message;
    if (this.#messages.get(tenant, messageId) === undefined) this.#messages.set(tenant, messageId, message);
  }

  async awaitedMessages(now: number, limit: number): Promise<readonly AwaitedMessage[]> {
    const awaited: AwaitedMessage[] = [];
    for (const message of this.#messages.all()) {
      if (message.expiresAt <= now || awaited.length === limit) continue;
      const [subscription] = await this.subscriptions(message.tenant, message.name, message.key);
      if (subscription !== undefined) awaited.push({ message, subscription });
    }
    return awaited;
  }

  async dropMessage(tenant: string, messageId: string): Promise<void> {
    this.#messages.delete(tenant, messageId);
  }

  async draft(tenant: string, taskId: string): Promise<TaskDraft | undefined> {
    return this.#drafts.get(tenant, taskId);
  }

  async saveDraft(change: {
    readonly draft: TaskDraft;
    readonly expectedRevision: number;
    readonly command: CommandRow;
  }): Promise<DraftResult> {
    const { draft, expectedRevision, command } = change;
    const { tenant, taskId } = draft;
    const answer = this.#commands.get(tenant, idOf(command.actorId, command.commandId));
    if (answer !== undefined) return { kind: 'repeated', answer };
    const task = this.#tasks.get(tenant, taskId);
    if (task === undefined || task.status !== 'open' || task.revision !== expectedRevision)
      return { kind: 'stale', revision: task?.revision ?? 0 };
    const revision = task.revision + 1;
    this.#tasks.set(tenant, taskId, { ...task, revision });
    this.#drafts.set(tenant, taskId, draft);
    this.#remember(tenant, command);
    return { kind: 'saved', revision };
  }

  async leaseTimers(request: LeaseRequest): Promise<readonly TimerRow[]> {
    return lease(this.#timers, request, (row) => idOf(row.caseId, row.timerId));
  }

  async leaseJobs(request: LeaseRequest): Promise<readonly JobRow[]> {
    return lease(this.#jobs, request, (row) => idOf(row.caseId, row.jobId));
  }

  async finish(tenant: string, caseId: string, work: { readonly timerId: string } | { readonly jobId: string }): Promise<void> {
    if ('timerId' in work) this.#timers.delete(tenant, idOf(caseId, work.timerId));
    else this.#jobs.delete(tenant, idOf(caseId, work.jobId));
  }

  async nextDue(): Promise<number | undefined> {
    const instants = [...this.#timers.all(), ...this.#jobs.all()].map((leased) => leased.hiddenUntil);
    return instants.length === 0 ? undefined : Math.min(...instants);
  }

  async audit(tenant: string, caseId: string): Promise<CaseAudit | undefined> {
    const links = this.#links.get(tenant, caseId);
    const prefix = idOf(caseId, '');
    const data = this.#data.entriesOf(tenant).filter(([id]) => id.startsWith(prefix));
    return (
      links && { links, data: data.map(([, row]) => row).sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.version - b.version)) }
    );
  }

  async eventsOf(tenant: string, caseId: string, after = 0): Promise<readonly EventRow[]> {
    return (this.#events.get(tenant, caseId) ?? []).filter((event) => event.seq > after);
  }

  async eventsSince(cursor: number, limit: number, tenant?: string): Promise<readonly OutboxRow[]> {
    const rest = this.#outbox.slice(cursor);
    return (tenant === undefined ? rest : rest.filter((row) => row.tenant === tenant)).slice(0, limit);
  }

  async lastCursor(): Promise<number> {
    return this.#outbox.length;
  }

  #erase(tenant: string, caseId: string, { person, documents }: { readonly person: string; readonly documents: boolean }): void {
    const links = withoutPerson(this.#links.get(tenant, caseId) ?? [], person);
    const events = links.flatMap((link) => eventRows(tenant, caseId, eventsOfLink(link)));
    this.#links.set(tenant, caseId, [...links]);
    this.#events.set(tenant, caseId, [...events]);
    this.#outbox.forEach((row, at) => {
      const event = row.tenant === tenant && row.caseId === caseId ? events[row.seq - 1] : undefined;
      if (event !== undefined) this.#outbox[at] = { ...event, cursor: row.cursor };
    });
    if (!documents) return;
    const prefix = idOf(caseId, '');
    for (const [id] of this.#data.entriesOf(tenant)) if (id.startsWith(prefix)) this.#data.delete(tenant, id);
    this.#latest.delete(tenant, caseId);
  }

  #putData(tenant: string, caseId: string, row: DataRow): void {
    const { salt: _salt, ...shown } = row;
    const others = (this.#latest.get(tenant, caseId) ?? []).filter((other) => other.key !== row.key);
    this.#latest.set(tenant, caseId, [...others, shown]);
    this.#data.set(tenant, idOf(caseId, row.key, row.version), row);
  }

  #putTask(task: TaskRow): void {
    const revision = (this.#tasks.get(task.tenant, task.taskId)?.revision ?? 0) + 1;
    this.#tasks.set(task.tenant, task.taskId, { ...task, revision });
    if (task.status !== 'open' && task.status !== 'waiting') this.#drafts.delete(task.tenant, task.taskId);
  }

  #remember(tenant: string, command: CommandRow): void {
    this.#commands.set(tenant, idOf(command.actorId, command.commandId), command.answer);
  }

  #append(tenant: string, caseId: string, events: readonly EventRow[]): void {
    this.#events.set(tenant, caseId, [...(this.#events.get(tenant, caseId) ?? []), ...events]);
    for (const event of events) this.#outbox.push({ ...event, cursor: this.#outbox.length + 1 });
  }
}

// helpers

function meets(query: ListQuery, search: string, light: LightPlan | undefined): boolean {
  const wanted = searchText(query.text);
  if (wanted !== undefined && !search.includes(wanted)) return false;
  return query.light === undefined || (light !== undefined && lightAt(light, query.now) === query.light);
}
