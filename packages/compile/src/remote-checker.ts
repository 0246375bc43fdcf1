/**
 * A checker at the other end of a port, e.g. in a worker, so that the page does not stand still while a large measure is checked.
 *
 * @example
 * ```ts
 * // check-worker.ts
 * answerChecks(self);
 * // the page
 * const worker = new Worker(new URL('./check-worker.ts', import.meta.url), { type: 'module' });
 * const checker = remoteChecker(worker, createChecker);
 * ```
 */
import type { Checker, CheckResult, MeasureSources } from '@tongban/model';
import { createChecker } from './checker.ts';

/** One end of a port: a worker, what a worker sees of itself, or a `MessagePort`. */
export interface CheckPort {
  postMessage(message: unknown): void;
  // biome-ignore lint/suspicious/noExplicitAny: the events of workers and ports have different types
  onmessage: ((event: any) => unknown) | null;
  /** Workers have it: the other end could not be started. */
  // biome-ignore lint/suspicious/noExplicitAny: the events of workers and ports have different types
  onerror?: ((event: any) => unknown) | null;
}

interface Question {
  readonly number: number;
  readonly sources: MeasureSources;
}

interface Answer {
  readonly number: number;
  /** Absent when checking failed. */
  readonly result?: CheckResult;
}

/** Answers the checks asked for at the other end of `port`. */
export function answerChecks(port: CheckPort, checker: Checker = createChecker()): void {
  const answer = async ({ number, sources }: Question): Promise<Answer> => {
    try {
      return { number, result: await checker.check(sources) };
    } catch {
      return { number };
    }
  };
  port.onmessage = ({ data }: { readonly data: Question }) => void answer(data).then((given) => port.postMessage(given));
}

/** A checker that asks the other end of `port`; what that cannot answer, the checker that `here` makes answers. */
export function remoteChecker(port: CheckPort, here: () => Checker | Promise<Checker>): Checker {
  const waiting = new Map<number, (result: CheckResult | undefined) => void>();
  let number = 0;
  let isBroken = false;
  const settle = (which: number, result: CheckResult | undefined): void => {
    waiting.get(which)?.(result);
    waiting.delete(which);
  };
  port.onmessage = ({ data }: { readonly data: Answer }) => settle(data.number, data.result);
  port.onerror = () => {
    isBroken = true;
    for (const which of [...waiting.keys()]) settle(which, undefined);
  };
  const ask = (sources: MeasureSources): Promise<CheckResult | undefined> =>
    new Promise((resolve) => {
      number += 1;
      waiting.set(number, resolve);
      port.postMessage({ number, sources } satisfies Question);
    });
  return {
    check: async (sources) => (isBroken ? undefined : await ask(sources)) ?? (await here()).check(sources),
  };
}
