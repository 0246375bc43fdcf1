/**
 * The services over HTTP, for elements in a page.
 *
 * @example
 * ```ts
 * const service = createCaseClient({ baseUrl: '/api/v1', headers: () => ({ authorization: `Bearer ${token()}` }) });
 * document.querySelector('tb-inbox').service = service;
 * ```
 */
export { createCaseClient } from './case-client.ts';
export { raise as clientErrors } from './errors.ts';
export { createHostClient } from './host-client.ts';
export type { ClientOptions } from './http.ts';
export { createMeasureClient } from './measure-client.ts';
