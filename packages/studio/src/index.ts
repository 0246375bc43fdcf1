/**
 * The studio of a measure: design surfaces, check, publish, releases. Importing this registers nothing.
 *
 * @example
 * ```ts
 * import '@tongban/studio/define';
 * document.querySelector('tb-measure-studio').service = createMeasureClient({ baseUrl: '/api/v1' });
 * ```
 */
export { MeasureStudio } from './measure-studio.ts';
export { studioMessages } from './studio-messages.ts';
// the levels above
export { MeasureOpenEvent } from './upgrade/measure-open-event.ts';
export { UpperMeasures } from './upgrade/upper-measures.ts';
