/**
 * Everything one actor can do with an engine: what people do with cases, and what the host's own programs and administrators do to them.
 * `engine.as(actor)` makes it. Who may do what is asked here, then by the host's `authorize`; all of it stays within the actor's tenant.
 */
import type { Actor, CaseService, HostService, JsonObject, MessageOrder, MigrationReport, Page, RescheduleReport } from '@tongban/model';
import type { CaseEvent } from '../core/event.ts';
import { boundService, type MethodsFor } from '../engine/bound-service.ts';
import { refuseClosed } from '../engine/edge.ts';
import type { Engine } from '../engine/engine.ts';
import type { RescheduleOrder } from './calendars.ts';
import { caseClocks, caseEvents, caseList } from './case-queries.ts';
import { CASE_METHODS } from './case-service.ts';
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
  const context = contextOf(engine, actor);
  return boundService<ServiceContext, Desk>(METHODS, EDGE, context, { actor: context.actor });
}

// helpers

const EDGE = { shapes: DESK_SHAPES, ask: ({ engine }: ServiceContext): void => refuseClosed(engine) };

const METHODS: MethodsFor<ServiceContext, Desk> = {
  ...CASE_METHODS,
  start: startCase,
  enter: async (context, command) => (await views()).enterCase(context, command),
  entrySheet: async (context, query) => (await views()).entrySheet(context, query),
  previewEnter: async (context, order) => (await views()).previewEntry(context, order),
  complete: async (context, command) =>
    completeTask(await seated(context), { ...command, values: command.values ?? {} }, command.variables),
  // Form values are recorded as people do it, also by an operator: checked, and by whom the flow names.
  message: async (context, command) =>
    isOperator(context) && !('values' in command) ? (await views()).deliverMessage(context, command) : recordMessage(context, command),
  receive: async (context, order) => (await views()).receiveMessage(context, order),
  signal: async (context, command) => (await views()).broadcastSignal(context, command),
  cases: (context, query = {}) => caseList(context, query),
  history: caseEvents,
  clocks: caseClocks,
  pause: pauseCase,
  resume: resumeCase,
  movePause,
  pauses: async (context, caseId) => (await views()).pausesOfCase(context, caseId),
  previewPause: async (context, query) => (await views()).previewPause(context, query),
  pausedCases: async (context, query) => (await views()).pausedCases(context, query),
  calendars: async (context) => (await views()).calendarsInUse(context),
  calendar: async (context, calendarId, version) => (await views()).calendarOf(context, calendarId, version),
  saveCalendar: async (context, edit) => (await views()).saveCalendar(context, edit),
  previewCalendar: async (context, query) => (await views()).previewCalendar(context, query),
  reschedule: async (context, command) => (await views()).rescheduleCases(context, command),
  rescheduled: async (context, query) => (await views()).rescheduledCases(context, query),
  previewMigration: async (context, migration) => (await views()).previewMigration(context, migration),
  migrate: async (context, command) => (await views()).migrateCases(context, command),
  flowElements: async (context, releaseId) => (await views()).flowElements(context, releaseId),
  incidents: incidentList,
  incident: async (context, caseId, incidentId) => (await views()).incidentView(context, caseId, incidentId),
  retryIncident,
  exportCase: async (context, caseId) => (await views()).evidenceOf(context, caseId),
  verifyCase: async (context, caseId) => (await views()).verifiedEvidence(context, caseId),
  erasePerson: async (context, command) => (await views()).erasePerson(context, command),
};
