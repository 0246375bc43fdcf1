/** Tells the designer what happens in the diagram, and keeps the diagram from being edited where it may only be looked at. */
import type { Problem } from '@tongban/model';
import type { DiagramEvent, GetService } from './services.ts';
import { REFUSED } from './shared-clipboard.ts';
import { listenToFingers } from './touch.ts';

/** Who is told. */
export interface DiagramWatcher {
  /** Whether shapes may be moved, resized and renamed in the drawing. */
  canDraw(): boolean;
  onEdit(): void;
  onSelection(): void;
  /** Something that is shown may look different now. */
  onChange(): void;
  /** What was pasted is not taken. */
  onRefused(problem: Problem): void;
}

const EDITING = [
  'contextPad.open.allowed',
  'element.dblclick',
  'keyboard.keydown',
  'shape.move.start',
  'connectionSegment.move.start',
  'bendpoint.move.start',
  'resize.start',
];

export function watchDiagram(get: GetService, watcher: DiagramWatcher): void {
  const bus = get('eventBus');
  bus.on('commandStack.changed', () => watcher.onEdit());
  bus.on('selection.changed', () => watcher.onSelection());
  bus.on(['element.changed', 'shape.added', 'connection.added'], () => watcher.onChange());
  bus.on(REFUSED, ({ problem }) => problem && watcher.onRefused(problem));
  bus.on('directEditing.activate', 100, () => selectText(get));
  bus.on('element.click', 2000, (event) => keepSelected(get, event));
  bus.on(EDITING, 5000, () => (watcher.canDraw() ? undefined : false));
  listenToFingers(get, () => watcher.canDraw());
}

// bpmn-js lets go of what is pressed again; whoever presses twice has not changed their mind
function keepSelected(get: GetService, event: DiagramEvent): void {
  const { element, originalEvent } = event;
  const [selected, other] = get('selection').get();
  const adds = originalEvent instanceof MouseEvent && (originalEvent.shiftKey || originalEvent.ctrlKey || originalEvent.metaKey);
  if (adds || selected !== element || other !== undefined) return;
  get('contextPad').open(element, true);
  event.stopPropagation();
}

// typing replaces the name, as everywhere where something is renamed
function selectText(get: GetService): void {
  const text = get('canvas').getContainer().querySelector('.djs-direct-editing-content');
  if (text !== null) getSelection()?.selectAllChildren(text);
}
