/** The codes of this room: what can be wrong with a BPMN file, each with its fix. */
import { defineErrors, type Raise } from '@tongban/model';

const table = {
  BPMN_TOO_LARGE: {
    en: 'The BPMN file has {bytes} bytes; at most {limit} are read. Remove embedded pictures and old diagrams from it, or split it into call activities.',
    'zh-CN': 'BPMN 文件大小为 {bytes} 字节，最多只能读取 {limit} 字节。请删除文件中内嵌的图片和旧图，或用调用活动把流程拆开。',
    kind: 'tooLarge',
    causes: 'A picture was embedded in the documentation, or a wrong file was chosen.',
  },
  BPMN_TOO_COMPLEX: {
    en: 'The BPMN file has more than {limit} {what}. Split the flow into call activities, or check that the right file was chosen.',
    'zh-CN': 'BPMN 文件的{whatZh}超过 {limit}。请用调用活动把流程拆开，或检查是否选错了文件。',
    kind: 'tooLarge',
    causes: 'The file was generated, or made to exhaust the reader.',
  },
  BPMN_DOCTYPE: {
    en: 'The file declares a document type (<!DOCTYPE …>), which a BPMN file never needs and which is not read. Delete the declaration.',
    'zh-CN': '文件中含有文档类型声明（<!DOCTYPE …>）。BPMN 文件不需要它，系统也不会读取。请删除该声明。',
    causes: 'The file was made by hand or by a tool for another format; or it is an attack.',
  },
  BPMN_ENTITY: {
    en: 'The file uses the entity "&{entity};", which is not defined in BPMN. Write the character itself, or one of &lt; &gt; &amp; &quot; &apos;.',
    'zh-CN': '文件中使用了实体“&{entity};”，BPMN 中没有定义它。请直接写出该字符，或使用 &lt; &gt; &amp; &quot; &apos;。',
    causes: 'Text was pasted from an HTML page.',
  },
  BPMN_NOT_XML: {
    en: 'The file is not well-formed XML: {reason} (line {line}). Export it again from the tool that drew it.',
    'zh-CN': '文件不是格式正确的 XML：{reasonZh}（第 {line} 行）。请用绘图工具重新导出。',
    causes: 'The file is of another kind, was cut off, or was edited by hand.',
  },
  BPMN_NOT_BPMN: {
    en: 'The file is XML, but its root <{root}> is not the "definitions" of BPMN 2.0. Choose a BPMN 2.0 file (.bpmn, .bpmn20.xml).',
    'zh-CN': '文件是 XML，但根元素 <{root}> 不是 BPMN 2.0 的 definitions。请选择 BPMN 2.0 文件（.bpmn、.bpmn20.xml）。',
    causes: 'A DMN, XPDL, Visio or BPMN 1.x file was chosen.',
  },
  BPMN_NO_PROCESS: {
    en: 'The BPMN file has no process. Draw a process, or choose another file.',
    'zh-CN': 'BPMN 文件中没有流程。请绘制流程，或选择其他文件。',
    causes: 'The file holds only a collaboration or a choreography.',
  },
  BPMN_ELEMENT_UNKNOWN: {
    en: 'The file has <{element}> (line {line}), which BPMN 2.0 or the tb: extension does not know at this place: {reason}. Remove it or correct its name.',
    'zh-CN': '文件第 {line} 行的 <{element}> 在此处不是 BPMN 2.0 或 tb: 扩展的元素：{reasonZh}。请删除它或更正名称。',
    causes: 'A name is misspelt, or an extension stands outside extensionElements.',
  },
  BPMN_NO_TEXT: {
    en: 'There is no BPMN file: what was handed in is no text. Hand in the XML as a text.',
    'zh-CN': '没有 BPMN 文件：传入的内容不是文本。请传入 XML 文本。',
    causes: 'A file that was not read yet, or read as bytes.',
  },
  BPMN_FLAG_WRONG: {
    en: 'The flag "{attribute}" at "{element}" is "{value}", which is neither true nor false. Write true or false.',
    'zh-CN': '“{element}”的属性“{attribute}”为“{value}”，应为 true 或 false。请更正。',
    causes: 'The file was edited by hand or written by another program: "yes", "TRUE", an empty value.',
  },
  BPMN_ID_ILLEGAL: {
    en: 'The id "{id}" cannot be used: ids start with a letter or "_" and hold letters of a to z, digits, "_", "-" and ".". Give the element another id.',
    'zh-CN': '标识“{id}”不可用：标识应以字母或“_”开头，只含英文字母、数字、“_”“-”“.”。请为该元素换一个标识。',
    causes: 'The id was written in Chinese or starts with a digit; names may be Chinese, ids may not.',
  },
  BPMN_ID_DUPLICATE: {
    en: 'The id "{id}" is used by more than one element. Give each element its own id.',
    'zh-CN': '标识“{id}”被多个元素使用。请为每个元素设置各自的标识。',
    causes: 'Elements were copied in a text editor.',
  },
  BPMN_ID_MISSING: {
    en: 'An element of the kind "{kind}" has no id; "{id}" is used for now. Save the flow with the designer so that it keeps it.',
    'zh-CN': '有一个“{kind}”元素没有标识，暂用“{id}”。请在流程设计器中保存一次，以固定该标识。',
    causes: 'The file was written by a program that leaves ids out.',
  },
  BPMN_REFERENCE_UNRESOLVED: {
    en: '"{element}" refers by {property} to "{target}", which is not in the file. Connect it again, or remove the reference.',
    'zh-CN': '“{element}”的 {property} 指向“{target}”，但文件中没有它。请重新连接，或删除该引用。',
    causes: 'An element was deleted in a text editor, or belongs to another file.',
  },
  BPMN_MESSAGE_UNDECLARED: {
    en: '"{element}" names the {kind} "{target}", which the file does not declare; "{target}" is taken as its name.',
    'zh-CN': '“{element}”使用的{kindZh}“{target}”未在文件中声明，系统以“{target}”作为其名称。',
    causes: 'The tool that wrote the file leaves declarations out.',
  },
  BPMN_EXPRESSION_LANGUAGE: {
    en: 'The {property} of "{element}" is written in "{language}". Write it in FEEL.',
    'zh-CN': '“{element}”的 {property} 使用了语言“{language}”。请改用 FEEL 书写。',
    causes: 'The flow was made for another engine.',
  },
  BPMN_ATTRIBUTE_UNKNOWN: {
    en: '<tb:{tag}> of "{element}" has the attribute "{attribute}", which it does not know. Correct its name or remove it.',
    'zh-CN': '“{element}”的 <tb:{tag}> 中有未知属性“{attribute}”。请更正名称或删除。',
    causes: 'The name is misspelt, or the file is from a newer version.',
  },
  BPMN_ATTRIBUTE_MISSING: {
    en: '<tb:{tag}> of "{element}" needs the attribute "{attribute}". Fill it in.',
    'zh-CN': '“{element}”的 <tb:{tag}> 缺少属性“{attribute}”。请补充。',
    causes: 'A field of the properties panel was left empty.',
  },
  BPMN_ATTRIBUTE_VALUE: {
    en: 'The attribute "{attribute}" of <tb:{tag}> at "{element}" is "{value}"; it must be one of: {allowed}.',
    'zh-CN': '“{element}”的 <tb:{tag}> 属性“{attribute}”为“{value}”，应为以下之一：{allowed}。',
    causes: 'The value is misspelt, or the file is from a newer version.',
  },
  BPMN_EXTENSION_IGNORED: {
    en: '<tb:{tag}> at "{element}" does nothing there. It belongs on: {allowed}. Remove it, or change the kind of the element.',
    'zh-CN': '“{element}”上的 <tb:{tag}> 不起作用，它只适用于：{allowed}。请删除它，或更改该元素的类型。',
    causes: 'The kind of the element was changed, or a list was named without the multi-instance marker.',
  },
  BPMN_CANDIDATES_TOO_MANY: {
    en: '"{element}" names candidates ({candidates}) of whom only one role or some persons can be taken over. Choose who may do it.',
    'zh-CN': '“{element}”的候选人（{candidates}）只能沿用一个角色或若干人员。请重新选择办理人。',
    causes: 'The flow was made for an engine where several groups, or groups and persons, may do one task.',
  },
  BPMN_DATA_NOT_CARRIED: {
    en: 'A data association of "{element}" is not carried out: {why}.',
    'zh-CN': '“{element}”的数据关联不会执行：{whyZh}。',
    causes: 'The flow was drawn for another engine, or the association only shows where data goes.',
  },
  BPMN_DATA_SETS_NOT_AWAITED: {
    en: '"{element}" names several sets of input or output data. They are kept in the file and not waited for: it begins and ends whatever data are there. Draw what is waited for as an event or a condition.',
    'zh-CN': '“{element}”有多组输入或输出数据。文件会保留它们，但运行时不等待数据齐全。需要等待时，请用事件或条件表示。',
    causes: 'The flow was drawn by the letter of the standard, in which an activity waits until one of its input sets is available.',
  },
  BPMN_NAME_FORBIDDEN: {
    en: '"{element}" uses the name "{name}", which is reserved. Choose another name.',
    'zh-CN': '“{element}”使用了保留名称“{name}”。请换一个名称。',
    causes: 'Names such as __proto__ and constructor have a meaning of their own in JavaScript.',
  },
} as const;

/** Makes the errors and problems of this room. */
export const raise: Raise<keyof typeof table> = defineErrors(table);
