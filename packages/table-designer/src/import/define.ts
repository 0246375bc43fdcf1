/** Registers `<tb-table-import>`; the designer loads it when it is first opened. */
import { defineElement } from '@tongban/element-kit';
import { TableImport } from './table-import.ts';

defineElement('tb-table-import', TableImport);
