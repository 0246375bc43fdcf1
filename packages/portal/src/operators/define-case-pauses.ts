/** Registers what pauses one case; `<tb-case>` loads and calls it for those who may. */
import { defineElement } from '@tongban/element-kit';
import { CasePausesElement } from './case-pauses.ts';
import { PauseEnd } from './pause-end.ts';
import { PauseForm } from './pause-form.ts';

/** Registers the tags, once. A function, so that no bundler takes the import for one without effect. */
export function defineCasePauses(): void {
  defineElement('tb-pause-form', PauseForm);
  defineElement('tb-pause-end', PauseEnd);
  defineElement('tb-case-pauses', CasePausesElement);
}
