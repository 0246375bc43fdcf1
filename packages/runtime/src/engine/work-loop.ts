/** The background loop of an engine: runs due work, sleeps until more is due, and wakes when something was committed. */
import type { Storage } from '../store/store.ts';
import type { WallClock } from './engine-options.ts';
import type { Worker } from './worker.ts';

/** Calls `run` after `ms`; answers a function that cancels it. `setTimeout` of the host, or a virtual clock. */
export type Schedule = (ms: number, run: () => void) => () => void;

/** Sleeps at most this long, so that work of other processes is found. */
const LONGEST_SLEEP_MS = 15_000;
/** After a fault. */
const PAUSE_AFTER_FAULT_MS = 1_000;

/** What a loop works with. */
export interface WorkLoopOptions {
  readonly worker: Worker;
  readonly storage: Pick<Storage, 'cases' | 'measures'>;
  readonly clock: WallClock;
  readonly onFault: (fault: unknown) => void;
  /** Called after each turn. */
  readonly turned: () => void;
}

/** A loop that can be started and stopped. */
export class WorkLoop {
  readonly #options: WorkLoopOptions;
  #schedule: Schedule | undefined;
  #cancel: (() => void) | undefined;
  #running: Promise<void> | undefined;
  #again = false;

  constructor(options: WorkLoopOptions) {
    this.#options = options;
  }

  start(schedule: Schedule): void {
    if (this.#schedule !== undefined) return;
    this.#schedule = schedule;
    this.wake();
  }

  /** Ends the loop; resolves when the work at hand is done. */
  async stop(): Promise<void> {
    this.#schedule = undefined;
    this.#cancel?.();
    await this.#running;
  }

  /** Looks for work now. */
  wake(): void {
    if (this.#schedule === undefined) return;
    this.#again = true;
    if (this.#running !== undefined) return;
    this.#cancel?.();
    this.#running = this.#turn().finally(() => {
      this.#running = undefined;
      if (this.#again) this.wake();
    });
  }

  async #turn(): Promise<void> {
    this.#again = false;
    const { worker, storage, clock, onFault, turned } = this.#options;
    let sleepMs = PAUSE_AFTER_FAULT_MS;
    try {
      await worker.runDue(clock.now());
      const dues = [await storage.cases.nextDue(), await storage.measures.nextStart()].filter((due) => due !== undefined);
      sleepMs = Math.min(...dues.map((due) => Math.max(due - clock.now(), 0)), LONGEST_SLEEP_MS);
      turned();
    } catch (fault) {
      onFault(fault);
    }
    this.#cancel = this.#schedule?.(sleepMs, () => this.wake());
  }
}
