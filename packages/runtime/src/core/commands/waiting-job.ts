/** Finds the job that a command is about, and takes it off the list when it is over. */
import type { Problem } from '@tongban/model';
import type { Run } from '../run.ts';
import type { Token } from '../state.ts';
import { raise } from '../step-errors.ts';

/** The token that waits for a job; undefined when none does any more. */
export function waitingFor(run: Run, jobId: number): Token | undefined {
  const job = run.draft.jobs?.find(({ id }) => id === jobId);
  return job === undefined ? undefined : run.token(job.token);
}

/** The job is over. */
export function closeJob(run: Run, jobId: number, how: 'finished' | 'failed'): void {
  run.takeFrom('jobs', ({ id }) => id === jobId);
  run.effects.push({ kind: 'closeJob', jobId, how });
}

/** That nothing waits for it. */
export function jobClosed(run: Run, jobId: number): Problem {
  return raise.problem('RUNTIME_JOB_CLOSED', {}, { caseId: run.draft.caseId, jobId });
}
