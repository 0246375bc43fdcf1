/** Registers `<tb-form-import>`; the designer loads it when it is first opened. */
import { defineElement } from '@tongban/element-kit';
import { FormImport } from './form-import.ts';

defineElement('tb-form-import', FormImport);
