/**
 * All a person can see and do with cases, on an engine in the same process (in a page or in Node). Who may do what is decided here and
 * in the engine, never in the page.
 */
import type { Actor, CaseService } from '@tongban/model';
import type { Engine } from '../engine/engine.ts';
import { caseChanges } from './case-changes.ts';
import { getFile, putFile } from './case-files.ts';
import { caseView } from './case-view.ts';
import { completeTask } from './complete-task.ts';
import { readCopy } from './copies.ts';
import { deputyList, endDeputy, setDeputy } from './deputies.ts';
import { deputyChoices } from './deputy-choices.ts';
import { retryIncident } from './incidents.ts';
import { operateCase, previewCaseOperation } from './operate-case.ts';
import { operateTask, previewOperation } from './operate-task.ts';
import { searchPeople } from './people.ts';
import { recordMessage } from './record-message.ts';
import { saveDraft } from './save-draft.ts';
import { seated } from './seats.ts';
import type { ServiceContext } from './service-context.ts';
import { startActivity } from './start-activity.ts';
import { startableMeasures, startCase, visibleProjects } from './start-case.ts';
import { taskList } from './task-lists.ts';
import { taskView } from './task-view.ts';

/** Makes the service of one person. */
export function createCaseService(engine: Engine, actor: Actor): CaseService {
  const context: ServiceContext = { engine, actor };
  return {
    whoAmI: async () => actor,
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
    deputies: (query) => deputyList(context, query),
    deputyChoices: () => deputyChoices(context),
    setDeputy: (command) => setDeputy(context, command),
    endDeputy: (command) => endDeputy(context, command),
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
