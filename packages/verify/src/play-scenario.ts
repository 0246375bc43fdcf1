/** Plays a sample case on an engine of its own and keeps how the case stood after each step, so that it can be walked to and fro. */
import { readClock } from '@tongban/calendar';
import type { ClockReading, PlayedStep, Release, Scenario, ScenarioStep, TrialState, TrialTask } from '@tongban/model';
import { type CaseEvent, openMemoryStorage } from '@tongban/runtime';
import { runScenario, type ScenarioMoment } from '@tongban/runtime/testing';
import { momentOf } from './trial-moment.ts';

/** The steps of `scenario` up to its end, or up to the first that does not come out as it should. */
export async function playScenario(scenario: Scenario, release: Release): Promise<readonly PlayedStep[]> {
  const states: TrialState[] = [];
  let made = 0;
  const { failures } = await runScenario(scenario, {
    release,
    storage: openMemoryStorage(),
    newId: () => `trial-${++made}`,
    onStep: (moment) => {
      const state = stateAt(moment, release);
      if (state !== undefined) states[moment.step] = state;
    },
  });
  const last = failures[0]?.step ?? scenario.steps.length - 1;
  return scenario.steps.slice(0, last + 1).map((step: ScenarioStep, at): PlayedStep => {
    const state = states[at] ?? states[at - 1];
    const own = failures.filter((failure) => failure.step === at).map(({ text, code }) => (code === undefined ? { text } : { text, code }));
    return { step, failures: own, ...(state === undefined ? {} : { state }) };
  });
}

function stateAt({ now, live, events }: ScenarioMoment, release: Release): TrialState | undefined {
  if (live === undefined) return undefined;
  const { state, ready, tasks } = live;
  const due = (state.timers ?? []).flatMap(({ dueAt }) => dueAt ?? []);
  return {
    status: state.ended === undefined ? 'running' : 'completed',
    now,
    ...(state.ended === undefined ? {} : { ending: state.ended.kind }),
    at: state.ended === undefined ? state.tokens.map(({ node }) => ready.prepared.nodes[node]?.id ?? '') : [],
    done: doneIn(events),
    tasks: tasks
      .filter(({ status }) => status === 'open')
      .map(({ nodeId, of }, at): TrialTask => {
        const { name = nodeId } = release.program.nodes.find(({ id }) => id === nodeId) ?? {};
        return { taskId: at, elementId: nodeId, name, of, outcomes: [], returns: [], rejects: false };
      }),
    messages: [],
    ...(due.length === 0 ? {} : { nextTimer: Math.min(...due) }),
    lights: (state.clocks ?? []).flatMap((clock): readonly ClockReading[] => {
      const limit = release.manifest.limits.find(({ id }) => id === clock.limitId);
      return limit === undefined ? [] : [readClock(limit, release.calendar, clock, now)];
    }),
    faults: [],
    variables: state.variables,
    timeLine: events.map(({ event }) => momentOf(event as unknown as CaseEvent)).filter((moment) => moment !== undefined),
  };
}

function doneIn(events: ScenarioMoment['events']): readonly string[] {
  const ids = events.flatMap(({ kind, event }) => (kind !== 'taskOpened' && typeof event['nodeId'] === 'string' ? [event['nodeId']] : []));
  return [...new Set(ids)];
}
