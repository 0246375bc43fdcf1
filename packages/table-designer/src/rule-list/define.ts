/** Registers `<tb-rule-list>`: a door of its own, so that a page for looking something up does not load the designers. */
import { defineElement } from '@tongban/element-kit';
import { RuleList } from './rule-list.ts';

defineElement('tb-rule-list', RuleList);

export { RuleList } from './rule-list.ts';
export type { RuleExceptions } from './rule-rows.ts';
