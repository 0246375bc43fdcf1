/** Registers `<tb-form-designer>` and the parts it is made of. */
import '@tongban/element-kit/define';
import '@tongban/element-kit/feel';
import { defineElement } from '@tongban/element-kit';
import { ConditionField } from './condition-field.ts';
import { FormDesigner } from './form-designer.ts';
import { FormPreview } from './form-preview.ts';
import { KeyField } from './key-field.ts';

defineElement('tb-condition-field', ConditionField);
defineElement('tb-key-field', KeyField);
defineElement('tb-form-design-preview', FormPreview);
defineElement('tb-form-designer', FormDesigner);
