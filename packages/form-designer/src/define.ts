/** Registers `<tb-form-designer>`. */
import '@tongban/element-kit/define';
import { defineElement } from '@tongban/element-kit';
import { FormDesigner } from './form-designer.ts';

defineElement('tb-form-designer', FormDesigner);
