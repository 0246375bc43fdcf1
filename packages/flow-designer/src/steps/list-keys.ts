/** The keys of the step list: arrows walk, Enter sets up, Insert adds, F2 renames, Delete takes away, Alt + arrows move. */
import type { StepList } from './step-list.ts';

export function listKeys(event: KeyboardEvent, list: StepList): void {
  const line = (event.target as Element).closest<HTMLElement>('.step-name');
  if (line === null || event.ctrlKey || event.metaKey || event.isComposing) return;
  if (event.altKey ? moves(event, list) : walks(event, line) || edits(event, list)) {
    event.preventDefault();
    event.stopPropagation();
  }
}

function walks(event: KeyboardEvent, line: HTMLElement): boolean {
  const all = [...(event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>('.step-name')];
  const at = all.indexOf(line);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
  const next = to === undefined ? undefined : all[Math.min(all.length - 1, Math.max(0, to))];
  if (next === undefined) return false;
  next.focus();
  if (next.dataset['line'] === undefined) next.click();
  return true;
}

function edits(event: KeyboardEvent, list: StepList): boolean {
  const { selected, readonly } = list.host;
  if (selected === undefined) return false;
  switch (event.key) {
    case 'Enter':
      list.host.openPanel();
      return true;
    case 'F2':
      if (!readonly) list.startRename(selected);
      return true;
    case 'Insert':
      if (!readonly) list.commands.insert(selected, 'userTask');
      return true;
    case 'Delete':
    case 'Backspace':
      if (!readonly) list.commands.removeSelected();
      return true;
    default:
      return false;
  }
}

function moves(event: KeyboardEvent, list: StepList): boolean {
  const by = ({ ArrowUp: -1, ArrowDown: 1 } as const)[event.key];
  if (by === undefined || list.host.selected === undefined || list.host.readonly) return false;
  list.commands.moveBy(list.host.selected, by);
  return true;
}
