/** The decision model as it stands and those before it: one stack, undone and redone in order. */
import type { DecisionModel } from '@tongban/model';

const KEPT_STEPS = 200;

/** See the module comment. */
export class ModelHistory {
  #model: DecisionModel;
  #done: DecisionModel[] = [];
  #undone: DecisionModel[] = [];
  #topic: string | undefined;

  constructor(model: DecisionModel) {
    this.#model = model;
  }

  get model(): DecisionModel {
    return this.#model;
  }

  get canUndo(): boolean {
    return this.#done.length > 0;
  }

  get canRedo(): boolean {
    return this.#undone.length > 0;
  }

  /** Goes on with `next`; answers whether it differs. Edits of one topic that follow one another are one step. */
  run(next: DecisionModel, topic?: string): boolean {
    if (next === this.#model) return false;
    const joins = topic !== undefined && topic === this.#topic && this.#undone.length === 0;
    if (!joins) this.#done.push(this.#model);
    if (this.#done.length > KEPT_STEPS) this.#done.shift();
    this.#topic = topic;
    this.#undone = [];
    this.#model = next;
    return true;
  }

  undo(): boolean {
    return this.#move(this.#done, this.#undone);
  }

  redo(): boolean {
    return this.#move(this.#undone, this.#done);
  }

  #move(from: DecisionModel[], to: DecisionModel[]): boolean {
    const next = from.pop();
    if (next === undefined) return false;
    to.push(this.#model);
    this.#topic = undefined;
    this.#model = next;
    return true;
  }
}
