/** Tells the designer what happens in the diagram, and keeps the diagram from being edited where it may only be looked at. */
import type { Problem } from '@tongban/model';
import type { GetService } from './services.ts';
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
  bus.on(EDITING, 5000, () => (watcher.canDraw() ? undefined : false));
  listenToFingers(get, () => watcher.canDraw());
}
