/** The events of a case, read from the store, and what can be told from them about rounds and forms. */
import type { FormValues } from '@tongban/model';
import type { CaseEvent } from '../core/event.ts';
import type { LiveCase } from '../engine/live-case.ts';
import type { CaseStore } from '../store/store.ts';
import type { RoundStart } from './form-view.ts';

/** All events of a case, in order. */
export async function historyOf(cases: CaseStore, live: LiveCase): Promise<readonly CaseEvent[]> {
  return (await cases.eventsOf(live.tenant, live.caseId)).map((row) => row.event as unknown as CaseEvent);
}

/** Values of forms as they were when the present round began; undefined in the first round. */
export async function roundStart(cases: CaseStore, live: LiveCase, events: readonly CaseEvent[]): Promise<RoundStart | undefined> {
  if (live.state.round < 2) return undefined;
  const begun = [...events].reverse().find((event) => event.kind === 'returned' && event.round !== undefined)?.seq ?? 0;
  const versions = new Map<string, number>();
  for (const event of events) if (event.kind === 'dataChanged' && event.seq < begun) versions.set(event.form, event.version);
  const values: Record<string, FormValues> = {};
  for (const [key, version] of versions) {
    const row = await cases.data(live.tenant, live.caseId, key, version);
    if (row !== undefined) values[key] = row.values;
  }
  return values;
}
