/**
 * Crashes: a storage that dies before or after its n-th write, as a process does. What was written stays, whoever waited gets an error,
 * and nothing works any more until a new engine is started on the same data.
 *
 * @example
 * ```ts
 * for (let n = 1; ; n++) {
 *   const crash = crashing(storage, n, 'after');
 *   await work(crash.storage).catch(crash.expect);
 *   if (!crash.happened()) break;
 * }
 * ```
 */
import type { Storage } from '../store/store.ts';

/** Thrown by everything of a storage that has died. */
export class ProcessDied extends Error {
  override readonly name = 'ProcessDied';
  constructor() {
    super('The process died (a crash that this test asked for).');
  }
}

/** A storage with a crash planned. */
export interface CrashingStorage {
  readonly storage: Storage;
  readonly happened: () => boolean;
  /** How many writes there were. */
  readonly writes: () => number;
  /** Passes over the crash; throws anything else again. */
  readonly expect: (error: unknown) => void;
}

const WRITES: ReadonlySet<string> = new Set([
  ...['commit', 'saveDraft', 'leaseTimers', 'leaseJobs', 'finish', 'keepMessage', 'dropMessage'],
  ...['deposit', 'makeCurrent', 'leaseStarts', 'moveStart', 'issue', 'setStatus', 'saveProject', 'put', 'save'],
]);

/** `storage` that dies `when` its `n`-th write comes: before it is done, or after, when nobody has heard of it yet. */
export function crashing(storage: Storage, n: number, when: 'before' | 'after'): CrashingStorage {
  let writes = 0;
  let dead = false;
  const die = (): never => {
    dead = true;
    throw new ProcessDied();
  };
  const call = async (method: (...given: unknown[]) => Promise<unknown>, name: string, given: unknown[]): Promise<unknown> => {
    if (dead) die();
    const fatal = WRITES.has(name) && ++writes === n;
    if (fatal && when === 'before') die();
    const answer = await method(...given);
    if (fatal) die();
    return answer;
  };
  const wrap = <Part extends object>(part: Part): Part =>
    new Proxy(part, {
      get(target, name) {
        const member: unknown = Reflect.get(target, name);
        if (typeof member !== 'function' || typeof name !== 'string') return member;
        return (...given: unknown[]) => call(member.bind(target), name, given);
      },
    });
  return {
    storage: {
      traits: storage.traits,
      cases: wrap(storage.cases),
      measures: wrap(storage.measures),
      records: wrap(storage.records),
      files: wrap(storage.files),
      deputies: wrap(storage.deputies),
      close: () => storage.close(),
    },
    happened: () => dead,
    writes: () => writes,
    expect(error) {
      if (!(error instanceof ProcessDied)) throw error;
    },
  };
}
