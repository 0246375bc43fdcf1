/** The HostService over HTTP. */
import type { HostService } from '@tongban/model';
import { type ClientOptions, createHttp } from './http.ts';

/** A HostService that asks the API at `options.baseUrl`, for programs of the host and pages of administrators. */
export function createHostClient(options: ClientOptions): HostService {
  const http = createHttp(options);
  const casePath = (caseId: string) => `/cases/${encodeURIComponent(caseId)}`;
  const calendarPath = (calendarId: string) => `/calendars/${encodeURIComponent(calendarId)}`;
  const post = <Answer>(path: string, json: unknown) => http.json<Answer>(path, { method: 'POST', json });
  const command = <Answer>(path: string, json: unknown) => http.json<Answer>(path, { method: 'POST', json, refusable: true });
  return {
    cases: ({ open, incidents, ...query } = {}) =>
      http.json('/cases', { query: { ...query, open: open?.toString(), incidents: incidents?.toString() } }),
    history: (caseId, range) => http.json(`${casePath(caseId)}/history`, { query: { ...range } }),
    clocks: (caseId) => http.json(`${casePath(caseId)}/clocks`),
    enter: (order) => command('/paper-cases', order),
    entrySheet: (query) => http.json('/paper-cases/sheet', { query: { ...query } }),
    previewEnter: (order) => post('/paper-cases/preview', order),
    receive: (order) => command('/inbound-messages', order),
    signal: (order) => command('/signals', order),
    pause: ({ caseId, ...json }) => command(`${casePath(caseId)}/clocks/pause`, json),
    resume: ({ caseId, ...json }) => command(`${casePath(caseId)}/clocks/resume`, json),
    movePause: ({ caseId, ...json }) => command(`${casePath(caseId)}/clocks/pause/end`, json),
    pauses: (caseId) => http.json(`${casePath(caseId)}/pauses`),
    previewPause: ({ caseId, ...json }) => post(`${casePath(caseId)}/clocks/pause/preview`, json),
    pausedCases: (query) => http.json('/paused-cases', { query: { ...query } }),
    calendars: () => http.json('/calendars'),
    calendar: async (calendarId, version) => (await http.json(calendarPath(calendarId), { query: { version } })) ?? undefined,
    saveCalendar: (edit) => post('/calendars', edit),
    previewCalendar: ({ calendarId, ...json }) => post(`${calendarPath(calendarId)}/preview`, json),
    reschedule: ({ calendarId, ...json }) => post(`${calendarPath(calendarId)}/reschedule`, json),
    rescheduled: ({ calendarId, version, ...query }) => http.json(`${calendarPath(calendarId)}/editions/${version}/cases`, { query }),
    flowElements: (releaseId) => http.json(`/releases/${encodeURIComponent(releaseId)}/elements`),
    previewMigration: (query) => post('/migrations/preview', query),
    migrate: (order) => post('/migrations', order),
    incidents: (query) => http.json('/incidents', { query: { ...query } }),
    incident: (caseId, incidentId) => http.json(`${casePath(caseId)}/incidents/${incidentId}`),
    retryIncident: ({ caseId, incidentId, ...json }) => command(`${casePath(caseId)}/incidents/${incidentId}/retry`, json),
    exportCase: (caseId) => http.json(`${casePath(caseId)}/export`),
    verifyCase: (caseId) => http.json(`${casePath(caseId)}/verification`),
    erasePerson: ({ caseId, ...json }) => command(`${casePath(caseId)}/erasures`, json),
  };
}
