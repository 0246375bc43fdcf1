/** The lock of a part as the designer sees it: set by the measure this one is a copy of, or by this measure for its own copies. */
import { type Lock, type LockedPart, lockOf } from '@tongban/model';
import type { FlowContext } from '../flow-context.ts';

/** A lock, and who set it. */
export interface SeenLock {
  readonly lock: Lock;
  /** What people call the measure that set it; absent when it is this one, whose people may take it off. */
  readonly by?: string;
}

/** The lock of a part of the flow or of a limit; what the base says comes first. */
export function seenLock(context: FlowContext | undefined, part: LockedPart, id: string): SeenLock | undefined {
  const given = lockOf(context?.lockedBy?.manifest.locks, part, id);
  if (given !== undefined) return { lock: given, by: context?.lockedBy?.title ?? '' };
  const own = lockOf(context?.manifest.locks, part, id);
  return own === undefined ? undefined : { lock: own };
}

/** Whether people of this measure set its locks: a measure that is a copy has those of its base. */
export function setsLocks(context: FlowContext | undefined): boolean {
  return context !== undefined && context.lockedBy === undefined && context.manifest.extends === undefined;
}
