/** The form as it stands and the commands that made it so: one stack, undone and redone in order. */
import type { FormDocument } from '@tongban/model';
import type { DesignCommand } from './design-command.ts';

/** As many steps are kept; older ones can no longer be undone. */
const KEPT_STEPS = 500;

/** See the module comment. */
export class DesignHistory {
  #form: FormDocument;
  #done: DesignCommand[] = [];
  #undone: DesignCommand[] = [];
  #open = false;

  constructor(form: FormDocument) {
    this.#form = form;
  }

  get form(): FormDocument {
    return this.#form;
  }

  get canUndo(): boolean {
    return this.#done.length > 0;
  }

  get canRedo(): boolean {
    return this.#undone.length > 0;
  }

  /** Does `command`. It joins the step before it when both have one topic and {@link endStep} was not called between. */
  run(command: DesignCommand): void {
    this.#form = command.execute(this.#form);
    this.#undone = [];
    const last = this.#done.at(-1);
    const joins = this.#open && last !== undefined && command.topic !== undefined && command.topic === last.topic;
    if (joins) this.#done[this.#done.length - 1] = joined(last, command);
    else this.#done.push(command);
    if (this.#done.length > KEPT_STEPS) this.#done.shift();
    this.#open = true;
  }

  /** What comes next is a step of its own. */
  endStep(): void {
    this.#open = false;
  }

  /** Takes the last step back; answers what it was. */
  undo(): DesignCommand | undefined {
    const command = this.#done.pop();
    if (command === undefined) return undefined;
    this.#form = command.revert(this.#form);
    this.#undone.push(command);
    this.#open = false;
    return command;
  }

  /** Does the step taken back last again. */
  redo(): DesignCommand | undefined {
    const command = this.#undone.pop();
    if (command === undefined) return undefined;
    this.#form = command.execute(this.#form);
    this.#done.push(command);
    this.#open = false;
    return command;
  }
}

// commands of one topic write the same place anew, so the last one and the first revert are all of them
function joined(first: DesignCommand, second: DesignCommand): DesignCommand {
  return { ...second, revert: first.revert };
}
