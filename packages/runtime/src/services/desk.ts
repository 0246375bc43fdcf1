/**
 * Everything one actor can do with an engine: what people do with cases, and what the host's own programs and administrators do to them.
 * `engine.as(actor)` makes it. Who may do what is asked here, then by the host's `authorize`; all of it stays within the actor's tenant.
 */
import type { Actor, CaseService, HostService, JsonObject, MessageOrder, MigrationReport, Page, RescheduleReport } from '@tongban/model';
import type { CaseEvent } from '../core/event.ts';
import { guarded, refuseClosed } from '../engine/edge.ts';
import type { Engine } from '../engine/engine.ts';
import type { RescheduleOrder } from './calendars.ts';
import { caseClocks, caseEvents, caseList } from './case-queries.ts';
import { caseServiceOf } from './case-service.ts';
import { type CompleteCommand, completeTask } from './complete-task.ts';
import { DESK_SHAPES } from './desk-shapes.ts';
import { incidentList, retryIncident } from './incidents.ts';
import type { MigrateOrder } from './migrate-cases.ts';
import { isOperator } from './operators.ts';
import { movePause, pauseCase, resumeCase } from './pause-case.ts';
import { recordMessage } from './record-message.ts';
import { seated } from './seats.ts';
import { contextOf, type ServiceContext } from './service-context.ts';
import { type CaseStart, startCase } from './start-case.ts';

/** What one actor can do: everything of {@link CaseService} and {@link HostService}, with variables where a host has some. */
export interface Desk extends CaseService, HostService {
  readonly actor: Actor;
  /** Starts a case on a release, or on the current one of a measure. */
  start(command: CaseStart): ReturnType<CaseService['start']>;
  complete(
    command: Omit<CompleteCommand, 'values'> & Partial<Pick<CompleteCommand, 'values'>> & { readonly variables?: JsonObject },
  ): ReturnType<CaseService['complete']>;
  /** For the one case that waits for it: recorded by a person, or with `variables` by a program of the host. */
  message(command: Parameters<CaseService['message']>[0] | MessageOrder): ReturnType<CaseService['message']>;
  history(...asked: Parameters<HostService['history']>): Promise<Page<CaseEvent>>;
  /** The same, watched and stopped by whoever calls. */
  reschedule(order: RescheduleOrder): Promise<RescheduleReport>;
  migrate(order: MigrateOrder): Promise<MigrationReport>;
  retryIncident: HostService['retryIncident'];
}

const views = () => import('./operator-views.ts');

/** Makes the desk of one actor. @throws RUNTIME_ARGUMENT for nobody */
export function createDesk(engine: Engine, actor: Actor): Desk {
  return guarded(deskOf(contextOf(engine, actor)), DESK_SHAPES, { ask: () => refuseClosed(engine) });
}

// helpers

function deskOf(context: ServiceContext): Desk {
  return {
    ...caseServiceOf(context),
    actor: context.actor,
    start: (command) => startCase(context, command),
    enter: async (command) => (await views()).enterCase(context, command),
    entrySheet: async (query) => (await views()).entrySheet(context, query),
    previewEnter: async (order) => (await views()).previewEntry(context, order),
    complete: async (command) => completeTask(await seated(context), { ...command, values: command.values ?? {} }, command.variables),
    // Form values are recorded as people do it, also by an operator: checked, and by whom the flow names.
    message: async (command) =>
      isOperator(context) && !('values' in command) ? (await views()).deliverMessage(context, command) : recordMessage(context, command),
    receive: async (order) => (await views()).receiveMessage(context, order),
    signal: async (command) => (await views()).broadcastSignal(context, command),
    cases: (query = {}) => caseList(context, query),
    history: (caseId, range) => caseEvents(context, caseId, range),
    clocks: (caseId) => caseClocks(context, caseId),
    pause: (command) => pauseCase(context, command),
    resume: (command) => resumeCase(context, command),
    movePause: (command) => movePause(context, command),
    pauses: async (caseId) => (await views()).pausesOfCase(context, caseId),
    previewPause: async (query) => (await views()).previewPause(context, query),
    pausedCases: async (query) => (await views()).pausedCases(context, query),
    calendars: async () => (await views()).calendarsInUse(context),
    calendar: async (calendarId, version) => (await views()).calendarOf(context, calendarId, version),
    saveCalendar: async (edit) => (await views()).saveCalendar(context, edit),
    previewCalendar: async (query) => (await views()).previewCalendar(context, query),
    reschedule: async (command) => (await views()).rescheduleCases(context, command),
    rescheduled: async (query) => (await views()).rescheduledCases(context, query),
    previewMigration: async (migration) => (await views()).previewMigration(context, migration),
    migrate: async (command) => (await views()).migrateCases(context, command),
    flowElements: async (releaseId) => (await views()).flowElements(context, releaseId),
    incidents: (query) => incidentList(context, query),
    incident: async (caseId, incidentId) => (await views()).incidentView(context, caseId, incidentId),
    retryIncident: (command) => retryIncident(context, command),
    exportCase: async (caseId) => (await views()).evidenceOf(context, caseId),
    verifyCase: async (caseId) => (await views()).verifiedEvidence(context, caseId),
    erasePerson: async (command) => (await views()).erasePerson(context, command),
  };
}
