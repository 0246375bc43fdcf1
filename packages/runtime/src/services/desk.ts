/**
 * Everything one actor can do with an engine: what people do with cases, and what the host's own programs and administrators do to them.
 * `engine.as(actor)` makes it. Who may do what is asked here, then by the host's `authorize`; all of it stays within the actor's tenant.
 */
import type { Actor, CaseService, CommandAnswer, JsonObject, Page } from '@tongban/model';
import type { CaseEvent } from '../core/event.ts';
import type { Engine } from '../engine/engine.ts';
import type { MessageReceipt } from '../engine/inbound.ts';
import type { CalendarEdition } from '../store/store.ts';
import {
  calendarOf,
  type MovedCase,
  previewCalendar,
  type RescheduleOrder,
  type RescheduleReport,
  rescheduleCases,
  saveCalendar,
} from './calendars.ts';
import { type CaseClockReading, type CaseQuery, type CaseSummary, caseClocks, caseEvents, caseList } from './case-queries.ts';
import { createCaseService } from './case-service.ts';
import { type CompleteCommand, completeTask } from './complete-task.ts';
import { broadcastSignal, deliverMessage, type MessageOrder, type ReceiveOrder, receiveMessage, type SignalOrder } from './deliver.ts';
import { type EnterOrder, enterCase } from './enter-case.ts';
import { type EraseCommand, erasePerson } from './erase-person.ts';
import { type IncidentSummary, incidentList, type RetryOrder, retryIncident } from './incidents.ts';
import { type MigrateOrder, type MigrationPreview, type MigrationReport, migrateCases, previewMigration } from './migrate-cases.ts';
import { isOperator } from './operators.ts';
import { type PauseOrder, pauseCase, type ResumeOrder, resumeCase } from './pause-case.ts';
import { recordMessage } from './record-message.ts';
import { seated } from './seats.ts';
import type { ServiceContext } from './service-context.ts';
import { type CaseStart, startCase } from './start-case.ts';

/** What one actor can do. Everything of {@link CaseService}, with variables where a host has some, and more. */
export interface Desk extends CaseService {
  readonly actor: Actor;
  /** Starts a case on a release, or on the current one of a measure. */
  start(command: CaseStart): ReturnType<CaseService['start']>;
  /** Enters a case that has been running on paper, at any step, with its past dates (补录); for offices that may start it, and operators. */
  enter(command: EnterOrder): Promise<CommandAnswer<{ readonly caseId: string }>>;
  complete(
    command: Omit<CompleteCommand, 'values'> & Partial<Pick<CompleteCommand, 'values'>> & { readonly variables?: JsonObject },
  ): ReturnType<CaseService['complete']>;
  /** For the one case that waits for it: recorded by a person, or with `variables` by a program of the host. */
  message(command: Parameters<CaseService['message']>[0] | MessageOrder): ReturnType<CaseService['message']>;
  /** Takes in a message from outside: for the case that waits for it, else to begin one, else it is kept until one waits. @throws RUNTIME_NOT_ALLOWED */
  receive(order: ReceiveOrder): Promise<CommandAnswer<MessageReceipt>>;
  /** For every case of the tenant that waits for it, and every start that does. @throws RUNTIME_NOT_ALLOWED */
  signal(command: SignalOrder): Promise<CommandAnswer<{ readonly caseIds: readonly string[] }>>;

  cases(query?: CaseQuery): Promise<Page<CaseSummary>>;
  /** @throws RUNTIME_NOT_ALLOWED, RUNTIME_CASE_UNKNOWN */
  history(caseId: string, range?: { readonly after?: number; readonly limit?: number }): Promise<Page<CaseEvent>>;
  /** @throws RUNTIME_CASE_UNKNOWN */
  clocks(caseId: string): Promise<readonly CaseClockReading[]>;

  /** Makes clocks stand still for a reason, or leaves a stretch of the past out of them; for offices and operators. */
  pause(command: PauseOrder): Promise<CommandAnswer<{ readonly caseId: string }>>;
  resume(command: ResumeOrder): Promise<CommandAnswer<{ readonly caseId: string }>>;

  /** The latest edition of a county's calendar, or the one of a number. */
  calendar(calendarId: string, version?: number): Promise<CalendarEdition | undefined>;
  /** Keeps an edit as the next edition. @throws RUNTIME_NOT_ALLOWED */
  saveCalendar(edit: Parameters<typeof saveCalendar>[1]): ReturnType<typeof saveCalendar>;
  /** Which running cases an edit, or the latest edition, would move. @throws RUNTIME_NOT_ALLOWED */
  previewCalendar(query: Parameters<typeof previewCalendar>[1]): Promise<Page<MovedCase>>;
  /** Reckons the running cases by the latest edition. @throws RUNTIME_NOT_ALLOWED */
  reschedule(command: RescheduleOrder): Promise<RescheduleReport>;

  /** What would become of running cases that go over to another release. @throws RUNTIME_NOT_ALLOWED, RUNTIME_RELEASE_UNKNOWN */
  previewMigration(migration: Parameters<typeof previewMigration>[1]): Promise<Page<MigrationPreview>>;
  /** Takes running cases over to another release, each whole or not at all. @throws RUNTIME_NOT_ALLOWED, RUNTIME_RELEASE_UNKNOWN */
  migrate(command: MigrateOrder): Promise<MigrationReport>;

  /** @throws RUNTIME_NOT_ALLOWED */
  incidents(query?: { readonly measureId?: string; readonly cursor?: string; readonly limit?: number }): Promise<Page<IncidentSummary>>;
  retryIncident(command: RetryOrder): Promise<CommandAnswer<{ readonly caseId: string }>>;

  /** Erases what is known of a person from a case that has ended; its audit chain stays valid. For operators. */
  erasePerson(command: EraseCommand): Promise<CommandAnswer<{ readonly caseId: string }>>;
}

/** Makes the desk of one actor. */
export function createDesk(engine: Engine, actor: Actor): Desk {
  const context: ServiceContext = { engine, actor };
  return {
    ...createCaseService(engine, actor),
    actor,
    start: (command) => startCase(context, command),
    enter: (command) => enterCase(context, command),
    complete: async (command) => completeTask(await seated(context), { ...command, values: command.values ?? {} }, command.variables),
    // Form values are recorded as people do it, also by an operator: checked, and by whom the flow names.
    message: (command) =>
      isOperator(context) && !('values' in command) ? deliverMessage(context, command) : recordMessage(context, command),
    receive: (order) => receiveMessage(context, order),
    signal: (command) => broadcastSignal(context, command),
    cases: (query = {}) => caseList(context, query),
    history: (caseId, range) => caseEvents(context, caseId, range),
    clocks: (caseId) => caseClocks(context, caseId),
    pause: (command) => pauseCase(context, command),
    resume: (command) => resumeCase(context, command),
    calendar: (calendarId, version) => calendarOf(context, calendarId, version),
    saveCalendar: (edit) => saveCalendar(context, edit),
    previewCalendar: (query) => previewCalendar(context, query),
    reschedule: (command) => rescheduleCases(context, command),
    previewMigration: (migration) => previewMigration(context, migration),
    migrate: (command) => migrateCases(context, command),
    incidents: (query) => incidentList(context, query),
    retryIncident: (command) => retryIncident(context, command),
    erasePerson: (command) => erasePerson(context, command),
  };
}
