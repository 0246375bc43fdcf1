/** People who are asked to sign beside a task, in the reference interpreter: before it, after it, in its place, or in the list it is one of. */
import type { Asked, RefToken } from './reference-case.ts';
import { ReferenceLoops } from './reference-loops.ts';

/** The case with those who were asked. */
export abstract class ReferenceSigners extends ReferenceLoops {
  /** Whether it is the open task of a person. */
  isTask({ node: index, scope, flow, incident, signed }: RefToken): boolean {
    const { kind, loop } = this.node(index);
    const isOne = loop === undefined || this.isInstanceOf(scope, index);
    return kind === 'userTask' && isOne && flow === undefined && incident === undefined && signed !== true;
  }

  /** Whether it stands still until others have answered. */
  isHeld(task: RefToken): boolean {
    return this.tokens.some(({ asked }) => asked?.task === task && asked.how !== 'after');
  }

  /** Somebody is asked to sign. Whether that makes sense. */
  protected askTo(task: RefToken, how: Exclude<Asked['how'], 'return'>): boolean {
    const { loop } = this.node(task.node);
    const isInLine = loop?.kind === 'multiInstance' && loop.sequential;
    if (!this.isTask(task) || task.asked !== undefined || (how === 'delegate' ? this.isHeld(task) : isInLine)) return false;
    if (how === 'after') task.after = (task.after ?? 0) + 1;
    else this.put(task.node, task.scope, undefined, { task, how });
    return true;
  }

  /** A task is done: what was asked is answered, those after it sign, or it is left. */
  protected done(task: RefToken): void {
    const { asked } = task;
    if (asked !== undefined) {
      this.remove(task);
      if (asked.how === 'after') this.signAfter(asked.task);
    } else this.signAfter(task);
  }

  /** Who was asked is not asked any more. */
  protected takeBack(signer: RefToken): boolean {
    const { asked } = signer;
    if (asked === undefined) return false;
    this.remove(signer);
    if (asked.how === 'after') this.signAfter(asked.task);
    return true;
  }

  private signAfter(task: RefToken): void {
    if ((task.after ?? 0) === 0) {
      this.finish(task);
      return;
    }
    task.after = (task.after as number) - 1;
    task.signed = true;
    this.put(task.node, task.scope, undefined, { task, how: 'after' });
  }
}
