/** Registers `<tb-table-designer>` and the parts it is made of. */
import '@tongban/element-kit/define';
import { defineElement } from '@tongban/element-kit';
import { TableDesigner } from './table-designer.ts';

defineElement('tb-table-designer', TableDesigner);
