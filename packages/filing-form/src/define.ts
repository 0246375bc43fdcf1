/** Registers `tb-form`. */
import { defineElement } from '@tongban/element-kit';
import { FilingForm } from './filing-form.ts';

defineElement('tb-form', FilingForm);
