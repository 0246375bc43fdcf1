/** The reference flow written by hand: immutable states and a list of events, the limit of what a general engine can reach. */
import { formData } from './form-data.mjs';

const REVIEWS = ['land', 'planning', 'environment'];

/** One whole case in memory; gives its last state. */
export function runCase() {
  let now = step(undefined, { type: 'start', data: formData });
  now = step(now.state, { type: 'complete', task: 'apply', result: { complete: true } });
  for (const review of REVIEWS) now = step(now.state, { type: 'complete', task: review, result: { approved: true } });
  return step(now.state, { type: 'complete', task: 'decide', result: { approved: true } }).state;
}

/** A case that waits in its three reviews. */
export function waitingCase() {
  const started = step(undefined, { type: 'start', data: formData });
  return step(started.state, { type: 'complete', task: 'apply', result: { complete: true } }).state;
}

export function saveAndRestore(state) {
  return JSON.parse(JSON.stringify(state));
}

function step(state, command) {
  if (command.type === 'start') {
    return {
      state: { version: 1, status: 'active', data: command.data, results: {}, open: ['apply'] },
      events: [{ type: 'started' }, created('apply')],
    };
  }
  const open = state.open.filter((task) => task !== command.task);
  const results = { ...state.results, [command.task]: command.result };
  const events = [{ type: 'taskCompleted', task: command.task, result: command.result }];
  const next = { ...state, version: state.version + 1, results, open };
  if (command.task === 'apply') return { state: { ...next, open: REVIEWS }, events: [...events, ...REVIEWS.map(created)] };
  if (command.task !== 'decide') return open.length > 0 ? { state: next, events } : afterReviews(next, events);
  return {
    state: { ...next, status: 'completed', archived: archive(state.data) },
    events: [...events, { type: 'archived' }, { type: 'completed' }],
  };
}

/** The exclusive gateway: larger projects are decided upon, others are over. */
function afterReviews(state, events) {
  if (state.data.amount > 500000 && state.data.region === 'A')
    return { state: { ...state, open: ['decide'] }, events: [...events, created('decide')] };
  return { state: { ...state, status: 'completed' }, events: [...events, { type: 'completed' }] };
}

function created(task) {
  return { type: 'taskCreated', task };
}

/** The service task. */
function archive(data) {
  return `A-${data.projectCode}`;
}
