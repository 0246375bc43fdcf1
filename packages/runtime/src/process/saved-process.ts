/** A process in memory as it is saved: plain JSON, for `restoreProcess` and the same program (PM1). */
import type { CaseEffect } from '../core/effect.ts';
import type { PreparedRelease } from '../core/prepared.ts';
import type { CaseState } from '../core/state.ts';
import { raise } from '../errors.ts';
import type { SavedMail } from './process-mail.ts';
import type { ProcessTask } from './process-options.ts';

/** What `process.toJSON()` gives. Keep it as it is; only its version and instant are meant to be read. */
export interface SavedProcess {
  readonly formatVersion: 1;
  /** The present when it was saved. */
  readonly savedAt: number;
  /** Ids of the nodes and flows of its program, which the state counts. */
  readonly elements: readonly string[];
  /** Absent while it is not started. */
  readonly state?: CaseState | undefined;
  readonly tasks: readonly ProcessTask[];
  readonly mail: SavedMail;
  /** Handlers under way and those still to be called, messages still to be sent. */
  readonly work: readonly CaseEffect[];
  readonly commands: number;
  /** When it starts by itself, for each of its start timers. */
  readonly startsAt: readonly number[];
}

/** The ids of a program, in its order. */
export function elementsOf({ nodes, flows }: PreparedRelease): readonly string[] {
  return [...nodes.map(({ id }) => id), ...flows.map(({ id }) => id)];
}

/** Refuses what cannot be restored. @throws RUNTIME_PROCESS_NOT_RESTORED */
export function checkSaved(saved: SavedProcess, prepared: PreparedRelease, processId: string): void {
  const { formatVersion, elements, tasks, mail, work } = saved as Partial<SavedProcess>;
  const whole = [elements, tasks, work, mail?.waiting, mail?.kept, mail?.seen].every((part) => Array.isArray(part));
  if (formatVersion !== 1 || !whole) throw refused(processId, 'it is not what toJSON() gave', '不是 toJSON() 保存的内容');
  const known = elementsOf(prepared);
  const fits = known.length === elements?.length && known.every((id, at) => id === elements[at]);
  if (!fits) throw refused(processId, 'its program has other elements', '流程的元素与保存时不同');
}

function refused(processId: string, why: string, whyZh: string): Error {
  return raise('RUNTIME_PROCESS_NOT_RESTORED', { processId, why, whyZh });
}
