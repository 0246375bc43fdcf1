/** Stands in for `@formily/json-schema/esm/compiler`: nothing in a schema is code, so everything stays what it is. */

export const silent = () => {};
export const registerCompiler = () => {};
export const shallowCompile = (source) => source;
export const compile = (source) => source;
export const patchCompile = () => {};
export const patchSchemaCompile = () => {};
