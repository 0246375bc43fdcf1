/** The head of a case as its pages show it. */
import type { CaseHeader } from '@tongban/model';
import type { LiveCase } from '../engine/live-case.ts';
import { runningClocks } from './clock-readings.ts';

/** The head of a case at `now`. */
export async function caseHeader(live: LiveCase, now: number): Promise<CaseHeader> {
  const { row, ready } = live;
  const estimate = (await import('./estimated-end.ts')).estimatedEnd(live, now);
  return {
    caseId: row.caseId,
    title: row.title,
    measureTitle: row.measureTitle,
    measureId: row.measureId,
    releaseId: row.releaseId,
    releaseVersion: ready.release.manifest.version,
    ...(row.key === undefined ? {} : { key: row.key }),
    ...(row.applicant === undefined ? {} : { applicant: row.applicant }),
    startedAt: row.startedAt,
    startedByName: row.startedBy.name,
    round: row.round,
    ...(row.ended === undefined ? {} : { ended: row.ended }),
    ...suspensionOf(live),
    clocks: runningClocks(live, now),
    ...(estimate === undefined ? {} : { estimate }),
  };
}

function suspensionOf({ state: { suspended } }: LiveCase): Pick<CaseHeader, 'suspended'> {
  if (suspended === undefined) return {};
  const { at, by, reason } = suspended;
  return { suspended: { at, ...(by === undefined ? {} : { byName: by.name }), ...(reason === undefined ? {} : { reason }) } };
}
