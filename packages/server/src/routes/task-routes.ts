/** Addresses about tasks. */
import type { CaseService } from '@tongban/model';
import { type Route, route } from '../route.ts';
import { claimBody, fillBody, operateBody, peopleQuery, previewBody, readBody, taskPath, taskQuery } from '../schemas.ts';

type Query = Parameters<CaseService['tasks']>[0];
type Complete = Parameters<CaseService['complete']>[0];
type Preview = Parameters<CaseService['preview']>[0];
type Operate = Parameters<CaseService['operate']>[0];
type People = Parameters<CaseService['people']>[0];

export const taskRoutes: readonly Route[] = [
  route({
    id: 'listTasks',
    method: 'GET',
    path: '/tasks',
    tag: 'tasks',
    summary: 'The inbox: to do, done, started by me',
    query: taskQuery,
    answers: 'Page<TaskSummary>',
    run: ({ cases }, { query }) => cases.tasks(query as Query),
  }),
  route({
    id: 'getTask',
    method: 'GET',
    path: '/tasks/{taskId}',
    tag: 'tasks',
    summary: 'A task with its forms, outcomes and allowed operations',
    pathSchema: taskPath,
    answers: 'TaskView',
    run: ({ cases }, { path }) => cases.task(path.taskId),
  }),
  route({
    id: 'claimTask',
    method: 'POST',
    path: '/tasks/{taskId}/claim',
    tag: 'tasks',
    summary: 'Take a task offered to several people',
    pathSchema: taskPath,
    body: claimBody,
    answers: 'CommandAnswer<{ revision }>',
    run: ({ cases }, { path, body }) => cases.claim({ ...path, ...body }),
  }),
  route({
    id: 'saveDraft',
    method: 'PUT',
    path: '/tasks/{taskId}/draft',
    tag: 'tasks',
    summary: 'Keep what was filled in so far; it may be invalid',
    pathSchema: taskPath,
    body: fillBody,
    answers: 'CommandAnswer<{ revision, savedAt }>',
    run: ({ cases }, { path, body }) => cases.saveDraft({ ...path, ...body } as Complete),
  }),
  route({
    id: 'completeTask',
    method: 'POST',
    path: '/tasks/{taskId}/complete',
    tag: 'tasks',
    summary: 'Submit a task',
    pathSchema: taskPath,
    body: fillBody,
    answers: 'CommandAnswer<{ caseId, next }>',
    run: ({ cases }, { path, body }) => cases.complete({ ...path, ...body } as Complete),
  }),
  route({
    id: 'previewOperation',
    method: 'POST',
    path: '/tasks/{taskId}/preview',
    tag: 'tasks',
    summary: 'What an operation would cancel and open',
    pathSchema: taskPath,
    body: previewBody,
    answers: 'OperationPreview',
    run: ({ cases }, { path, body }) => cases.preview({ ...path, ...body } as Preview),
  }),
  route({
    id: 'operateOnTask',
    method: 'POST',
    path: '/tasks/{taskId}/operations',
    tag: 'tasks',
    summary: 'Return, reject, hand over, delegate, add and remove signers, copy',
    pathSchema: taskPath,
    body: operateBody,
    answers: 'CommandAnswer<{ caseId }>',
    run: ({ cases }, { path, body }) => cases.operate({ ...path, ...body } as Operate),
  }),
  route({
    id: 'readCopy',
    method: 'POST',
    path: '/tasks/{taskId}/read',
    tag: 'tasks',
    summary: 'Note that a copy was read',
    pathSchema: taskPath,
    body: readBody,
    answers: 'CommandAnswer<{ caseId }>',
    run: ({ cases }, { path, body }) => cases.readCopy({ copyId: path.taskId, ...body }),
  }),
  route({
    id: 'listPeople',
    method: 'GET',
    path: '/people',
    tag: 'people',
    summary: 'People to choose from, at most 20',
    query: peopleQuery,
    answers: 'PersonSummary[]',
    run: ({ cases }, { query }) => cases.people(query as People),
  }),
];
