/** The roles that are the engine's own; a measure's are named by the measure. */

/** The role that may see every case of its tenant, and change its measures. */
export const ADMINISTRATOR = 'administrator';

/** The role of the host's own programs: they see every case, hand in messages and signals and repair cases, and do nobody's task. */
export const SYSTEM = 'system';
