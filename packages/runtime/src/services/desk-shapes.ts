/** What the methods of a desk and of the services take; see `engine/edge.ts`. */
import type { CaseService, MeasureService } from '@tongban/model';
import type { Shapes } from '../engine/edge.ts';
import type { Desk } from './desk.ts';

type ShapesOf<Service> = Shapes & { readonly [Name in keyof Service]?: string };

const TASK = 'commandId taskId revision';
const OPERATION = 'kind target? goOn? reason? to? people? departments? position? votes? signer?';
const CASE_OPERATION = 'caseId kind reason? people? departments? places? targets?';
const PAGE = 'cursor? limit?';
const ENTRY = 'measureId starter startedAt places:places done? projectCode? variables? data? comment?';
const PAUSE = 'commandId caseId reason comment?';
const END = 'until? term? openEnded?';
const MIGRATION = 'to from?:text caseIds? mapping?';
const RETRY = 'commandId caseId incidentId variables? data?';

/** Of a desk. */
export const DESK_SHAPES: ShapesOf<Desk> = {
  projects: '=words?',
  start: 'commandId releaseId? measureId? projectCode? variables? data? process? startNode? starter?',
  tasks: `box text? light? ${PAGE}`,
  task: '=text',
  claim: TASK,
  saveDraft: `${TASK} values outcome? comment?`,
  complete: `${TASK} values? variables? outcome? comment?`,
  preview: `taskId ${OPERATION}`,
  operate: `${TASK} ${OPERATION}`,
  previewCase: CASE_OPERATION,
  operateCase: `commandId ${CASE_OPERATION}`,
  readCopy: 'commandId copyId',
  people: 'text? taskId? kind? of?',
  case: '=text',
  deputies: '?person? over?',
  setDeputy: 'commandId deputy startsAt endsAt principal? scope?:any reason?',
  endDeputy: 'commandId deputyshipId',
  message: 'commandId name key values? variables?',
  startActivity: 'commandId caseId nodeId within?',
  retryIncident: RETRY,
  beginUpload: 'name mediaType bytes:number digest',
  continueUpload: 'uploadId offset bytes:bytes',
  putFile: 'name mediaType bytes:bytes',
  getFile: '=text',
  changes: 'signal cursor?',
  enter: `commandId ${ENTRY}`,
  entrySheet: 'measureId projectCode?',
  previewEnter: ENTRY,
  receive: 'commandId name key variables? ttlMs?',
  signal: 'commandId name variables?',
  cases: `?measureId? startedBy? open? incidents? text? light? ${PAGE}`,
  history: '=text,?after? limit?',
  clocks: '=text',
  pause: `${PAUSE} from?:number to?:number ${END}`,
  resume: PAUSE,
  movePause: 'commandId caseId reason comment until?',
  pauses: '=text',
  previewPause: `caseId reason from?:number to?:number ${END}`,
  pausedCases: `?${PAGE}`,
  calendar: '=text,=number?',
  saveCalendar: 'calendar version',
  previewCalendar: `calendarId calendar? ${PAGE}`,
  reschedule: 'commandId calendarId onProgress? signal?',
  rescheduled: `calendarId version ${PAGE}`,
  previewMigration: `${MIGRATION} ${PAGE}`,
  migrate: `commandId ${MIGRATION} onProgress? signal?`,
  flowElements: '=text',
  incidents: `?measureId? ${PAGE}`,
  incident: '=text,=number',
  exportCase: '=text',
  verifyCase: '=text',
  erasePerson: 'commandId caseId person',
};

/** Of what people do with cases: they start releases and fill in forms. */
export const CASE_SHAPES: ShapesOf<CaseService> = {
  ...DESK_SHAPES,
  start: 'commandId releaseId projectCode?',
  complete: `${TASK} values outcome? comment?`,
};

/** Of the service with which measures are made. */
export const MEASURE_SHAPES: ShapesOf<MeasureService> = {
  draft: '=text',
  saveDraft: 'measureId revision files',
  check: '=text',
  publish: 'commandId measureId revision note?',
  releases: '=text',
  makeCurrent: 'commandId releaseId',
  sources: '=text',
  copy: 'measureId releaseId title',
  upgrade: 'measureId revision releaseId files',
  undoUpgrade: 'measureId revision',
};
