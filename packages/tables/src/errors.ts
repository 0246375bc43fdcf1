/** The codes of what is wrong with decision tables. */
import { defineErrors, type Raise } from '@tongban/model';

const table = {
  TABLES_GAP: {
    en: 'No rule of the table “{table}” matches for {witness}. Add a rule or a default.',
    'zh-CN': '决策表“{table}”中没有规则适用于 {witness}。请增加规则或默认值。',
    causes:
      'An interval begins after the one before it ends, an allowed value has no rule, or both ends of neighbouring intervals are open.',
  },
  TABLES_OVERLAP: {
    en: 'The rules {rules} of the table “{table}” all match for {witness}, and its hit policy allows one. Make them exclude each other.',
    'zh-CN': '决策表“{table}”的规则 {rules} 在 {witness} 时同时命中，而命中策略只允许一条。请使它们互斥。',
  },
  TABLES_CONTRADICTION: {
    en: 'The rules {rules} of the table “{table}” both match for {witness} and give different results. Make the results equal, or the rules exclude each other.',
    'zh-CN': '决策表“{table}”的规则 {rules} 在 {witness} 时同时命中，但结果不同。请统一结果，或使规则互斥。',
  },
  TABLES_UNREACHABLE: {
    en: 'The rule {rules} of the table “{table}” never gives the result: rules before it ({maskedBy}) match wherever it does. Remove it or move it up.',
    'zh-CN': '决策表“{table}”的规则 {rules} 永远不会起作用：凡它命中之处，前面的规则（{maskedBy}）都已命中。请删除或上移。',
  },
  TABLES_NEVER: {
    en: 'The rule {rules} of the table “{table}” can never match: no allowed value of “{input}” passes {test}. Correct the cell.',
    'zh-CN': '决策表“{table}”的规则 {rules} 永远不会命中：“{input}”没有任何允许值符合 {test}。请更正该单元格。',
  },
  TABLES_DUPLICATE: {
    en: 'The rules {rules} of the table “{table}” are the same. Remove one.',
    'zh-CN': '决策表“{table}”的规则 {rules} 完全相同。请删除多余的规则。',
  },
  TABLES_CELL_TYPE: {
    en: 'In rule {rules} of the table “{table}”, {value} is no {type}, which “{input}” holds. Correct the cell.',
    'zh-CN': '决策表“{table}”的规则 {rules} 中，{value} 不是“{input}”的类型 {type}。请更正该单元格。',
  },
  TABLES_CELL_NOT_ALLOWED: {
    en: 'In rule {rules} of the table “{table}”, {value} is none of the allowed values of “{input}”. Correct the cell or the allowed values.',
    'zh-CN': '决策表“{table}”的规则 {rules} 中，{value} 不在“{input}”的允许值之内。请更正该单元格或允许值。',
  },
  TABLES_OUTPUT_TYPE: {
    en: 'In rule {rules} of the table “{table}”, the result {value} is no {type}, which “{output}” gives. Correct the cell.',
    'zh-CN': '决策表“{table}”的规则 {rules} 中，结果 {value} 不是“{output}”的类型 {type}。请更正该单元格。',
  },
  TABLES_OUTPUT_NOT_ALLOWED: {
    en: 'In rule {rules} of the table “{table}”, the result {value} is none of the allowed values of “{output}”. Correct the cell or the allowed values.',
    'zh-CN': '决策表“{table}”的规则 {rules} 中，结果 {value} 不在“{output}”的允许值之内。请更正该单元格或允许值。',
  },
  TABLES_NAME_UNKNOWN: {
    en: 'The table “{table}” reads “{name}”, which nothing gives. Correct the name.',
    'zh-CN': '决策表“{table}”读取了“{name}”，但没有任何来源提供该名称。请更正名称。',
  },
  TABLES_UNDECIDED: {
    en: 'Whether {test} in rule {rules} of the table “{table}” holds cannot be known from “{input}” alone, so the rule is left out of the check for overlaps and counts as matching in the check for gaps.',
    'zh-CN': '决策表“{table}”规则 {rules} 中的 {test} 无法仅凭“{input}”判断，因此该规则不参与重叠检查，并在空缺检查中视为命中。',
    causes: 'The cell calls a function, reads another value, or compares texts by order.',
  },
  TABLES_GRID_CELL: {
    en: 'Row {row} was left out: “{value}” under “{column}” cannot be read. Correct the cell, or choose another type for the column.',
    'zh-CN': '第 {row} 行未导入：“{column}”下的“{value}”无法识别。请更正该单元格，或为该列选择其他类型。',
  },
  TABLES_GRID_NAME: {
    en: 'The column “{column}” asks for “{name}”, which is no name that can be read. Choose a field for it.',
    'zh-CN': '列“{column}”所取的“{name}”不是可用的名称。请为该列选择字段。',
  },
  TABLES_TOO_MUCH: {
    en: 'The table “{table}” is too intricate to be checked completely: the search for {what} stopped after {limit} steps. What was found holds; there may be more.',
    'zh-CN': '决策表“{table}”过于复杂，无法检查完全：查找{whatZh}在 {limit} 步后停止。已发现的问题属实，但可能还有其他问题。',
  },
} as const;

/** Makes the errors and problems of this package. */
export const raise: Raise<keyof typeof table> = defineErrors(table);

/** The code of something wrong with a table. */
export type TablesErrorCode = keyof typeof table;
