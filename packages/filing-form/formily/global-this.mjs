/** Stands in for Formily's search for the global object, which ends in `Function('return this')`. */
export const globalThisPolyfill = globalThis;
