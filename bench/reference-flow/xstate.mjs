/** The reference flow as an xstate machine. */
import { assign, createActor, setup } from 'xstate';
import { formData } from './form-data.mjs';

const REVIEWS = ['land', 'planning', 'environment'];

const review = (name) => ({
  initial: 'open',
  states: { open: { on: { [`complete.${name}`]: { target: 'done', actions: 'keep' } } }, done: { type: 'final' } },
});

const machine = setup({
  actions: {
    keep: assign(({ context, event }) => ({ results: { ...context.results, [event.type]: event.result } })),
    archive: assign(({ context }) => ({ archived: `A-${context.data.projectCode}` })),
  },
  guards: { large: ({ context }) => context.data.amount > 500000 && context.data.region === 'A' },
}).createMachine({
  context: ({ input }) => ({ data: input, results: {} }),
  initial: 'apply',
  states: {
    apply: { on: { 'complete.apply': { target: 'reviews', actions: 'keep' } } },
    reviews: { type: 'parallel', states: Object.fromEntries(REVIEWS.map((name) => [name, review(name)])), onDone: 'gateway' },
    gateway: { always: [{ guard: 'large', target: 'decide' }, { target: 'end' }] },
    decide: { on: { 'complete.decide': { target: 'archive', actions: 'keep' } } },
    archive: { entry: 'archive', always: 'end' },
    end: { type: 'final' },
  },
});

/** One whole case in memory; gives its last state. */
export function runCase() {
  const actor = waitingCase();
  for (const name of REVIEWS) actor.send({ type: `complete.${name}`, result: { approved: true } });
  actor.send({ type: 'complete.decide', result: { approved: true } });
  return { status: actor.getSnapshot().status === 'done' ? 'completed' : 'active' };
}

/** A case that waits in its three reviews. */
export function waitingCase() {
  const actor = createActor(machine, { input: formData }).start();
  actor.send({ type: 'complete.apply', result: { complete: true } });
  return actor;
}

export function saveAndRestore(actor) {
  const snapshot = JSON.parse(JSON.stringify(actor.getPersistedSnapshot()));
  return createActor(machine, { snapshot }).start();
}
