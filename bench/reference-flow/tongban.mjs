/** The reference flow on our pure `step`: no store, no hash chain. */
import { allParts, prepareRelease, step } from '@tongban/runtime';
import { formData } from './form-data.mjs';
import { release } from './release.mjs';

const REVIEWS = ['land', 'planning', 'environment'];
const NOW = 1_795_395_600_000;

const prepared = prepareRelease(release, allParts);
const actor = { id: 'u1', name: '李晓梅', department: 'window' };
const data = { application: formData };
const nodeIndex = new Map(release.program.nodes.map((node, index) => [node.id, index]));

/** One whole case in memory; gives its last state. */
export function runCase() {
  let state = waitingCase();
  for (const review of REVIEWS) state = complete(state, review, { approved: true });
  state = complete(state, 'decide', { approved: true });
  const [job] = state.jobs;
  state = done(step(prepared, state, { kind: 'finishJob', commandId: 'c7', now: NOW, jobId: job.id, result: `A-${formData.projectCode}` }));
  return { status: state.ended === undefined ? 'active' : 'completed' };
}

/** A case that waits in its three reviews. */
export function waitingCase() {
  const start = { kind: 'start', commandId: 'c1', now: NOW, actor, caseId: 'case-1', tenant: 'jishishan', data };
  return complete(done(step(prepared, undefined, start)), 'apply', { complete: true });
}

export function saveAndRestore(state) {
  return JSON.parse(JSON.stringify(state));
}

function complete(state, nodeId, variables) {
  const index = nodeIndex.get(nodeId);
  const { id } = state.tokens.find((token) => token.node === index);
  return done(step(prepared, state, { kind: 'completeTask', commandId: nodeId, now: NOW, actor, taskId: id, variables }));
}

function done(outcome) {
  if (outcome.refused !== undefined) throw new Error(outcome.refused.map((problem) => problem.sentences.en).join(' '));
  return outcome.state;
}
