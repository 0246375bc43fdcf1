/** Finds a place for what is added to a flow, and keeps what is drawn by hand in order. Loaded when a flow is opened. */
import { fillSubProcess, fillWhatIsDropped } from './fill-sub-process.ts';
import { attachTo, insertAfter, insertFree } from './insert-step.ts';
import { isFlowNode, KINDS } from './kinds.ts';
import { leadLinesAround } from './lead-around.ts';
import { endBeside, type NewStep, opensWay, openWay } from './open-way.ts';
import { makeRoomOnLines } from './room-on-lines.ts';
import type { DiagramElement, GetService } from './services.ts';

/** Makes room on lines, leads lines around steps and fills sub-processes, from now on. */
export function watchPlaces(get: GetService): void {
  makeRoomOnLines(get);
  leadLinesAround(get);
  fillWhatIsDropped(get);
}

/**
 * Adds `step` behind `after`, on it, beside what follows it, or where there is room; `join`: where the ways out of `after` meet. `name`:
 * of the step, or of the step inside a sub-process.
 */
export function placeStep(
  get: GetService,
  step: NewStep,
  name: string,
  after: DiagramElement | undefined,
  join: DiagramElement | undefined,
): DiagramElement {
  const made = placed(get, step, after, join);
  const named = step.kind === 'subProcess' ? fillSubProcess(get, made) : made;
  if (name !== '') get('modeling').updateProperties(named, { name });
  return made;
}

const STANDS_ALONE: ReadonlySet<string> = new Set([
  'bpmn:Participant',
  'bpmn:StartEvent',
  'bpmn:DataObjectReference',
  'bpmn:TextAnnotation',
  'bpmn:Group',
]);

function placed(get: GetService, step: NewStep, after: DiagramElement | undefined, join: DiagramElement | undefined): DiagramElement {
  const { kind, ready } = step;
  const { type } = KINDS[kind].shape;
  if (after === undefined || !leadsOn(after) || STANDS_ALONE.has(type)) return insertFree(get, kind, ready);
  if (type === 'bpmn:BoundaryEvent') return attachTo(get, after, kind);
  const from = after.source ?? after;
  if (type === 'bpmn:EndEvent' && !opensWay(from) && from.outgoing.length > 0) return endBeside(get, from, step);
  return opensWay(after) ? openWay(get, after, join, step) : insertAfter(get, after, kind, ready);
}

function leadsOn(element: DiagramElement): boolean {
  return element.type === 'bpmn:SequenceFlow' || (isFlowNode(element) && element.type !== 'bpmn:EndEvent');
}
