/** What would become of a case from paper: the step is taken and thrown away. */
import type { EnterOrder, EntryPreview } from '@tongban/model';
import { step } from '../core/step.ts';
import { spoken, stepProblem } from '../in-words.ts';
import { clockReadings } from './clock-readings.ts';
import { entryCommand } from './enter-case.ts';
import type { ServiceContext } from './service-context.ts';
import { nodeName } from './words.ts';

/** The preview. */
export async function previewEntry(context: ServiceContext, order: Omit<EnterOrder, 'commandId'>): Promise<EntryPreview> {
  const nothing = { clocks: [], opens: [] };
  const prepared = await entryCommand(context, { ...order, commandId: 'preview' }, () => 'preview');
  if ('problems' in prepared) return { ...nothing, problems: prepared.problems };
  const { ready, command } = prepared;
  const outcome = spoken(() => step(ready.prepared, undefined, command));
  if (outcome.refused !== undefined) return { ...nothing, problems: outcome.refused.map(stepProblem) };
  const opened = outcome.events.flatMap((event) => (event.kind === 'taskOpened' ? [event.nodeId] : []));
  return {
    problems: [],
    clocks: clockReadings(ready, outcome.state, command.now),
    opens: opened.map((id) => ({ id, name: nodeName(ready, id) })),
  };
}
