/** Finds the job that a command is about, and takes it off the list when it is over. */
import type { Finding } from '@tongban/model';
import { finding } from '../raise.ts';
import type { Run } from '../run.ts';
import type { Token } from '../state.ts';

/** The token that waits for a job; undefined when none does any more. */
export function waitingFor(run: Run, jobId: number): Token | undefined {
  const job = run.draft.jobs?.find(({ id }) => id === jobId);
  return job === undefined ? undefined : run.token(job.token);
}

/** The job is over. */
export function closeJob(run: Run, jobId: number, how: 'finished' | 'failed'): void {
  run.takeFrom('jobs', ({ id }) => id === jobId);
  run.order({ kind: 'closeJob', jobId, how });
}

/** That nothing waits for it. */
export function jobClosed(run: Run, jobId: number): Finding {
  return finding('RUNTIME_JOB_CLOSED', {}, { caseId: run.draft.caseId, jobId });
}
