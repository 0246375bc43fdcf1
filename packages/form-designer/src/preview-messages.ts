/** The words of the preview. */
import { defineMessages, type Messages, type MessageTable } from '@tongban/element-kit';

const zhCN = {
  bar: '试填的条件',
  task: '在哪个环节',
  anyTask: '不限环节（全部可填）',
  absentTask: '{name}（不显示本表单）',
  absent: '“{name}”环节不显示这张表单。要让它显示，请在流程中为该环节添加表单。',
  role: '以什么身份',
  anyRole: '不限身份',
  department: '所在部门',
  noDepartment: '不属于部门',
  person: '试填人',
  data: '填写内容',
  sample: '示例数据',
  another: '换一组示例',
  empty: '空白表单',
  width: '页面宽度',
  width_wide: '电脑',
  width_tablet: '平板',
  width_phone: '手机',
  hint: '试填的内容不会保存；更换环节或身份时，已填内容会保留。',
  access: '本环节可填 {write} 项，只读 {read} 项，隐藏 {hidden} 项。',
  broken: '请先改正下列问题，再试填。',
  failed: '试填没有打开，请检查网络后重试。',
  retry: '重试',
  loading: '正在打开…',
} as const;

const en: MessageTable<typeof zhCN> = {
  bar: 'How to try it',
  task: 'At which task',
  anyTask: 'No task (everything can be filled in)',
  absentTask: '{name} (form not shown)',
  absent: 'The task “{name}” does not show this form. To show it, add the form to the task in the flow.',
  role: 'As whom',
  anyRole: 'Anybody',
  department: 'Department',
  noDepartment: 'None',
  person: 'Somebody trying it',
  data: 'What is filled in',
  sample: 'Sample data',
  another: 'Other samples',
  empty: 'Empty form',
  width: 'Width of the page',
  width_wide: 'Computer',
  width_tablet: 'Tablet',
  width_phone: 'Phone',
  hint: 'Nothing typed here is kept for good; it stays while you change the task or the person.',
  access: 'Here {write} fields can be filled in, {read} only read, {hidden} are hidden.',
  broken: 'Correct these problems first.',
  failed: 'The form could not be opened. Check the network and try again.',
  retry: 'Try again',
  loading: 'Opening…',
};

/** See the module comment. */
export const previewMessages: Messages<typeof zhCN> = defineMessages({ 'zh-CN': zhCN, en });
