/** Registers the views beside the canvas; the designer loads them when one is first opened. */
import { defineElement } from '@tongban/element-kit';
import { FormAccessView } from './form-access-view.ts';
import { FormCompare } from './form-compare.ts';
import { FormRelations } from './form-relations.ts';
import { FormTextsView } from './form-texts-view.ts';

/** A function, and not an effect of the import: bundlers drop imports that are used for nothing. */
export function defineViews(): void {
  defineElement('tb-form-relations', FormRelations);
  defineElement('tb-form-texts', FormTextsView);
  defineElement('tb-form-compare', FormCompare);
  defineElement('tb-form-access', FormAccessView);
}
