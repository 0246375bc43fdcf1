/**
 * All a person can see and do with cases, on an engine in the same process (in a page or in Node). Who may do what is decided here and
 * in the engine, never in the page.
 */
import type { Actor, CaseService } from '@tongban/model';
import { boundService, type MethodsFor } from '../engine/bound-service.ts';
import { refuseClosed } from '../engine/edge.ts';
import type { Engine } from '../engine/engine.ts';
import { caseChanges } from './case-changes.ts';
import { getFile, putFile } from './case-files.ts';
import { caseView } from './case-view.ts';
import { completeTask } from './complete-task.ts';
import { readCopy } from './copies.ts';
import { CASE_SHAPES } from './desk-shapes.ts';
import { retryIncident } from './incidents.ts';
import { operateCase, previewCaseOperation } from './operate-case.ts';
import { operateTask, previewOperation } from './operate-task.ts';
import { searchPeople } from './people.ts';
import { recordMessage } from './record-message.ts';
import { saveDraft } from './save-draft.ts';
import { seated } from './seats.ts';
import { contextOf, type ServiceContext } from './service-context.ts';
import { startActivity } from './start-activity.ts';
import { startableMeasures, startCase, visibleProjects } from './start-case.ts';
import { taskList } from './task-lists.ts';
import { taskView } from './task-view.ts';

// Loaded when somebody asks.
const deputies = () => import('./deputies.ts');

/** Makes the service of one person. @throws RUNTIME_ARGUMENT for nobody */
export function createCaseService(engine: Engine, actor: Actor): CaseService {
  return boundService<ServiceContext, CaseService>(CASE_METHODS, EDGE, contextOf(engine, actor));
}

/** What a person can do, unguarded: for the desk, which adds to it. */
export const CASE_METHODS: MethodsFor<ServiceContext, CaseService> = {
  whoAmI: async ({ actor }) => actor,
  startable: startableMeasures,
  projects: visibleProjects,
  start: (context, { commandId, releaseId, projectCode }) =>
    startCase(context, { commandId, releaseId, ...(projectCode === undefined ? {} : { projectCode }) }),
  tasks: async (context, query) => taskList(await seated(context), query),
  task: async (context, taskId) => taskView(await seated(context), taskId),
  claim: async (context, command) => operateTask(await seated(context), { ...command, kind: 'claim' }),
  saveDraft: async (context, command) => saveDraft(await seated(context), command),
  complete: async (context, command) => completeTask(await seated(context), command),
  preview: async (context, operation) => previewOperation(await seated(context), operation),
  operate: async (context, command) => operateTask(await seated(context), command),
  previewCase: async (context, operation) => previewCaseOperation(await seated(context), operation),
  operateCase: async (context, command) => operateCase(await seated(context), command),
  readCopy,
  people: searchPeople,
  case: async (context, caseId) => caseView(await seated(context), caseId),
  deputies: async (context, query) => (await deputies()).deputyList(context, query),
  deputyChoices: async (context) => (await deputies()).deputyChoices(context),
  setDeputy: async (context, command) => (await deputies()).setDeputy(context, command),
  endDeputy: async (context, command) => (await deputies()).endDeputy(context, command),
  message: recordMessage,
  retryIncident,
  startActivity,
  beginUpload: async (context, offer) => (await import('./upload-files.ts')).beginUpload(context, offer),
  continueUpload: async (context, part) => (await import('./upload-files.ts')).continueUpload(context, part),
  putFile,
  getFile: async (context, fileId) => getFile(await seated(context), fileId),
  changes: caseChanges,
};

// helpers

const EDGE = { shapes: CASE_SHAPES, ask: ({ engine }: ServiceContext): void => refuseClosed(engine) };
