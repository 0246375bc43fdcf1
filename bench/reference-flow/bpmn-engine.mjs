/** The reference flow on bpmn-engine; its XML is parsed once, before anything is measured. */
import { readFileSync } from 'node:fs';
import { Engine } from 'bpmn-engine';
import BpmnModdle from 'bpmn-moddle';
import { formData } from './form-data.mjs';

const REVIEWS = ['land', 'planning', 'environment'];
const moddleContext = await new BpmnModdle().fromXML(readFileSync(new URL('reference-flow.bpmn', import.meta.url), 'utf8'));

/** One whole case in memory; gives its last state. */
export async function runCase() {
  const { execution } = await waitingCase();
  for (const name of REVIEWS) execution.signal({ id: name, approved: true });
  execution.signal({ id: 'decide', approved: true });
  return { status: execution.state === 'idle' ? 'completed' : 'active' };
}

/** A case that waits in its three reviews. */
export async function waitingCase() {
  const engine = new Engine({ name: 'reference', moddleContext, services, variables: { data: formData } });
  const execution = await engine.execute();
  execution.signal({ id: 'apply', complete: true });
  return { engine, execution };
}

export async function saveAndRestore({ execution }) {
  const state = JSON.parse(JSON.stringify(execution.getState()));
  const engine = new Engine({ name: 'reference' }).recover(state, { services });
  return { engine, execution: await engine.resume() };
}

const services = {
  isLarge: () => formData.amount > 500000 && formData.region === 'A',
  archive: (_scope, callback) => callback(null, `A-${formData.projectCode}`),
};
