/** What people call the ways in which an item may be handled. */
import type { LocalText } from './text.ts';

/** Names by mode; a county may have others beside them. */
export const ITEM_MODE_NAMES: ReadonlyMap<string, LocalText> = new Map([
  ['mock', { 'zh-CN': '模拟审批', en: 'Mock approval' }],
  ['tolerant', { 'zh-CN': '容缺受理', en: 'Tolerant acceptance' }],
  ['commitment', { 'zh-CN': '告知承诺', en: 'Commitment' }],
]);
