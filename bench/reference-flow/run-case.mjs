/** One whole case of the reference flow on a durable engine, in Node or in a page. */
import { createEngine, openMemoryStorage } from '@tongban/runtime';
import { formData } from './form-data.mjs';
import { release } from './release.mjs';

/** Commits per case: start, five user tasks, the service task. */
export const TRANSITIONS = 7;

export const TENANT = 'jishishan';
export const NOW = 1_795_395_600_000;

const actor = { id: 'u1', name: '李晓梅', department: 'window' };
const REVIEWS = ['land', 'planning', 'environment'];

/** An engine with the release deployed. `options` are those of the platform. */
export async function deployedOn(storage, options) {
  const engine = createEngine({ store: storage, clock: { now: () => NOW }, ...options });
  await engine.deploy({ tenant: TENANT, release });
  return { engine, ready: await engine.release(TENANT, release.id) };
}

/** Runs one whole case on an engine. */
export async function runReferenceCase(engine, ready, caseId) {
  const facts = (commandId) => ({ tenant: TENANT, caseId, commandId: `${caseId}-${commandId}`, actorId: actor.id });
  const started = { kind: 'start', commandId: `${caseId}-start`, now: NOW, actor, caseId, tenant: TENANT, data: { application: formData } };
  expectDone(await engine.start({ ...facts('start'), ready, ordered: { command: started, answer: () => null } }));
  for (const nodeId of ['apply', ...REVIEWS, 'decide']) {
    const decide = ({ state }) => {
      const task = state.tokens.find(({ node }) => release.program.nodes[node].id === nodeId);
      const command = {
        kind: 'completeTask',
        commandId: `${caseId}-${nodeId}`,
        now: NOW,
        actor,
        taskId: task.id,
        variables: { [nodeId]: true },
      };
      return { command, acted: { task: task.id }, answer: () => null };
    };
    expectDone(await engine.execute({ ...facts(nodeId), decide }));
  }
  const decide = ({ state }) => ({
    command: { kind: 'finishJob', commandId: `${caseId}-job`, now: NOW, jobId: state.jobs[0].id, result: `A-${formData.projectCode}` },
    answer: () => null,
  });
  expectDone(await engine.execute({ ...facts('job'), decide }));
}

/** The commit that brings a new case to its three reviews, put together from those of a real one, as text; its id is `case-template`. */
export async function waitingCommit(options) {
  const storage = openMemoryStorage();
  const commits = [];
  const { cases } = storage;
  const commit = cases.commit.bind(cases);
  cases.commit = (one) => {
    commits.push(one);
    return commit(one);
  };
  const { engine, ready } = await deployedOn(storage, options);
  await runReferenceCase(engine, ready, 'case-template');
  const [start, apply] = commits;
  return JSON.stringify({ ...apply, expectedVersion: 0, data: start.data, guard: undefined });
}

function expectDone(outcome) {
  if (outcome.kind !== 'done') throw new Error(`The command was not carried out: ${JSON.stringify(outcome)}`);
}
