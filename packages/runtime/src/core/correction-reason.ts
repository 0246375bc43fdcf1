/** The pause reason under which limits list a correction (补正). */
export const CORRECTION = 'correction';
