/** Which kinds of node are activities: work that is begun and done, in contrast to events and gateways. */
import type { ProgramNode } from '@tongban/model';

const ACTIVITIES: ReadonlySet<string> = new Set<ProgramNode['kind']>([
  'task',
  'manualTask',
  'userTask',
  'serviceTask',
  'scriptTask',
  'businessRuleTask',
  'sendTask',
  'receiveTask',
  'subProcess',
  'transaction',
  'adHocSubProcess',
  'callActivity',
]);

/** Whether a node is an activity. */
export function isActivity({ kind }: ProgramNode): boolean {
  return ACTIVITIES.has(kind);
}
