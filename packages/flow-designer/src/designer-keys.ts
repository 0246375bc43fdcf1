/** Keys that hold in the whole designer: undo, redo, find. Where somebody types, undo belongs to the text. */

/** What the keys do. */
export interface KeyActions {
  undo(): void;
  redo(): void;
  /** Absent while search is not there yet. */
  readonly find: (() => void) | undefined;
}

export function pressKey(event: KeyboardEvent, actions: KeyActions): void {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
  const key = event.key.toLowerCase();
  if (key === 'f' && actions.find !== undefined) {
    event.preventDefault();
    actions.find();
    return;
  }
  if (isTyping(event) || event.defaultPrevented || (key !== 'z' && key !== 'y')) return;
  event.preventDefault();
  if (key === 'y' || event.shiftKey) actions.redo();
  else actions.undo();
}

function isTyping(event: KeyboardEvent): boolean {
  const [target] = event.composedPath();
  return target instanceof HTMLElement && target.matches('input, textarea, [contenteditable="true"]');
}
