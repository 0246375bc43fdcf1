/**
 * What the people of the offices do around cases at random: tasks as their own and as deputies, copies, urging; clocks are paused and go on,
 * calendars edited, paper cases entered, cases suspended and taken to another release. Each through the desk of whoever does it.
 */
import { china2026 } from '@tongban/calendar';
import type { Actor, CommandAnswer, Json } from '@tongban/model';
import type { Engine } from '../engine/engine.ts';
import type { Desk } from '../services/desk.ts';
import type { StoredTask } from '../store/store.ts';
import { RANDOM_TENANT, randomAdmin, randomPeople } from './random-people.ts';
import { randomReleases } from './random-release.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const REASON = 'supplement';

/** Something that was answered, and is kept for ever from then on. */
export interface Answered {
  /** What it was about: a command to a case or on deputies, a copy that was read, an edition of a calendar, or a notice that was handed over. */
  readonly of: 'case' | 'deputy' | 'copy' | 'calendar' | 'notice';
  /** Of a notice: which process handed it over. */
  readonly actorId: string;
  /** Of a copy its id, of a calendar its edition, of a notice its key. */
  readonly commandId: string;
  readonly answer: Json;
}

/** With what the offices work. */
export interface Office {
  readonly engine: Engine;
  /** A whole number from 0, below the limit. */
  readonly below: (limit: number) => number;
  readonly answered: (answered: Answered) => void;
}

/** A command on its way. Sent a second time, it is the same command with the same id. */
export type Sending = () => Promise<void>;

/** One thing that an operator or an office does, to a case or around it; whether anything comes of it depends on the case. */
export async function officeAct(office: Office, caseId: string): Promise<Sending> {
  const { engine, below } = office;
  const now = engine.clock.now();
  const facts = { commandId: engine.newId(), caseId };
  const desk = engine.as(randomAdmin);
  const [starter] = randomPeople;
  const send = (act: () => Promise<CommandAnswer<object>>): Sending => sending(office, 'case', randomAdmin, facts.commandId, act);
  const state = (await engine.load(RANDOM_TENANT, caseId))?.state;
  if (state?.suspended !== undefined) return send(() => desk.operateCase({ ...facts, kind: 'resume' }));
  // A pause that is planned to end is seldom, and so is what can be done to it.
  const planned = state?.holds?.some(({ plan }) => plan !== undefined) === true;
  if (planned && below(3) === 0) return moveFor(send, desk, facts, now + (1 + below(90)) * MINUTE);
  const acts: readonly (() => Sending | Promise<Sending>)[] = [
    () => send(() => desk.pause({ ...facts, reason: REASON, openEnded: true })),
    () => pauseFor(send, desk, facts, now + (1 + below(90)) * MINUTE),
    () => pauseFor(send, desk, facts, now + (24 + below(3)) * HOUR),
    () => send(() => desk.pause({ ...facts, reason: REASON, from: now - 2 * HOUR, to: now - HOUR })),
    () => moveFor(send, desk, facts, now + (1 + below(90)) * MINUTE),
    () => send(() => desk.resume({ ...facts, reason: REASON })),
    () => editCalendar(office, desk),
    () =>
      overCases(
        office,
        facts.commandId,
        async () => (await desk.reschedule({ commandId: facts.commandId, calendarId: china2026.id })).moved,
      ),
    () => migrate(office, desk, facts),
    () => enterPaper(office, send, desk, facts.commandId),
    () => send(() => desk.operateCase({ ...facts, kind: 'suspend', reason: '材料存疑' })),
    () => send(() => desk.operateCase({ ...facts, kind: 'copy', people: someOf(office).map(({ id }) => id) })),
    () => sending(office, 'case', starter, facts.commandId, () => engine.as(starter).operateCase({ ...facts, kind: 'urge' })),
    () => setDeputy(office),
    () => setDeputy(office),
    () => endDeputy(office),
  ];
  return (acts[below(acts.length)] as () => Sending | Promise<Sending>)();
}

/** One thing that somebody does who has tasks, copies to read, or stands in for somebody who has. */
export async function peopleAct(office: Office): Promise<Sending> {
  const { engine, below } = office;
  const actor = await somebody(office);
  const desk = engine.as(actor);
  const box = below(5) === 0 ? 'copied' : 'todo';
  const { entries } = await desk.tasks({ box, limit: 10 });
  const taskId = entries[below(Math.max(1, entries.length))]?.taskId;
  const task = taskId === undefined ? undefined : await engine.storage.cases.task(RANDOM_TENANT, taskId);
  const commandId = engine.newId();
  if (task === undefined) return async () => {};
  if (box === 'copied') return sending(office, 'copy', actor, task.taskId, () => desk.readCopy({ commandId, copyId: task.taskId }));
  return sending(office, 'case', actor, commandId, onTask(office, desk, task, commandId));
}

// helpers

function sending(
  { answered }: Office,
  of: Answered['of'],
  { id: actorId }: Actor,
  commandId: string,
  act: () => Promise<CommandAnswer<object>>,
): Sending {
  let heard = false;
  return async () => {
    const answer = await act();
    // Once it was done, nothing but the first answer is right, least of all a refusal.
    if (answer.ok || heard) answered({ of, actorId, commandId, answer: answer as unknown as Json });
    heard ||= answer.ok;
  };
}

function onTask({ below }: Office, desk: Desk, { taskId, revision }: StoredTask, commandId: string): () => Promise<CommandAnswer<object>> {
  const command = { commandId, taskId, revision };
  const [one, other] = [0, 0].map(() => (randomPeople[below(randomPeople.length)] as Actor).id) as [string, string];
  const acts: readonly (() => Promise<CommandAnswer<object>>)[] = [
    () => desk.claim(command),
    () => desk.operate({ ...command, kind: 'transfer', to: one }),
    () => desk.operate({ ...command, kind: 'delegate', to: one }),
    () => desk.operate({ ...command, kind: 'addSigner', people: [one, other], position: 'before' }),
    () => desk.operate({ ...command, kind: 'copy', people: [one] }),
    () => desk.operateCase({ commandId, caseId: taskId.slice(0, taskId.lastIndexOf('.')), kind: 'withdraw' }),
  ];
  const outcome = below(6) === 0 ? 'again' : 'done';
  return acts[below(acts.length * 2)] ?? (() => desk.complete({ ...command, variables: { outcome } }));
}

function pauseFor(send: Send, desk: Desk, facts: CaseFacts, until: number): Sending {
  return send(() => desk.pause({ ...facts, reason: REASON, until }));
}

function moveFor(send: Send, desk: Desk, facts: CaseFacts, until: number): Sending {
  return send(() => desk.movePause({ ...facts, reason: REASON, until, comment: '补正延期' }));
}

type Send = (act: () => Promise<CommandAnswer<object>>) => Sending;

interface CaseFacts {
  readonly commandId: string;
  readonly caseId: string;
}

// Each case has a command of its own, and its answer.
function overCases({ answered }: Office, commandId: string, act: () => Promise<readonly string[]>): Sending {
  return async () => {
    for (const caseId of await act())
      answered({ of: 'case', actorId: randomAdmin.id, commandId: `${commandId} ${caseId}`, answer: { ok: true, caseId } });
  };
}

function migrate(office: Office, desk: Desk, { commandId, caseId }: CaseFacts): Sending {
  const { id: to } = randomReleases[office.below(2)] as (typeof randomReleases)[0];
  return overCases(office, commandId, async () => (await desk.migrate({ commandId, to, caseIds: [caseId] })).migrated);
}

async function editCalendar({ below, answered }: Office, desk: Desk): Promise<Sending> {
  const { version = 0 } = (await desk.calendar(china2026.id)) ?? {};
  const day = `2026-03-${String(3 + below(20)).padStart(2, '0')}`;
  const calendar = { ...china2026, holidays: [...china2026.holidays, { name: { 'zh-CN': '放假' }, from: day, to: day }] };
  return async () => {
    const { edition } = await desk.saveCalendar({ calendar, version });
    if (edition === undefined) return;
    const answer = JSON.parse(JSON.stringify(calendar));
    answered({ of: 'calendar', actorId: randomAdmin.id, commandId: String(edition.version), answer });
  };
}

function enterPaper({ engine, below }: Office, send: Send, desk: Desk, commandId: string): Sending {
  const now = engine.clock.now();
  const nodes = below(2) === 0 ? ['land', 'plan'] : ['decide'];
  const places = nodes.map((nodeId) => ({ nodeId, since: now - (1 + below(4)) * HOUR }));
  const [{ id, name }] = randomPeople;
  return send(() =>
    desk.enter({
      ...{ commandId, measureId: 'small', starter: { id, name }, startedAt: now - 5 * HOUR, data: {}, places },
      done: [{ nodeId: 'apply', at: now - 5 * HOUR, byName: name }],
    }),
  );
}

// By whoever goes away, or an operator; for all of the work or some of it, from now on or later.
function setDeputy(office: Office): Sending {
  const { engine, below } = office;
  const [principal, deputy] = someOf(office);
  const by = below(3) === 0 ? randomAdmin : principal;
  const commandId = engine.newId();
  const startsAt = engine.clock.now() + (below(4) - 2) * 10 * MINUTE;
  const period = { startsAt, endsAt: startsAt + (1 + below(24)) * 10 * MINUTE };
  const scopes = [{}, {}, { roles: ['reviewer'] }, { roles: ['window'] }, { measures: ['small'] }, { measures: ['another'] }];
  const scope = scopes[below(scopes.length)] ?? {};
  const command = { commandId, principal: principal.id, deputy: deputy.id, ...period, scope };
  return sending(office, 'deputy', by, commandId, () => engine.as(by).setDeputy(command));
}

async function endDeputy(office: Office): Promise<Sending> {
  const { engine, below } = office;
  const commandId = engine.newId();
  const desk = engine.as(randomAdmin);
  const all = await desk.deputies({ person: '*' });
  const deputyshipId = all[below(Math.max(1, all.length))]?.deputyshipId ?? '';
  return sending(office, 'deputy', randomAdmin, commandId, () => desk.endDeputy({ commandId, deputyshipId }));
}

// Often one who stands in for a colleague now.
async function somebody(office: Office): Promise<Actor> {
  const { engine, below } = office;
  const [anybody] = someOf(office);
  if (below(3) > 0) return anybody;
  const now = engine.clock.now();
  const current = (await engine.storage.deputies.list(RANDOM_TENANT, { after: now })).filter(({ startsAt }) => startsAt <= now);
  const id = current[below(Math.max(1, current.length))]?.deputy.id;
  return randomPeople.find((one) => one.id === id) ?? anybody;
}

// Two of one department, in any order.
function someOf({ below }: Office): readonly [Actor, Actor] {
  const one = randomPeople[below(randomPeople.length)] as Actor;
  const others = randomPeople.filter(({ id, department }) => id !== one.id && department === one.department);
  return [one, others[below(others.length)] as Actor];
}
