/** Registers `<tb-flow-designer>`. */
import '@tongban/element-kit/define';
import { defineElement } from '@tongban/element-kit';
import { FlowDesigner } from './flow-designer.ts';

defineElement('tb-flow-designer', FlowDesigner);
