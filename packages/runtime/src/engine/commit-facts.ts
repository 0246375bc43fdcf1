/** What turning a step into a commit needs. */
import type { StepResult } from '../core/result.ts';
import type { CommandRow, JobRow } from '../store/store.ts';
import type { LiveCase } from './live-case.ts';
import type { ReadyRelease } from './ready-release.ts';

/** What a commit needs beside the step. */
export interface CommitFacts {
  /** The case before; absent when it starts. */
  readonly before: LiveCase | undefined;
  readonly ready: ReadyRelease;
  readonly result: StepResult;
  readonly now: number;
  readonly command: CommandRow;
  readonly guard?: { readonly taskId: string; readonly revision: number } | undefined;
  /** The job that ran, when the command is its outcome. */
  readonly job?: JobRow | undefined;
  /** The number of the task that the actor acted on, and how. */
  readonly acted?: { readonly task: number; readonly outcome?: string | undefined } | undefined;
}
