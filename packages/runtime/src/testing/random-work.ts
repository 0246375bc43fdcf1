/**
 * Random work on a storage, for crash tests: many cases at once are started, worked on, sent back and ended by people, their deputies and the
 * offices around them, jobs fail and are tried again, timers fire, notices are handed over, the clock jumps. What is done depends on the seed and on
 * where the storage stands; `checkWork` says whether anything was lost, done twice or done otherwise than the commands say, and `finish` brings
 * every case to its end.
 */
import type { CaseCommand } from '../core/command.ts';
import { createEngine, type Engine } from '../engine/engine.ts';
import type { Notice } from '../engine/engine-options.ts';
import type { Handler } from '../engine/handlers/handler.ts';
import type { LiveCase } from '../engine/live-case.ts';
import type { CaseRow, Storage } from '../store/store.ts';
import { type Answered, type Office, officeAct, peopleAct, type Sending } from './random-office.ts';
import { RANDOM_TENANT, randomDirectory, randomPeople } from './random-people.ts';
import { randomReleases } from './random-release.ts';
import { OPENING } from './small-measure.ts';
import { countingIds } from './virtual-clock.ts';

const TENANT = RANDOM_TENANT;
const ACTOR = { id: randomPeople[0].id, name: randomPeople[0].name, department: 'zwfw' };
/** Cases that are worked on at a time. */
const OPEN_CASES = 8;
const MINUTE = 60_000;

/** Hears of what was answered. A notice counts as handed over once it has heard of that. */
export type AnswerListener = (answered: Answered) => void | Promise<void>;

/** Somebody who works at random. */
export class RandomWork {
  readonly engine: Engine;
  readonly #random: () => number;
  readonly #seed: number;
  readonly #answered: AnswerListener;
  readonly #office: Office;
  #now = OPENING;
  #last: Sending | undefined;

  private constructor(storage: Storage, seed: number, answered: AnswerListener) {
    this.#seed = seed;
    this.#random = seededRandom(seed);
    this.#answered = answered;
    this.engine = createEngine({
      ...{ store: storage, clock: { now: () => this.#now }, newId: countingIds(String(seed)), leaseMs: 1 },
      handlers: { issue: this.#unreliable(issue), look: this.#unreliable(done), notify: done },
      retry: { attempts: 1000, firstPauseMs: 1000, longestPauseMs: MINUTE },
      directory: randomDirectory,
      notify: (notice) => this.#handOver(notice),
      noticeTasks: true,
    });
    this.#office = { engine: this.engine, below: (limit) => this.#below(limit), answered: (one) => void answered(one) };
  }

  /** Begins to work; goes on where the storage stands. */
  static async on(storage: Storage, seed: number, answered: AnswerListener): Promise<RandomWork> {
    const work = new RandomWork(storage, seed, answered);
    for (const release of randomReleases) await work.engine.deploy({ tenant: TENANT, release });
    work.#now = Math.max(OPENING + (await storage.cases.lastCursor()) * MINUTE, await lastActAt(storage));
    return work;
  }

  /** Does up to six things at the same time. */
  async doSome(): Promise<void> {
    // Who works beside others goes by their time: clocks are set back by minutes, and not apart by hours.
    const others = await lastActAt(this.engine.storage);
    if (others > this.#now + 30 * MINUTE) this.#now = others;
    const open = await openCases(this.engine.storage, this.#now);
    if (open.length < OPEN_CASES) await this.#start();
    else await Promise.all(Array.from({ length: 1 + this.#below(6) }, () => this.#one(open[this.#below(open.length)] as CaseRow)));
    // Now and then nobody works for a while, and somebody sets the clock back.
    const choice = this.#below(20);
    this.#now += choice === 0 ? -5 * MINUTE : this.#below(choice === 1 ? 120 : 4) * MINUTE;
    if (this.#below(3) === 0) await this.engine.runDue();
  }

  /** Brings every case to its end. */
  async finish(): Promise<void> {
    for (let rounds = 0; rounds < 500; rounds++) {
      const open = await openCases(this.engine.storage, this.#now);
      for (const { caseId } of open) await this.#order(caseId, (live) => this.#towardsEnd(live));
      this.#now += 15 * MINUTE;
      await this.engine.runDue();
      if (open.length === 0 && (await this.engine.storage.cases.nextDue()) === undefined) return;
    }
    throw new Error('Some case cannot be brought to its end.');
  }

  async #one({ caseId }: CaseRow): Promise<void> {
    const choice = this.#below(24);
    // Sent a second time, as by somebody who heard no answer.
    if (choice === 0) return this.#last?.();
    if (choice === 1) return this.#order(caseId, () => ({ kind: 'setData', variables: { note: this.#below(1000) } }));
    if (choice === 2 && this.#below(10) === 0) return this.#order(caseId, () => ({ kind: 'terminate', reason: '撤回' }));
    if (choice < 7) return this.#send(await officeAct(this.#office, caseId));
    if (choice < 14) return this.#send(await peopleAct(this.#office));
    return this.#order(caseId, (live) => this.#taskCommand(live, (token) => this.#onTask(token.id, live)));
  }

  #onTask(taskId: number, { state }: LiveCase): Partial<CaseCommand> & { readonly kind: CaseCommand['kind'] } {
    const choice = this.#below(12);
    if (choice === 0) return { kind: 'claim', taskId };
    if (choice === 1) return { kind: 'assign', taskId, to: { id: 'li', name: '李地' } };
    if (choice === 2 && state.round < 3) return { kind: 'return', taskId, target: 'apply', reason: '补正' };
    return { kind: 'completeTask', taskId, variables: { outcome: choice === 3 ? 'again' : 'done', text: '好'.repeat(this.#below(60)) } };
  }

  #towardsEnd(live: LiveCase): object | undefined {
    if (live.state.suspended !== undefined) return { kind: 'resume' };
    return this.#taskCommand(live, ({ id }) => ({ kind: 'completeTask', taskId: id, variables: { outcome: 'done' } }));
  }

  #taskCommand(live: LiveCase, on: (token: LiveCase['state']['tokens'][number]) => object): object | undefined {
    const tasks = live.state.tokens.filter(
      ({ node, held }) => live.ready.release.program.nodes[node]?.kind === 'userTask' && held !== true,
    );
    const token = tasks[this.#below(Math.max(tasks.length, 1))];
    return token && on(token);
  }

  async #start(): Promise<void> {
    const commandId = this.engine.newId();
    const ready = await this.engine.release(TENANT, (randomReleases[this.#below(2)] ?? randomReleases[0]).id, 'latest');
    if (ready === undefined) throw new Error('The release is not there.');
    const data = { application: { reason: '早开工'.repeat(this.#below(30)) } };
    const command: CaseCommand = {
      ...{ kind: 'start', commandId, now: this.#now, actor: ACTOR, caseId: `case-${commandId}`, tenant: TENANT },
      ...{ data, calendar: ready.edition },
    };
    const order = { tenant: TENANT, commandId, actorId: ACTOR.id, ready, ordered: { command, answer: () => ({ started: commandId }) } };
    const outcome = await this.engine.start(order);
    if (outcome.kind !== 'done') throw new Error(`A case was not started: ${JSON.stringify(outcome)}`);
    void this.#answered({ of: 'case', actorId: ACTOR.id, commandId, answer: { started: commandId } });
  }

  async #order(caseId: string, make: (live: LiveCase) => object | undefined): Promise<void> {
    const commandId = this.engine.newId();
    const facts = { commandId, now: this.#now, actor: ACTOR };
    let heard = false;
    await this.#send(async () => {
      const outcome = await this.engine.execute({
        ...{ tenant: TENANT, caseId, commandId, actorId: ACTOR.id },
        decide: (live) => {
          const made = make(live);
          if (made === undefined) return { refused: [] };
          return { command: { ...made, ...facts } as CaseCommand, answer: ({ state }) => ({ seq: state.seq }) };
        },
      });
      const isDone = outcome.kind === 'done';
      // Once it was done, nothing but the first answer is right.
      if (isDone || heard)
        void this.#answered({ of: 'case', actorId: ACTOR.id, commandId, answer: isDone ? outcome.answer : outcome.kind });
      heard ||= isDone;
    });
  }

  async #send(sending: Sending): Promise<void> {
    await sending();
    this.#last = sending;
  }

  // The host's own gateway fails now and then, before it has sent anything.
  async #handOver(notice: Notice): Promise<void> {
    if (notice.onBehalfOf === undefined && this.#below(8) === 0) throw new Error(`短信平台没有回应 (${this.#seed})。`);
    const answer = JSON.parse(JSON.stringify({ notice, at: this.#now }));
    await this.#answered({ of: 'notice', actorId: String(this.#seed), commandId: notice.key, answer });
  }

  #unreliable(handler: Handler): Handler {
    return async (call) => {
      if (this.#below(4) === 0) throw new Error(`对方系统没有回应 (${this.#seed})。`);
      return handler(call);
    };
  }

  #below(limit: number): number {
    return Math.floor(this.#random() * limit);
  }
}

// helpers

async function openCases({ cases }: Storage, now: number): Promise<readonly CaseRow[]> {
  return (await cases.cases({ tenant: TENANT, now, limit: OPEN_CASES * 2, open: true, countUpTo: 0 })).entries;
}

async function lastActAt({ cases }: Storage): Promise<number> {
  const [last] = await cases.eventsSince((await cases.lastCursor()) - 1, 1);
  return last?.at ?? 0;
}

// Issues once for a job, however often it is called.
const issue: Handler = async ({ key, now, records, case: { caseId } }) => {
  const content = { title: '审批意见', blocks: [] };
  const { id } = await records.issue({ key, tenant: TENANT, caseId, templateId: 'opinion', status: 'effective', issuedAt: now, content });
  return { result: id };
};

const done: Handler = async () => ({ result: true });

function seededRandom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
