/**
 * `<tb-form-designer>`: design filing forms without code. Importing this registers nothing; `@tongban/form-designer/define` does.
 *
 * @example
 * ```ts
 * import '@tongban/form-designer/define';
 * const designer = document.createElement('tb-form-designer');
 * designer.form = form;
 * designer.addEventListener('tb-form-design-change', (event) => save(event.form));
 * ```
 */

// a form to begin with
export { beginForm, type FormName } from './begin-form.ts';
// what it needs to know
export type { FormDesignContext, FormVersion } from './form-design-context.ts';
// what it tells
export { FormDesignChangeEvent, FormDesignSelectEvent } from './form-design-events.ts';
// the element
export { FormDesigner } from './form-designer.ts';
