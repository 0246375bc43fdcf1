/** The reference flow on our pure `step`: no store, no hash chain. */
import { allParts, prepareRelease, step } from '@tongban/runtime';
import { formData } from './form-data.mjs';
import { release } from './release.mjs';

const NOW = 1_795_395_600_000;

const prepared = prepareRelease(release, allParts);
const actor = { id: 'u1', name: '李晓梅', department: 'window' };
const data = { application: formData };
// A host takes the ids of tasks from the effects; here they are found by the place of the task in the program, looked up beforehand.
const taskAt = (nodeId) => ({ nodeId, index: release.program.nodes.findIndex(({ id }) => id === nodeId) });
const APPLY = taskAt('apply');
const REVIEWS = ['land', 'planning', 'environment'].map(taskAt);
const DECIDE = taskAt('decide');

/** One whole case in memory; gives its last state. */
export function runCase() {
  let state = waitingCase();
  for (const review of REVIEWS) state = complete(state, review, { approved: true });
  state = complete(state, DECIDE, { approved: true });
  const [job] = state.jobs;
  state = done(step(prepared, state, { kind: 'finishJob', commandId: 'c7', now: NOW, jobId: job.id, result: `A-${formData.projectCode}` }));
  return { status: state.ended === undefined ? 'active' : 'completed' };
}

/** A case that waits in its three reviews. */
export function waitingCase() {
  const start = { kind: 'start', commandId: 'c1', now: NOW, actor, caseId: 'case-1', tenant: 'jishishan', data };
  return complete(done(step(prepared, undefined, start)), APPLY, { complete: true });
}

export function saveAndRestore(state) {
  return JSON.parse(JSON.stringify(state));
}

function complete(state, { nodeId, index }, variables) {
  const { id } = state.tokens.find((token) => token.node === index);
  return done(step(prepared, state, { kind: 'completeTask', commandId: nodeId, now: NOW, actor, taskId: id, variables }));
}

function done(outcome) {
  if (outcome.refused !== undefined) throw new Error(outcome.refused.map((problem) => problem.sentences.en).join(' '));
  return outcome.state;
}
