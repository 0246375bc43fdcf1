/** The keys on a field of the canvas: walking, selecting several, moving, deleting, copying. */
import type { ChooseHow } from './field-selection.ts';
import type { Direction } from './move-steps.ts';

/** What a key does there. */
export type CanvasAct =
  | { readonly walk: Direction; readonly how: ChooseHow | 'look' }
  | { readonly step: Direction }
  | { readonly act: 'remove' | 'duplicate' | 'group' | 'selectAll' | 'toggle' };

const DIRECTIONS: Readonly<Record<string, Direction>> = { ArrowUp: 'up', ArrowLeft: 'up', ArrowDown: 'down', ArrowRight: 'down' };

const WITH_CONTROL = { d: 'duplicate', g: 'group', a: 'selectAll', enter: 'toggle' } as const satisfies Readonly<Record<string, string>>;

/** See the module comment. `many`: clicks and arrows leave what is selected. `undefined` when the key means nothing here. */
export function canvasAct(event: KeyboardEvent, many: boolean): CanvasAct | undefined {
  const control = event.ctrlKey || event.metaKey;
  const direction = DIRECTIONS[event.key];
  if (direction !== undefined) {
    if (event.altKey) return { step: direction };
    if (event.shiftKey) return { walk: direction, how: 'upTo' };
    return { walk: direction, how: control || many ? 'look' : 'only' };
  }
  if (control) {
    const key = event.key.toLowerCase();
    return Object.hasOwn(WITH_CONTROL, key) ? { act: WITH_CONTROL[key as keyof typeof WITH_CONTROL] } : undefined;
  }
  return event.key === 'Delete' || event.key === 'Backspace' ? { act: 'remove' } : undefined;
}
