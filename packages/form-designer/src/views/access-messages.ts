/** The words of the check whether everybody can fill the form in. */
import { defineMessages, type Messages, type MessageTable } from '@tongban/element-kit';

const zhCN = {
  title: '人人可填检查',
  hint: '检查名称、顺序、分组、选项、目标大小和文字对比度，依据 WCAG 2.2。下方是实际的表单，目标大小和对比度按它测量（包括单位自定的颜色）。',
  none: '没有发现问题。',
  found: '发现 {count} 处可以改进：',
  measuring: '正在测量…',
  form: '被检查的表单',
  wholeForm: '整张表单',
  noName: '没有可读的名称，读屏软件读不出这一项是什么。',
  sameName: '同一处有另一项同名，读屏软件分不清。请改得不同，如“申请人电话”“联系人电话”。',
  longName: '名称有 {length} 个字，听起来太长。请缩短，把解释放到填写说明里。',
  sameChoices: '有两个选项的名称相同。',
  manyChoices: '有 {count} 个单选项，要逐个经过。建议改为可查找的下拉选择。',
  emptySection: '分组里没有字段，会读出一个空标题。',
  longWithoutSections: '{count} 个字段没有分组，难以跳转。请按内容分成几组。',
  stepsWithoutSections: '设为分步填写，但没有分组，分不出步。',
  askedTooLate: '是否显示取决于后面的“{asked}”，填到那里时它已经过去了。请把它移到“{asked}”之后。',
  byColourOrPlace: '说明中的“{words}”只有看得见颜色或位置的人才懂。请写出字段的名称。',
  wideTable: '表格有 {count} 列，手机上要左右滑动。请减少列，或改为分组。',
  smallTarget: '“{name}”只有 {size} 像素，难以点中，应不小于 24 像素。',
  lowContrast: '“{name}”的文字对比度为 {ratio}，应不低于 {wanted}。请调整自定的颜色。',
  goThere: '转到“{label}”',
} as const;

const en: MessageTable<typeof zhCN> = {
  title: 'Can everybody fill it in',
  hint: 'Names, order, groups, choices, sizes of targets and contrast of text, by WCAG 2.2. Below is the real form, on which sizes and contrast are measured, colours of your own included.',
  none: 'Nothing was found.',
  found: '{count} things could be better:',
  measuring: 'Measuring…',
  form: 'The form that is checked',
  wholeForm: 'The whole form',
  noName: 'It has no name that can be read out.',
  sameName: 'Another field beside it has the same name, and read out they are the same. Name them apart.',
  longName: 'Its name has {length} characters, too long to listen to. Shorten it and explain in the instructions.',
  sameChoices: 'Two choices have the same name.',
  manyChoices: '{count} choices have to be walked through one by one. A drop-down can be searched.',
  emptySection: 'The section holds no field; an empty heading is read out.',
  longWithoutSections: '{count} fields without sections cannot be jumped between. Make sections of them.',
  stepsWithoutSections: 'It is filled in step by step, but has no sections to be steps.',
  askedTooLate: 'Whether it shows depends on “{asked}” further down, where people have passed it. Move it behind “{asked}”.',
  byColourOrPlace: '“{words}” in the instructions means something only to those who see it. Name the field.',
  wideTable: 'The table has {count} columns and has to be moved sideways on a phone. Take some away, or make a section of it.',
  smallTarget: '“{name}” is {size} px large and hard to hit; it should be 24 px.',
  lowContrast: 'The text of “{name}” has a contrast of {ratio}; it should be {wanted}. Change the colours of your own.',
  goThere: 'Go to “{label}”',
};

/** See the module comment. */
export const accessMessages: Messages<typeof zhCN> = defineMessages({ 'zh-CN': zhCN, en });
