/** What the offices do around cases at random: clocks are paused and go on, calendars are edited, paper cases entered, cases taken to another release. */
import { china2026 } from '@tongban/calendar';
import type { Actor } from '@tongban/model';
import type { Engine } from '../engine/engine.ts';
import { randomReleases } from './random-release.ts';

const HOUR = 3_600_000;
const REASON = 'supplement';

/** Does one thing of an office, to a case or around it; whether anything comes of it depends on the case. */
export async function officeAct(engine: Engine, tenant: string, caseId: string, below: (limit: number) => number): Promise<void> {
  const admin: Actor = { id: 'admin', name: '管理员', tenant, roles: ['administrator'] };
  const desk = engine.as(admin);
  const now = engine.clock.now();
  const facts = { commandId: engine.newId(), caseId };
  const acts = [
    () => desk.pause({ ...facts, reason: REASON, openEnded: true }),
    () => desk.pause({ ...facts, reason: REASON, until: now + (1 + below(90)) * 60_000 }),
    () => desk.pause({ ...facts, reason: REASON, from: now - 2 * HOUR, to: now - HOUR }),
    () => desk.resume({ ...facts, reason: REASON }),
    () => editCalendar(desk, below),
    () => desk.reschedule({ commandId: facts.commandId, calendarId: china2026.id }),
    () => desk.migrate({ commandId: facts.commandId, to: (randomReleases[below(2)] ?? randomReleases[0]).id, caseIds: [caseId] }),
    () => enterPaper(desk, facts.commandId, now, below),
  ];
  await acts[below(acts.length)]?.();
}

async function editCalendar(desk: ReturnType<Engine['as']>, below: (limit: number) => number): Promise<unknown> {
  const latest = await desk.calendar(china2026.id);
  const day = `2026-03-${String(3 + below(20)).padStart(2, '0')}`;
  const calendar = { ...china2026, holidays: [...china2026.holidays, { name: { 'zh-CN': '放假' }, from: day, to: day }] };
  return desk.saveCalendar({ calendar, version: latest?.version ?? 0 });
}

function enterPaper(desk: ReturnType<Engine['as']>, commandId: string, now: number, below: (limit: number) => number): Promise<unknown> {
  const nodes = below(2) === 0 ? ['land', 'plan'] : ['decide'];
  return desk.enter({
    ...{ commandId, measureId: 'small', starter: { id: 'u1', name: '王一' }, startedAt: now - 5 * HOUR, data: {} },
    places: nodes.map((nodeId) => ({ nodeId, since: now - (1 + below(4)) * HOUR })),
    done: [{ nodeId: 'apply', at: now - 5 * HOUR, byName: '王一' }],
  });
}
