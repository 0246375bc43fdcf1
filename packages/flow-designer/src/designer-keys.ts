/** Keys that hold in the whole designer: undo, redo, find, back to the flow. Where somebody types, undo belongs to the text. */

/** What the keys do. */
export interface KeyActions {
  undo(): void;
  redo(): void;
  /** Leaves what stands beside the flow. */
  back(): void;
  /** Absent while search is not there yet. */
  readonly find: (() => void) | undefined;
}

export function pressKey(event: KeyboardEvent, actions: KeyActions): void {
  if (event.key === 'Escape' && !event.defaultPrevented && !event.isComposing && isBeside(event)) {
    actions.back();
    return;
  }
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

// a dialog closes by itself
function isBeside(event: KeyboardEvent): boolean {
  const inDialog = event.composedPath().some((one) => one instanceof HTMLDialogElement);
  return !inDialog && (event.target as Element).closest('.side') !== null;
}
