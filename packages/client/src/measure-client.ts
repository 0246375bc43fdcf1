/** The MeasureService over HTTP. */
import type { MeasureService } from '@tongban/model';
import { type ClientOptions, createHttp } from './http.ts';

/** A MeasureService that asks the API at `options.baseUrl`; hand it to the administrator's elements. */
export function createMeasureClient(options: ClientOptions): MeasureService {
  const http = createHttp(options);
  const measurePath = (measureId: string) => `/measures/${encodeURIComponent(measureId)}`;
  const releasePath = (releaseId: string) => `/releases/${encodeURIComponent(releaseId)}`;
  return {
    measures: () => http.json('/measures'),
    draft: (measureId) => http.json(`${measurePath(measureId)}/draft`),
    saveDraft: ({ measureId, ...json }) => http.json(`${measurePath(measureId)}/draft`, { method: 'PUT', json }),
    check: (measureId) => http.json(`${measurePath(measureId)}/check`, { method: 'POST' }),
    publish: ({ measureId, ...json }) => http.json(`${measurePath(measureId)}/publish`, { method: 'POST', json }),
    releases: (measureId) => http.json(`${measurePath(measureId)}/releases`),
    makeCurrent: ({ releaseId, ...json }) => http.json(`${releasePath(releaseId)}/current`, { method: 'POST', json }),
    sources: (releaseId) => http.json(`${releasePath(releaseId)}/sources`),
    upperMeasures: () => http.json('/upper-measures'),
    copy: ({ measureId, ...json }) => http.json(`${measurePath(measureId)}/copy`, { method: 'POST', json }),
    upgrade: ({ measureId, ...json }) => http.json(`${measurePath(measureId)}/upgrade`, { method: 'PUT', json }),
    undoUpgrade: ({ measureId, ...json }) => http.json(`${measurePath(measureId)}/undo-upgrade`, { method: 'POST', json }),
  };
}
