/**
 * The HTTP API over Tongban's services: web-standard Request to Response, for Node hosts and as a side-car.
 *
 * @example
 * ```ts
 * const api = createApi({ identify, cases: (actor) => createCaseService(engine, actor), measures, newId });
 * const response = await api.fetch(new Request('http://localhost/api/v1/tasks?box=todo'));
 * ```
 */
export { type Api, type ApiOptions, createApi } from './create-api.ts';
export { raise as serverErrors } from './errors.ts';
export { MAX_FILE_BYTES } from './file-answers.ts';
export { MAX_BODY_BYTES } from './read-json.ts';
