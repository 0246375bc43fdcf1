/** The sheet as it stands and those before it: one stack, undone and redone in order. */
import type { SheetCommand } from '../commands/sheet-command.ts';
import type { TableSheet } from './table-sheet.ts';

const KEPT_STEPS = 500;

interface Step {
  readonly before: TableSheet;
  readonly after: TableSheet;
  readonly command: SheetCommand;
}

/** See the module comment. */
export class SheetHistory {
  #sheet: TableSheet;
  #done: Step[] = [];
  #undone: Step[] = [];

  constructor(sheet: TableSheet) {
    this.#sheet = sheet;
  }

  get sheet(): TableSheet {
    return this.#sheet;
  }

  get canUndo(): boolean {
    return this.#done.length > 0;
  }

  get canRedo(): boolean {
    return this.#undone.length > 0;
  }

  /** Does `command`; answers whether it changed anything. Commands of one topic that follow one another are one step. */
  run(command: SheetCommand): boolean {
    const before = this.#sheet;
    const after = command.apply(before);
    if (after === before) return false;
    const last = this.#done.at(-1);
    const joins = command.topic !== undefined && last !== undefined && last.command.topic === command.topic && this.#undone.length === 0;
    if (joins) this.#done[this.#done.length - 1] = { before: last.before, after, command };
    else this.#done.push({ before, after, command });
    if (this.#done.length > KEPT_STEPS) this.#done.shift();
    this.#undone = [];
    this.#sheet = after;
    return true;
  }

  /** Takes the last step back; answers what it was. */
  undo(): SheetCommand | undefined {
    const step = this.#done.pop();
    if (step === undefined) return undefined;
    this.#undone.push(step);
    this.#sheet = step.before;
    return step.command;
  }

  /** Does the step taken back last again. */
  redo(): SheetCommand | undefined {
    const step = this.#undone.pop();
    if (step === undefined) return undefined;
    this.#done.push(step);
    this.#sheet = step.after;
    return step.command;
  }
}
