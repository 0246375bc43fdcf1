/** Stands in for the five case packages of `@formily/shared`; Formily names its codes with them: `validate-error`, `ValidateError`. */
export const lowerCase = (text) => text.toLowerCase();
export const upperCase = (text) => text.toUpperCase();
export const pascalCase = (text) => text.replace(/(?:^|-)([a-z])/g, (_, letter) => letter.toUpperCase());
export const camelCase = (text) => text.replace(/-([a-z])/g, (_, letter) => letter.toUpperCase());
export const paramCase = (text) => text.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
