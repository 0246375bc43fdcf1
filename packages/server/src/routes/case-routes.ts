/** Addresses about people, projects and cases. */
import type { CaseService } from '@tongban/model';
import { type Route, route } from '../route.ts';
import {
  activityPath,
  caseOperateBody,
  casePath,
  casePreviewBody,
  incidentPath,
  messageBody,
  projectQuery,
  retryBody,
  startActivityBody,
  startBody,
  uploadBody,
} from '../schemas.ts';

/** What the routes hand on is what the schema let through; FormValues are checked by the runtime. */
type Start = Parameters<CaseService['start']>[0];
type Message = Parameters<CaseService['message']>[0];
type CasePreview = Parameters<CaseService['previewCase']>[0];
type CaseOperate = Parameters<CaseService['operateCase']>[0];
type StartActivity = Parameters<CaseService['startActivity']>[0];
type Retry = Parameters<CaseService['retryIncident']>[0];

export const caseRoutes: readonly Route[] = [
  route({
    id: 'whoAmI',
    method: 'GET',
    path: '/me',
    tag: 'people',
    summary: 'The person who asks',
    answers: 'Actor',
    run: ({ cases }) => cases.whoAmI(),
  }),
  route({
    id: 'listStartable',
    method: 'GET',
    path: '/startable',
    tag: 'cases',
    summary: 'Measures the person may start a case of',
    answers: 'StartableMeasure[]',
    run: ({ cases }) => cases.startable(),
  }),
  route({
    id: 'listProjects',
    method: 'GET',
    path: '/projects',
    tag: 'cases',
    summary: 'Registered projects the person may file for',
    query: projectQuery,
    answers: 'Project[]',
    run: ({ cases }, { query }) => cases.projects(query.text),
  }),
  route({
    id: 'startCase',
    method: 'POST',
    path: '/cases',
    tag: 'cases',
    summary: 'Start a case',
    body: startBody,
    answers: 'CommandAnswer<{ caseId, taskId? }>',
    run: ({ cases }, { body }) => cases.start(body as Start),
  }),
  route({
    id: 'getCase',
    method: 'GET',
    path: '/cases/{caseId}',
    tag: 'cases',
    summary: 'A case with its picture, time line, documents and forms',
    pathSchema: casePath,
    answers: 'CaseView',
    run: ({ cases }, { path }) => cases.case(path.caseId),
  }),
  route({
    id: 'retryIncident',
    method: 'POST',
    path: '/cases/{caseId}/incidents/{incidentId}/retry',
    tag: 'cases',
    summary: 'Try again what stands still in a case (administrators)',
    pathSchema: incidentPath,
    body: retryBody,
    answers: 'CommandAnswer<{ caseId }>',
    run: ({ cases }, { path, body }) => cases.retryIncident({ ...path, ...body } as Retry),
  }),
  route({
    id: 'previewCaseOperation',
    method: 'POST',
    path: '/cases/{caseId}/preview',
    tag: 'cases',
    summary: 'What an operation on the case would cancel and open',
    pathSchema: casePath,
    body: casePreviewBody,
    answers: 'OperationPreview',
    run: ({ cases }, { path, body }) => cases.previewCase({ ...path, ...body } as CasePreview),
  }),
  route({
    id: 'operateOnCase',
    method: 'POST',
    path: '/cases/{caseId}/operations',
    tag: 'cases',
    summary: 'Take back, withdraw, urge, copy, suspend, resume, end, jump',
    pathSchema: casePath,
    body: caseOperateBody,
    answers: 'CommandAnswer<{ caseId }>',
    run: ({ cases }, { path, body }) => cases.operateCase({ ...path, ...body } as CaseOperate),
  }),
  route({
    id: 'startActivity',
    method: 'POST',
    path: '/cases/{caseId}/activities/{nodeId}/start',
    tag: 'cases',
    summary: 'Begin a step of an open ad-hoc sub-process',
    pathSchema: activityPath,
    body: startActivityBody,
    answers: 'CommandAnswer<{ caseId }>',
    run: ({ cases }, { path, body }) => cases.startActivity({ ...path, ...body } as StartActivity),
  }),
  route({
    id: 'beginUpload',
    method: 'POST',
    path: '/uploads',
    tag: 'files',
    summary: 'Begin to send a file in parts, or go on with it; a file that the person has sent before is known again',
    body: uploadBody,
    answers: 'UploadState',
    run: ({ cases }, { body }) => cases.beginUpload(body),
  }),
  route({
    id: 'recordMessage',
    method: 'POST',
    path: '/messages',
    tag: 'cases',
    summary: 'Record that a message came, for the waiting case with that key',
    body: messageBody,
    answers: 'CommandAnswer<{ caseId }>',
    run: ({ cases }, { body }) => cases.message(body as Message),
  }),
];
