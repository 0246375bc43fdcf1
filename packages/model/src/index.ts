/**
 * Everything Tongban works with, as plain data, and the ports that others implement.
 *
 * @example
 * ```ts
 * import { defineErrors, textIn } from '@tongban/model';
 * textIn({ 'zh-CN': '模拟审批', en: 'Mock approval' }, 'en'); // 'Mock approval'
 * ```
 */
// Words, JSON, values on the wire, errors and problems

// People, records, and the services the elements talk to
export * from './actor.ts';
export * from './calendar-data.ts';
export * from './case-operations.ts';
export * from './case-service.ts';
export * from './decision-table.ts';
export * from './deputyship.ts';
export * from './document-template.ts';
export * from './errors.ts';
export * from './file-upload.ts';
// FEEL and decision tables, parsed
export * from './feel-tree.ts';
export * from './findings.ts';
// Flow: BPMN as data, our extension, the picture, the compiled program
export * from './flow.ts';
export * from './flow-extension.ts';
export * from './flow-picture.ts';
// Forms, documents, items, time
export * from './form.ts';
export * from './host-service.ts';
export * from './host-views.ts';
export * from './item.ts';
export * from './item-modes.ts';
export * from './json.ts';
export * from './limit.ts';
export * from './lock.ts';
// Measures, releases, scenarios
export * from './measure.ts';
export * from './measure-service.ts';
export * from './program.ts';
export * from './records.ts';
export * from './reference-list.ts';
export * from './release.ts';
export * from './scenario.ts';
export * from './simulation.ts';
export * from './text.ts';
export * from './wire.ts';
