/** Registers `<tb-form-import>`; the designer loads it when it is first opened. */
import { defineElement } from '@tongban/element-kit';
import { FormImport } from './form-import.ts';

/** A function, and not an effect of the import: bundlers drop imports that are used for nothing. */
export function defineImport(): void {
  defineElement('tb-form-import', FormImport);
}
