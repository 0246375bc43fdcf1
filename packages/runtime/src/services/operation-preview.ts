/** What a command would do, in the words of people: the step is taken and thrown away. */
import type { Finding, OperationPreview, Problem } from '@tongban/model';
import type { CaseCommand } from '../core/command.ts';
import { previewCommand, warned } from '../core/preview-command.ts';
import type { LiveCase } from '../engine/live-case.ts';
import { taskIdOf } from '../engine/task-id.ts';
import { stepProblem } from '../in-words.ts';
import { nodeName, whoDoes } from './words.ts';

/** The preview of what would be refused. */
export function refusedPreview(problems: readonly Problem[]): OperationPreview {
  return { cancels: [], opens: [], holds: [], stops: [], starts: [], problems };
}

/** What is left behind, each gateway by the name that people know. */
export function warningsInWords({ ready }: LiveCase, warnings: readonly Finding[]): readonly Problem[] {
  return warnings.map((warning) => {
    const elementName = nodeName(ready, warning.place.elementId ?? '');
    const place = { ...warning.place, elementName };
    return stepProblem({ ...warning, place, details: { ...warning.details, nodeName: elementName } });
  });
}

/** The preview of a command. */
export function previewOf(live: LiveCase, command: CaseCommand): OperationPreview {
  const { cancels, opens, holds, stops, starts, ends, refused, warnings = [] } = previewCommand(live.ready.prepared, live.state, command);
  if (refused !== undefined) return refusedPreview(refused.map(stepProblem));
  const named = (nodeId: string): { readonly nodeId: string; readonly name: string } => ({ nodeId, name: nodeName(live.ready, nodeId) });
  const task = ({ taskId, nodeId }: { readonly taskId: number; readonly nodeId: string }) => {
    const row = live.tasks.find((one) => one.taskId === taskIdOf(live.caseId, taskId));
    return { ...named(nodeId), ...(row === undefined ? {} : { who: row.signer?.name ?? whoDoes(live, row.candidates, row.assignee) }) };
  };
  return {
    cancels: cancels.map(task),
    opens: opens.map(({ nodeId }) => named(nodeId)),
    holds: holds.map(task),
    stops: stops.map(named),
    starts: starts.map(named),
    ...(ends === undefined ? {} : { ends: ends.kind }),
    ...warned(warningsInWords(live, warnings)),
  };
}
