/**
 * All a person can see and do with cases, on an engine in the same process (in a page or in Node). Who may do what is decided here and
 * in the engine, never in the page.
 */
import type { Actor, CaseService } from '@tongban/model';
import { guarded, refuseClosed } from '../engine/edge.ts';
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
  return guarded(caseServiceOf(contextOf(engine, actor)), CASE_SHAPES, { ask: () => refuseClosed(engine) });
}

/** The same, unguarded: for the desk, which adds to it. */
export function caseServiceOf(context: ServiceContext): CaseService {
  return {
    whoAmI: async () => context.actor,
    startable: () => startableMeasures(context),
    projects: (text) => visibleProjects(context, text),
    start: ({ commandId, releaseId, projectCode }) =>
      startCase(context, { commandId, releaseId, ...(projectCode === undefined ? {} : { projectCode }) }),
    tasks: async (query) => taskList(await seated(context), query),
    task: async (taskId) => taskView(await seated(context), taskId),
    claim: async (command) => operateTask(await seated(context), { ...command, kind: 'claim' }),
    saveDraft: async (command) => saveDraft(await seated(context), command),
    complete: async (command) => completeTask(await seated(context), command),
    preview: async (operation) => previewOperation(await seated(context), operation),
    operate: async (command) => operateTask(await seated(context), command),
    previewCase: async (operation) => previewCaseOperation(await seated(context), operation),
    operateCase: async (command) => operateCase(await seated(context), command),
    readCopy: (command) => readCopy(context, command),
    people: (query) => searchPeople(context, query),
    case: async (caseId) => caseView(await seated(context), caseId),
    deputies: async (query) => (await deputies()).deputyList(context, query),
    deputyChoices: async () => (await deputies()).deputyChoices(context),
    setDeputy: async (command) => (await deputies()).setDeputy(context, command),
    endDeputy: async (command) => (await deputies()).endDeputy(context, command),
    message: (command) => recordMessage(context, command),
    retryIncident: (command) => retryIncident(context, command),
    startActivity: ({ commandId, caseId, nodeId, within }) =>
      startActivity(context, { commandId, caseId, nodeId, ...(within === undefined ? {} : { within }) }),
    beginUpload: async (offer) => (await import('./upload-files.ts')).beginUpload(context, offer),
    continueUpload: async (part) => (await import('./upload-files.ts')).continueUpload(context, part),
    putFile: (file) => putFile(context, file),
    getFile: async (fileId) => getFile(await seated(context), fileId),
    changes: (options) => caseChanges(context, options),
  };
}
