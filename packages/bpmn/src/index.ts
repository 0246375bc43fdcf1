/**
 * BPMN 2.0 XML ⇄ flow, and the `tb:` extension.
 *
 * @example
 * ```ts
 * import { readBpmn } from '@tongban/bpmn';
 * const { flow, problems } = await readBpmn(xml);
 * ```
 */

export { checkExtension } from './check-extension.ts';
// Errors
export { raise as bpmnErrors } from './errors.ts';
export { BPMN_LIMITS, guardXml } from './guard-xml.ts';
export type { CreateElement, ModdleElement } from './moddle-element.ts';
// Reading
export { plainFlags } from './plain-flags.ts';
export { type BpmnReadResult, readBpmn } from './read-bpmn.ts';
export type { BpmnDocument } from './read-xml.ts';
// Editing a file, everything foreign kept
export { rewriteBpmn } from './rewrite-bpmn.ts';
export { type ExtensionChange, extensionChanges, fromExtension, setExtension } from './set-extension.ts';
// The tb: extension: its descriptor, and moddle objects ⇄ FlowExtension
export { type ModdleDescriptor, type ModdleProperty, type ModdleType, tbModdle } from './tb-moddle.ts';
export { toExtension } from './to-extension.ts';
