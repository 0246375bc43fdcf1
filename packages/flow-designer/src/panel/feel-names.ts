/** What expressions of a flow may read, with what people call it: outcomes and variables of the steps, the forms, the settings of the measure, the case. */
import { type FeelName, nameAt, nameOfForm, nameOfSettings } from '@tongban/feel-parser';
import type { LocalText, MeasureManifest } from '@tongban/model';
import { nameOf } from '../diagram/kinds.ts';
import type { DiagramElement } from '../diagram/services.ts';
import type { FlowContext, KnownDecision } from '../flow-context.ts';
import type { FlowEditor } from '../flow-editor.ts';

/** The names, those that conditions ask most first. */
export function feelNames(editor: FlowEditor, context: FlowContext | undefined): readonly FeelName[] {
  const forms = (context?.forms ?? []).map(nameOfForm);
  const steps = editor.steps.flatMap(({ element }) => namesFrom(editor, element, forms, context?.decisions ?? []));
  const measure = context === undefined ? [] : measureNames(context.manifest);
  return unique([...steps, ...forms, ...measure, CASE, ...COUNTERS]);
}

function namesFrom(
  editor: FlowEditor,
  element: DiagramElement,
  forms: readonly FeelName[],
  decisions: readonly KnownDecision[],
): readonly FeelName[] {
  const { outcomes, vote, each, handler, rule, assigns = [] } = editor.extensionOf(element);
  const step = nameOf(element) || element.id;
  const found: FeelName[] = [];
  const add = (name: string | undefined, words: LocalText, rest: Partial<FeelName> = {}): void => {
    if (name !== undefined && name !== '') found.push({ name, label: words, ...rest });
  };
  add(outcomes?.result, said(step, '的结论', 'outcome of'), {
    type: 'string',
    values: (outcomes?.choices ?? []).map(({ value, label }) => ({ feel: JSON.stringify(value), label })),
  });
  add(vote?.result, said(step, '的表决结果', 'vote of'), { type: 'context', entries: VOTE });
  add(each?.results, said(step, '的各人结果', 'results of'), { type: 'list' });
  add(each?.element, said(step, '正在办的一项', 'element of'), elementOf(each?.collection ?? '', forms));
  add(handler?.result, said(step, '的返回值', 'answer of'));
  add(rule?.result, said(step, '的规则结果', 'decision of'), decisions.find(({ id }) => id === rule?.decision)?.result);
  for (const { variable, at } of assigns) if (at !== 'in') add(variable, said(step, `记录的“${variable}”`, `“${variable}” of`));
  return found;
}

function said(step: string, chinese: string, english: string): LocalText {
  return { 'zh-CN': `${step}${chinese}`, en: `${english} ${step}` };
}

// one row of a form, when the list is one
function elementOf(collection: string, forms: readonly FeelName[]): Partial<FeelName> {
  const entries = nameAt(forms, collection.trim().split('.'))?.entries;
  return entries === undefined ? {} : { type: 'context', entries };
}

function measureNames({ parameters, departments }: MeasureManifest): readonly FeelName[] {
  const [first] = departments;
  return [
    ...(parameters.length === 0 ? [] : [nameOfSettings(parameters)]),
    ...(first === undefined
      ? []
      : [{ name: 'departments', label: { 'zh-CN': '部门', en: 'departments' }, type: 'list' as const, entries: NAMED }]),
    { name: 'items', label: { 'zh-CN': '事项', en: 'items' }, type: 'list', entries: ITEM },
  ];
}

function unique(names: readonly FeelName[]): readonly FeelName[] {
  const seen = new Set<string>();
  return names.filter(({ name }) => !seen.has(name) && seen.add(name));
}

const text = (name: string, chinese: string, english: string): FeelName => ({
  name,
  label: { 'zh-CN': chinese, en: english },
  type: 'string',
});
const count = (name: string, chinese: string, english: string): FeelName => ({ ...text(name, chinese, english), type: 'number' });

const NAMED: readonly FeelName[] = [text('id', '编号', 'id'), text('name', '名称', 'name')];
const ITEM: readonly FeelName[] = [
  text('code', '事项编码', 'code'),
  text('name', '事项名称', 'name'),
  text('department', '责任部门', 'department'),
];

const VOTE: readonly FeelName[] = [
  {
    ...text('decision', '结果', 'decision'),
    values: [
      { feel: '"approved"', label: { 'zh-CN': '通过', en: 'approved' } },
      { feel: '"rejected"', label: { 'zh-CN': '不通过', en: 'rejected' } },
    ],
  },
  count('agreed', '同意票', 'agreed'),
  count('refused', '反对票', 'refused'),
  count('abstained', '弃权票', 'abstained'),
  count('total', '总票数', 'total'),
];

const CASE: FeelName = {
  name: 'case',
  label: { 'zh-CN': '办件', en: 'case' },
  type: 'context',
  entries: [
    text('id', '办件编号', 'case id'),
    text('key', '业务号（项目代码等）', 'key of the case'),
    count('round', '第几轮', 'round'),
    { ...text('startedAt', '发起时间', 'started at'), type: 'date and time' },
    {
      name: 'starter',
      label: { 'zh-CN': '发起人', en: 'starter' },
      type: 'context',
      entries: [
        text('id', '发起人账号', 'id of the starter'),
        text('name', '发起人姓名', 'name of the starter'),
        text('department', '发起人部门', 'department of the starter'),
        text('superior', '发起人的上级', 'superior of the starter'),
      ],
    },
  ],
};

const COUNTERS: readonly FeelName[] = [
  count('loopCounter', '第几个办理人（多人办理时）', 'which of several'),
  count('numberOfInstances', '共几人办理', 'how many in all'),
  count('numberOfCompletedInstances', '几人已办', 'how many are done'),
  count('numberOfActiveInstances', '几人在办', 'how many are open'),
];
