/**
 * The rules of the reform documents as decision tables (`rules/`): each a DMN file with the article of its source in every row, and a
 * file of examples with the boundary values of the source. Where a source is silent the table reads a parameter.
 */
import type { ReadText } from './load-measure.ts';

/** The tables, in the order of the catalogue. */
export const RULE_TABLES: readonly RuleTable[] = [
  { id: 'DT-01', name: '不适用信用承诺制的投资项目清单' },
  { id: 'DT-02', name: '不适用信用承诺制的审批事项清单' },
  { id: 'DT-03', name: '不适用区域评估的审批事项清单' },
  { id: 'DT-04', name: '负面清单的部分例外' },
  { id: 'DT-05', name: '信用等次与等级' },
  { id: 'DT-06', name: '信用加分与减分' },
  { id: 'DT-07', name: '信用等级对各项措施的影响' },
  { id: 'DT-08', name: '信用初始分值' },
  { id: 'DT-09', name: '分值修复与异议' },
  { id: 'DT-10', name: '红黄绿灯' },
  { id: 'DT-11', name: '政务大厅审批服务评分' },
  { id: 'DT-12', name: '大厅和人员的奖惩' },
  { id: 'DT-13', name: '好差评处理' },
  { id: 'DT-14', name: '秒批秒办适用' },
  { id: 'DT-15', name: '模拟审批准入' },
  { id: 'DT-16', name: '模拟审批转换时应重新报批的情形' },
  { id: 'DT-17', name: '容缺受理适用' },
  { id: 'DT-18', name: '代办受理与终止' },
  { id: 'DT-19', name: '各地承诺制适用范围' },
  { id: 'DT-20', name: '违反承诺的处理' },
  { id: 'DT-21', name: '区域评估的效力' },
  { id: 'DT-22', name: '项目类别的阶段与时限' },
  { id: 'DT-23', name: '社会投资小型项目' },
  { id: 'DT-24', name: '取消、免交和合并的事项' },
  { id: 'DT-25', name: '事项的最迟办理节点' },
  { id: 'DT-26', name: '政府投资项目的简化' },
  { id: 'DT-27', name: '施工图审查时点' },
  { id: 'DT-28', name: '三类事项的办理方式' },
  { id: 'DT-29', name: '计时规则' },
  { id: 'DT-30', name: '阶段牵头部门' },
  { id: 'DT-31', name: '验收结果的处理' },
  { id: 'DT-32', name: '项目代码规则' },
  { id: 'DT-33', name: '异常状态预警' },
  { id: 'DT-34', name: '一费制' },
  { id: 'DT-35', name: '中介服务' },
  { id: 'DT-36', name: '量化目标' },
  { id: 'DT-37', name: '不动产登记与市政公用服务联动' },
  { id: 'DT-38', name: '企业自助验收' },
  { id: 'DT-39', name: '标准地适用' },
  { id: 'DT-40', name: '事项办理类型' },
];

/** One table of the catalogue. */
export interface RuleTable {
  /** The id of its main decision. */
  readonly id: string;
  readonly name: string;
}

/** The files of a table, as text. */
export interface RuleTableFiles {
  readonly dmn: string;
  readonly examples: string;
}

/**
 * Reads the files of a table. `readText` gives the text of a path in the folder `rules`.
 *
 * @example
 * ```ts
 * const { dmn } = await loadRuleTable('DT-05', (path) => fetch(`/rules/${path}`).then((answer) => answer.text()));
 * ```
 */
export async function loadRuleTable(id: string, readText: ReadText): Promise<RuleTableFiles> {
  const file = id.toLowerCase();
  const [dmn, examples] = await Promise.all([readText(`${file}.dmn`), readText(`${file}.examples.json`)]);
  return { dmn, examples };
}
