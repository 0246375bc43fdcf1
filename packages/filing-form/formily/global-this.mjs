/** Stands in for Formily's search for the global object, which ends in making code from text. */
export const globalThisPolyfill = globalThis;
