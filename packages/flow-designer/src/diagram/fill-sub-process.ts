/** A sub-process that is added or dropped is no empty box: it begins, has one step, and ends. */
import { GAP } from './geometry.ts';
import { KINDS, type KindName } from './kinds.ts';
import type { DiagramElement, GetService } from './services.ts';

/** Puts a beginning, a step and an end into `sub`, which is empty. Answers the step. */
export function fillSubProcess(get: GetService, sub: DiagramElement): DiagramElement {
  const y = sub.y + sub.height / 2;
  const put = (kind: KindName, x: number): DiagramElement => get('modeling').createShape(KINDS[kind].shape, { x, y }, sub);
  const step = put('userTask', sub.x + sub.width / 2);
  get('modeling').connect(put('startEvent', sub.x + GAP), step);
  get('modeling').connect(step, put('endEvent', sub.x + sub.width - GAP));
  return step;
}

/** What dropping an empty sub-process asks for: the name of the step in it. */
export interface FillHints {
  readonly stepName?: string;
}

/** Fills sub-processes that are dropped with these hints, in the same step of undo. */
export function fillWhatIsDropped(get: GetService): void {
  get('eventBus').on('commandStack.elements.create.postExecuted', ({ context }) => {
    const name = context?.hints?.stepName;
    const [sub] = context?.elements ?? [];
    if (name === undefined || sub === undefined) return;
    get('modeling').updateProperties(fillSubProcess(get, sub), { name });
  });
}
