/** The words of bpmn-js itself. What it asks for and we do not have is remembered, so that a test can fail on it. */
import { fillPlaceholders, type Locale } from '@tongban/model';

/** What bpmn-js asked for and our dictionary lacks. */
export const untranslatedByDiagram: Set<string> = new Set();

/** The `translate` service of bpmn-js, in the language that `locale` answers when it is asked. */
export function diagramTranslate(locale: () => Locale): (template: string, replacements?: Record<string, string>) => string {
  return (template, replacements = {}) => {
    const chinese = CHINESE[template];
    if (chinese === undefined) untranslatedByDiagram.add(template);
    return fillPlaceholders(locale() === 'en' ? template : (chinese ?? template), replacements);
  };
}

const CHINESE: Readonly<Record<string, string>> = {
  'Open {element}': '打开“{element}”',
  'flow elements must be children of pools/participants': '环节必须放在泳道（部门）中',
  'element required': '缺少元素',
  'no diagram to display': '文件中没有可显示的流程图',
  'no process or collaboration to display': '文件中没有可显示的流程',
  'no plane for diagram': '流程图缺少画面',
  'failed to import {element}': '无法读取“{element}”',
  'diagram not part of bpmn:Definitions': '流程图不属于该文件',
  'element {element} referenced by {referenced}#{property} not yet drawn': '“{referenced}”的 {property} 所指的“{element}”尚未绘制',
  'element {element} has multiple diagram interchange': '“{element}”有多个图形',
  'multiple DI elements defined for {element}': '“{element}”有多个图形',
  'already rendered {element}': '“{element}”已经绘制',
  'missing {semantic}#attachedToRef': '“{semantic}”没有依附的环节',
  'unknown di {di} for element {semantic}': '“{semantic}”的图形 {di} 无法识别',
  '{semantic}#{side} Ref not specified': '连线“{semantic}”的一端（{side}）没有指定',
  'correcting missing bpmnElement on {plane} to {rootElement}': '已将画面 {plane} 对应到 {rootElement}',
  'unsupported bpmnElement {element} for {plane}': '画面 {plane} 不支持 {element}',
  'unrecognized flowElement {element} in context {context}': '“{context}”中的“{element}”无法识别',
  'unrecognized element {element} in context {context}': '“{context}”中的“{element}”无法识别',
  'out of bounds release': '放到了画布以外',
  'more than {count} child lanes': '下级泳道超过 {count} 条',
  'Search in diagram': '在图中查找',
  'Connect to other element': '连接到其他环节',
};
