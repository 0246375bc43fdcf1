/** The CaseService over HTTP. */
import type { CaseService } from '@tongban/model';
import { followChanges } from './change-stream.ts';
import { type ClientOptions, createHttp } from './http.ts';

/** A CaseService that asks the API at `options.baseUrl`; hand it to the portal elements. */
export function createCaseClient(options: ClientOptions): CaseService {
  const http = createHttp(options);
  const taskPath = (taskId: string) => `/tasks/${encodeURIComponent(taskId)}`;
  const casePath = (caseId: string) => `/cases/${encodeURIComponent(caseId)}`;
  return {
    whoAmI: () => http.json('/me'),
    startable: () => http.json('/startable'),
    projects: (text) => http.json('/projects', { query: { text } }),
    start: (command) => http.json('/cases', { method: 'POST', json: command, refusable: true }),
    tasks: (query) => http.json('/tasks', { query: { ...query } }),
    task: (taskId) => http.json(taskPath(taskId)),
    claim: ({ taskId, ...json }) => http.json(`${taskPath(taskId)}/claim`, { method: 'POST', json, refusable: true }),
    saveDraft: ({ taskId, ...json }) => http.json(`${taskPath(taskId)}/draft`, { method: 'PUT', json, refusable: true }),
    complete: ({ taskId, ...json }) => http.json(`${taskPath(taskId)}/complete`, { method: 'POST', json, refusable: true }),
    preview: ({ taskId, ...json }) => http.json(`${taskPath(taskId)}/preview`, { method: 'POST', json }),
    operate: ({ taskId, ...json }) => http.json(`${taskPath(taskId)}/operations`, { method: 'POST', json, refusable: true }),
    case: (caseId) => http.json(casePath(caseId)),
    previewCase: ({ caseId, ...json }) => http.json(`${casePath(caseId)}/preview`, { method: 'POST', json }),
    operateCase: ({ caseId, ...json }) => http.json(`${casePath(caseId)}/operations`, { method: 'POST', json, refusable: true }),
    readCopy: ({ copyId, ...json }) => http.json(`${taskPath(copyId)}/read`, { method: 'POST', json, refusable: true }),
    people: (query) => http.json('/people', { query: { ...query } }),
    deputies: ({ person, over } = {}) => http.json('/deputies', { query: { person, over: over === true ? 'true' : undefined } }),
    deputyChoices: () => http.json('/deputies/choices'),
    setDeputy: (command) => http.json('/deputies', { method: 'POST', json: command, refusable: true }),
    endDeputy: ({ deputyshipId, ...json }) =>
      http.json(`/deputies/${encodeURIComponent(deputyshipId)}/end`, { method: 'POST', json, refusable: true }),
    message: (command) => http.json('/messages', { method: 'POST', json: command, refusable: true }),
    retryIncident: ({ caseId, incidentId, ...json }) =>
      http.json(`${casePath(caseId)}/incidents/${incidentId}/retry`, { method: 'POST', json, refusable: true }),
    startActivity: ({ caseId, nodeId, ...json }) =>
      http.json(`/cases/${encodeURIComponent(caseId)}/activities/${encodeURIComponent(nodeId)}/start`, {
        method: 'POST',
        json,
        refusable: true,
      }),
    beginUpload: (json) => http.json('/uploads', { method: 'POST', json }),
    continueUpload: ({ uploadId, offset, bytes }) =>
      http.json(`/uploads/${encodeURIComponent(uploadId)}`, { method: 'PUT', query: { offset }, bytes }),
    putFile: ({ name, mediaType, bytes }) => http.json('/files', { method: 'POST', query: { name }, bytes, mediaType }),
    getFile: async (fileId) => readFile(await http.raw(`/files/${encodeURIComponent(fileId)}`)),
    changes: ({ cursor, signal }) => followChanges(http, cursor, signal),
  };
}

async function readFile(response: Response): ReturnType<CaseService['getFile']> {
  const disposition = response.headers.get('content-disposition') ?? '';
  const name = decodeURIComponent(/filename\*=UTF-8''([^;]+)/.exec(disposition)?.[1] ?? 'file');
  const mediaType = response.headers.get('content-type') ?? 'application/octet-stream';
  return { name, mediaType, bytes: new Uint8Array(await response.arrayBuffer()) };
}
