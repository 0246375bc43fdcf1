/**
 * BPMN 2.0 XML ⇄ {@link Flow}, and the `tb:` extension.
 *
 * @example
 * ```ts
 * import { readBpmn } from '@tongban/bpmn';
 * const { flow, problems } = await readBpmn(xml);
 * ```
 */
// The tb: extension
export { type ModdleDescriptor, type ModdleProperty, type ModdleType, tbModdle } from './tb-moddle.ts';
