/** Registers the views beside the canvas; the designer loads them when one is first opened. */
import { defineElement } from '@tongban/element-kit';
import { FormRelations } from './form-relations.ts';

defineElement('tb-form-relations', FormRelations);
