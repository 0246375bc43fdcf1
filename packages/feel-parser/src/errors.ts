/** The codes of FEEL texts that cannot be read. */
import { defineErrors, type Raise } from '@tongban/model';

const table = {
  FEEL_SYNTAX_EMPTY: {
    en: 'The expression is empty. Write a FEEL expression.',
    'zh-CN': '表达式为空。请填写 FEEL 表达式。',
  },
  FEEL_SYNTAX_EXPECTED: {
    en: 'Expected “{expected}” but found “{found}” at character {position}. Write “{expected}” there.',
    'zh-CN': '第 {position} 个字符处应为“{expected}”，实际是“{found}”。请在此处写“{expected}”。',
    causes: 'A bracket, a comma, `then`, `else`, `return`, `satisfies` or `in` is missing.',
  },
  FEEL_SYNTAX_UNCLOSED: {
    en: 'The expression ends after character {position}, where “{expected}” is still needed. Add “{expected}”.',
    'zh-CN': '表达式在第 {position} 个字符之后结束，但还缺少“{expected}”。请补上“{expected}”。',
    causes: 'A bracket is not closed, or `then`, `else`, `return`, `satisfies` is missing.',
  },
  FEEL_SYNTAX_INCOMPLETE: {
    en: 'The expression ends after character {position}, where a value or a name is still needed. Complete it.',
    'zh-CN': '表达式在第 {position} 个字符之后结束，但还缺少值或名称。请补充完整。',
    causes: 'An operator without its right side, a comma with nothing after it.',
  },
  FEEL_SYNTAX_VALUE_EXPECTED: {
    en: 'A value is missing at character {position}, before “{found}”. Write a value, a name or an expression there.',
    'zh-CN': '第 {position} 个字符处（“{found}”之前）缺少内容。请在此处填写值、名称或表达式。',
    causes: 'An operator without its right side, an empty bracket, two commas in a row.',
  },
  FEEL_SYNTAX_NAME_EXPECTED: {
    en: 'A name is missing at character {position}, before “{found}”. Write a name there.',
    'zh-CN': '第 {position} 个字符处（“{found}”之前）缺少名称。请在此处填写名称。',
  },
  FEEL_SYNTAX_TRAILING: {
    en: 'The expression ends before “{found}” at character {position}. Remove the rest, or join it with an operator such as “and”.',
    'zh-CN': '表达式在第 {position} 个字符“{found}”之前已经结束。请删除多余部分，或用“and”等运算符连接。',
  },
  FEEL_SYNTAX_OPERATOR: {
    en: '“{found}” at character {position} is not a FEEL operator. Write “{suggestion}”.',
    'zh-CN': '第 {position} 个字符处的“{found}”不是 FEEL 运算符。请改为“{suggestion}”。',
    causes: 'Habits from other languages: ==, &&, ||, !, single quotes; Chinese full-width signs.',
  },
  FEEL_SYNTAX_STRING_OPEN: {
    en: 'The text that begins at character {position} has no closing quotation mark. Add “"” at its end.',
    'zh-CN': '从第 {position} 个字符开始的文本缺少结束引号。请在末尾加上英文双引号 "。',
  },
  FEEL_SYNTAX_CHARACTER: {
    en: '“{found}” at character {position} means nothing in FEEL. Remove it.',
    'zh-CN': '第 {position} 个字符“{found}”在 FEEL 中没有含义。请删除。',
  },
  FEEL_SYNTAX_KEY_TWICE: {
    en: 'The context has the entry “{name}” twice. Rename or remove one.',
    'zh-CN': '上下文中的条目“{name}”重复。请改名或删除其中一个。',
  },
  FEEL_SYNTAX_EXTERNAL: {
    en: 'External functions cannot run here. Write the function in FEEL.',
    'zh-CN': '此处不能运行外部函数。请用 FEEL 编写该函数。',
  },
  FEEL_SYNTAX_FULL_WIDTH: {
    en: 'The name “{name}” contains the full-width sign “{found}”. If a comma or operator was meant, write “{suggestion}”.',
    'zh-CN': '名称“{name}”中含有全角符号“{found}”。如果本意是分隔符或运算符，请改为半角“{suggestion}”。',
  },
  FEEL_TEXT_TOO_LONG: {
    en: 'The expression has {length} characters; at most {limit} are read. Split it up.',
    'zh-CN': '表达式有 {length} 个字符，最多 {limit} 个。请拆分。',
    kind: 'tooLarge',
  },
  FEEL_TEXT_TOO_DEEP: {
    en: 'The expression is nested deeper than {limit} levels. Split it up.',
    'zh-CN': '表达式嵌套超过 {limit} 层。请拆分。',
    kind: 'tooLarge',
  },
} as const;

/** Makes the errors and problems of this package. */
export const raise: Raise<keyof typeof table> = defineErrors(table);

/** The code of a FEEL text that cannot be read. */
export type FeelSyntaxCode = keyof typeof table;
