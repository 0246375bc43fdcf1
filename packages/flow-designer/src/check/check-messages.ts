/** The words of checking: the list of problems and what can be mended at a press. */
import { defineMessages, type Messages, type MessageTable } from '@tongban/element-kit';

const zhCN = {
  title: '检查结果',
  close: '关闭检查结果',
  clean: '没有发现问题。',
  checking: '正在检查…',
  fixed: '已修复：{fix}',
  addEnd: '在其后加一个结束',
  addStart: '在最前面加一个开始',
  removeLost: '删除这个走不到的环节',
  makeDefault: '作为其余情况（默认）',
  lastDefault: '把最后一路作为默认',
  removeCondition: '去掉条件',
  joinByChoice: '改为条件分支汇合',
  joinParallel: '改为并行汇合，等齐再走',
  removeTargets: '去掉不存在的退回环节',
  removeOperation: '去掉这项操作',
  removeForm: '去掉这个表单',
  removeFields: '去掉不存在的表单项',
  removeClock: '去掉这个时限',
  joinInclusive: '改为包容汇合，只等走到的路',
  removeDepartment: '去掉这个部门',
  removeExpiry: '去掉到期后的处理',
  removePause: '去掉暂停计时',
  removeRole: '去掉这个角色',
  restoreBase: '恢复上级的内容',
  letWrite: '让第一个办理环节填写这个表单',
} as const;

const en: MessageTable<typeof zhCN> = {
  title: 'What was found',
  close: 'Close what was found',
  clean: 'Nothing is wrong.',
  checking: 'Checking…',
  fixed: 'Mended: {fix}',
  addEnd: 'Add an end behind it',
  addStart: 'Add a start before it',
  removeLost: 'Delete this step that nothing leads to',
  makeDefault: 'Take it in all other cases (default)',
  lastDefault: 'Make the last way the default',
  removeCondition: 'Remove the condition',
  joinByChoice: 'Join with an exclusive gateway',
  joinParallel: 'Join with a parallel gateway that waits',
  removeTargets: 'Remove the targets that do not exist',
  removeOperation: 'Remove this operation',
  removeForm: 'Remove this form',
  removeFields: 'Remove the fields that do not exist',
  removeClock: 'Remove this limit',
  joinInclusive: 'Wait only for the ways that are taken (inclusive join)',
  removeDepartment: 'Remove this department',
  removeExpiry: 'Remove what happens when it is over',
  removePause: 'Remove the pause',
  removeRole: 'Remove this role',
  restoreBase: 'Restore what the base says',
  letWrite: 'Let the first step fill in this form',
};

/** All words of checking. */
export const checkMessages: Messages<typeof zhCN> = defineMessages({ 'zh-CN': zhCN, en });

/** The name of a mending. */
export type FixName = Exclude<keyof typeof zhCN, 'fixed'>;
