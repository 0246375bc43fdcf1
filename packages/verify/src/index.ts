/**
 * Try a measure out before it is published.
 *
 * @example
 * ```ts
 * import { createSimulator } from '@tongban/verify';
 * const { trial, problems } = await createSimulator().open(sources, startsAt);
 * ```
 */
export { createSimulator } from './simulator.ts';
