/** Registers what pauses one case; loaded by `<tb-case>` for those who may. */
import { defineElement } from '@tongban/element-kit';
import { CasePausesElement } from './case-pauses.ts';
import { PauseForm } from './pause-form.ts';

defineElement('tb-pause-form', PauseForm);
defineElement('tb-case-pauses', CasePausesElement);
