/** Registers `<tb-table-designer>`, `<tb-decision-designer>` and the parts they are made of. */
import '@tongban/element-kit/define';
import '@tongban/element-kit/feel';
import { defineElement } from '@tongban/element-kit';
import { DecisionDesigner } from './decisions/decision-designer.ts';
import { TableDesigner } from './table-designer.ts';

defineElement('tb-table-designer', TableDesigner);
defineElement('tb-decision-designer', DecisionDesigner);
