/** What turning a step into a commit needs. */
import type { Digest } from '../audit/digest.ts';
import type { CaseCommand } from '../core/command.ts';
import type { StepResult } from '../core/result.ts';
import type { CommandRow, JobRow } from '../store/store.ts';
import type { LiveCase } from './live-case.ts';
import type { ReadyRelease } from './ready-release.ts';

/** What seals the audit chain. */
export interface Sealing {
  readonly digest: Digest;
  /** A text that nobody can guess, a new one at each call. */
  readonly newSalt: () => string;
}

/** What a commit needs beside the step. */
export interface CommitFacts {
  /** The case before; absent when it starts. */
  readonly before: LiveCase | undefined;
  readonly ready: ReadyRelease;
  readonly result: StepResult;
  readonly now: number;
  /** What was ordered of the case, and how the store remembers it. */
  readonly ordered: CaseCommand;
  readonly command: CommandRow;
  readonly sealing: Sealing;
  readonly guard?: { readonly taskId: string; readonly revision: number } | undefined;
  /** The job that ran, when the command is its outcome. */
  readonly job?: JobRow | undefined;
  /** People hear of tasks that open or are handed to them. */
  readonly noticeTasks: boolean;
  /** The number of the task that the actor acted on, and how. */
  readonly acted?: { readonly task: number; readonly outcome?: string | undefined } | undefined;
}
