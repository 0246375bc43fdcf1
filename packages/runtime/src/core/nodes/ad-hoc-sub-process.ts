/**
 * Ad-hoc sub-process (13.3.5): people begin its activities, in the order and as often as they want, until its condition holds after one of
 * them is done. Rules AH1–AH6; what can be begun is found in `ad-hoc.ts`.
 */
import type { Program, ProgramNode } from '@tongban/model';
import { activity } from '../activity.ts';
import { beginsInAdHoc } from '../ad-hoc.ts';
import { finishActivity } from '../finish-activity.ts';
import type { CannotRun, NodeKind } from '../node-kind.ts';
import { addScopeInstance } from '../open-scope.ts';
import type { PreparedNode } from '../prepared.ts';

export const adHocSubProcess: NodeKind = activity({
  kind: 'adHocSubProcess',
  begin: addScopeInstance,
  innerDone: (run, _node, token, inner) => finishActivity(run, token, inner),
  staysOpen: ({ adHoc }: PreparedNode, { closing, done }) => closing !== true && (adHoc?.completion !== undefined || done !== true),
  cannotRun,
});

function cannotRun({ inner = [] }: ProgramNode, { nodes }: Program): CannotRun | undefined {
  if (inner.some((index) => beginsInAdHoc(nodes[index] as ProgramNode))) return undefined;
  return { what: 'nothingToBegin' };
}
