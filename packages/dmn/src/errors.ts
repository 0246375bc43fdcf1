/** The codes of DMN files that cannot be read. */
import { defineErrors, type Raise } from '@tongban/model';

const table = {
  DMN_TOO_LARGE: {
    en: 'The decision file has {bytes} bytes; at most {limit} are read. Split it up.',
    'zh-CN': '决策文件有 {bytes} 字节，最多 {limit} 字节。请拆分。',
    kind: 'tooLarge',
  },
  DMN_DOCTYPE: {
    en: 'The decision file declares a document type or entities, which are never read. Remove the declaration.',
    'zh-CN': '决策文件含有文档类型或实体声明，一律不予读取。请删除该声明。',
    causes: 'The file was made by hand or by a tool that adds `<!DOCTYPE …>`; entities can be used to attack a reader.',
  },
  DMN_NOT_XML: {
    en: 'The decision file is not well-formed XML: {reason}. Export it again.',
    'zh-CN': '决策文件不是格式正确的 XML：{reason}。请重新导出。',
  },
  DMN_NOT_DMN: {
    en: 'The file is XML, but not DMN 1.1 to 1.5. Choose a .dmn file.',
    'zh-CN': '该文件是 XML，但不是 DMN 1.1 至 1.5。请选择 .dmn 文件。',
  },
  DMN_TOO_DEEP: {
    en: 'The elements of the file are nested deeper than {limit} levels. Split the decision up.',
    'zh-CN': '文件中的元素嵌套超过 {limit} 层。请拆分决策。',
    kind: 'tooLarge',
  },
  DMN_ELEMENT_UNKNOWN: {
    en: '“{elementId}” contains a {type}, which DMN does not know there. It is kept and plays no part. Remove it if it was meant to.',
    'zh-CN': '“{elementId}”包含 {type}，DMN 在该处没有此元素。它会原样保留，但不起作用；如果本应起作用，请改正。',
  },
  DMN_ELEMENT_IGNORED: {
    en: '“{elementId}” is a {type}, which plays no part when decisions are made.',
    'zh-CN': '“{elementId}”是 {type}，做出决策时不起作用。',
  },
  DMN_ID_MISSING: {
    en: 'The {type} “{name}” has no id. Give it one.',
    'zh-CN': '{type}“{name}”没有标识（id）。请补充。',
  },
  DMN_ID_TWICE: {
    en: 'The id “{elementId}” is used twice. Give one of the elements another id.',
    'zh-CN': '标识“{elementId}”重复。请为其中一个元素改用其他标识。',
  },
  DMN_IMPORT_MISSING: {
    en: 'The import “{name}” asks for the decisions of “{namespace}”, which no file gives. Add that file, or remove the import.',
    'zh-CN': '导入“{name}”需要“{namespace}”中的决策，但没有文件提供。请添加该文件，或删除此导入。',
  },
  DMN_IMPORT_CIRCLE: {
    en: 'The file “{name}” imports itself, directly or through others. Remove one of the imports.',
    'zh-CN': '文件“{name}”直接或间接导入了自身。请删除其中一个导入。',
  },
  DMN_LOGIC_EMPTY: {
    en: '“{elementId}” has an empty box where an expression is needed. Fill it in.',
    'zh-CN': '“{elementId}”中有一处缺少表达式。请补充。',
  },
  DMN_LOGIC_MISSING: {
    en: 'The decision “{elementId}” has no logic, so its result is always null. Add a table or an expression.',
    'zh-CN': '决策“{elementId}”没有内容，结果始终为空。请添加决策表或表达式。',
  },
  DMN_LOGIC_UNKNOWN: {
    en: '“{elementId}” contains a {type}, which cannot be run. Replace it by a table or an expression.',
    'zh-CN': '“{elementId}”包含 {type}，无法执行。请改为决策表或表达式。',
  },
  DMN_LANGUAGE: {
    en: '“{elementId}” is written in {language}. Rewrite it in FEEL.',
    'zh-CN': '“{elementId}”使用的是 {language}。请改写为 FEEL。',
  },
  DMN_REFERENCE_UNKNOWN: {
    en: '“{elementId}” requires “{href}”, which this file does not have. Correct the requirement.',
    'zh-CN': '“{elementId}”依赖“{href}”，但文件中没有该元素。请更正依赖关系。',
  },
  DMN_HIT_POLICY: {
    en: 'The table “{elementId}” has the unknown hit policy “{hitPolicy}”. Use one of UNIQUE, ANY, PRIORITY, FIRST, RULE ORDER, OUTPUT ORDER, COLLECT.',
    'zh-CN': '决策表“{elementId}”的命中策略“{hitPolicy}”未知。请使用 UNIQUE、ANY、PRIORITY、FIRST、RULE ORDER、OUTPUT ORDER 或 COLLECT。',
  },
  DMN_RULE_CELLS: {
    en: 'The rule “{elementId}” has {inputs} input and {outputs} output cells; its table has {inputColumns} and {outputColumns} columns. Add or remove cells.',
    'zh-CN':
      '规则“{elementId}”有 {inputs} 个输入格、{outputs} 个输出格，而决策表有 {inputColumns} 列输入、{outputColumns} 列输出。请补齐或删除。',
  },
} as const;

/** Makes the errors and problems of this package. */
export const raise: Raise<keyof typeof table> = defineErrors(table);

/** The code of a DMN file that cannot be read. */
export type DmnErrorCode = keyof typeof table;
