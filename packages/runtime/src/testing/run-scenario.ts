/**
 * Runs a sample case (试办样例) of a measure on an engine of its own, as its people, in virtual time: the measure's tests, in CI and in
 * the studio. Due timers and jobs run after every step.
 */
import type { CommandAnswer, Scenario, ScenarioAct, ScenarioRefusal, ScenarioStep, ScenarioWait } from '@tongban/model';
import { isTongbanError } from '@tongban/model';
import { ProcessDied } from './crash.ts';
import { act } from './scenario-acts.ts';
import { checkExpectation } from './scenario-expectation.ts';
import { type ScenarioOptions, ScenarioRun } from './scenario-run.ts';
import { laterBy, scenarioInstant } from './scenario-time.ts';

/** What did not come out as it should. */
export interface ScenarioFailure {
  /** Which step, from 0. */
  readonly step: number;
  readonly text: string;
  /** The code of the error or problem, when there was one. */
  readonly code?: string;
}

/** How a scenario came out. */
export interface ScenarioReport {
  readonly ok: boolean;
  readonly failures: readonly ScenarioFailure[];
  readonly caseId?: string;
}

/** Runs a scenario; never throws for what the scenario or the measure does wrong. After a step that fails, the rest is not run. */
export async function runScenario(scenario: Scenario, options: ScenarioOptions): Promise<ScenarioReport> {
  const failures: ScenarioFailure[] = [];
  let at = 0;
  let run: ScenarioRun | undefined;
  try {
    const running = new ScenarioRun(scenario, options);
    run = running;
    await surviving(running, () => running.prepare());
    for (; at < scenario.steps.length && failures.length === 0; at++) {
      const step = scenario.steps[at] as ScenarioStep;
      running.at = at;
      running.begunAt = running.clock.now();
      const found = await surviving(running, () => takeAndSettle(running, step));
      failures.push(...found.map((failure) => ({ step: at, ...failure })));
      await running.tell();
    }
  } catch (error) {
    const code = isTongbanError(error) ? { code: error.code } : {};
    failures.push({
      step: at,
      text: isTongbanError(error) ? error.sentences['zh-CN'] : String(error instanceof Error ? error.message : error),
      ...code,
    });
  }
  return { ok: failures.length === 0, failures, ...(run?.caseId === undefined ? {} : { caseId: run.caseId }) };
}

// helpers

type Failure = Omit<ScenarioFailure, 'step'>;
// Whatever was under way when the process died is done again by the next one.
async function surviving<T>(run: ScenarioRun, work: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof ProcessDied && run.restart())) throw error;
    }
  }
}

async function takeAndSettle(run: ScenarioRun, step: ScenarioStep): Promise<readonly Failure[]> {
  const failures = 'expect' in step ? await checkExpectation(run, step.expect) : await take(run, step);
  await settle(run);
  return failures;
}

async function take(run: ScenarioRun, step: ScenarioAct | ScenarioWait | ScenarioRefusal): Promise<readonly Failure[]> {
  if (step.do === 'wait') return wait(run, step);
  if (step.do === 'refused') return refused(run, step);
  return failuresOf(await act(run, step));
}

async function refused(run: ScenarioRun, { step, code }: ScenarioRefusal): Promise<readonly Failure[]> {
  if ('expect' in step || step.do === 'wait' || step.do === 'refused') return [{ text: 'Only what a person does can be refused.' }];
  let codes: readonly string[] = [];
  try {
    const answer = await act(run, step);
    if (!answer.ok) codes = answer.problems.map((problem) => problem.code);
  } catch (error) {
    if (!isTongbanError(error)) throw error;
    codes = [error.code];
  }
  if (codes.includes(code)) return [];
  return [{ text: `应被拒绝并给出 ${code}，实际：${codes.length === 0 ? '未被拒绝' : codes.join('、')}。` }];
}

async function wait(run: ScenarioRun, step: ScenarioWait): Promise<readonly Failure[]> {
  const { offsetMinutes } = run.release.calendar;
  const until =
    step.until === undefined ? laterBy(run.begunAt, step.for ?? 'PT0S', offsetMinutes) : scenarioInstant(step.until, offsetMinutes);
  // Timers fire at their own instants, not all at the end.
  for (;;) {
    const due = await run.engine.storage.cases.nextDue();
    if (due === undefined || due > until) break;
    run.clock.advanceTo(due);
    if ((await run.engine.runDue()) === 0) break;
  }
  run.clock.advanceTo(until);
  return [];
}

async function settle(run: ScenarioRun): Promise<void> {
  while ((await run.engine.runDue()) > 0);
}

function failuresOf(answer: CommandAnswer<object>): readonly Failure[] {
  return answer.ok ? [] : answer.problems.map(({ code, sentences }) => ({ code, text: sentences['zh-CN'] }));
}
