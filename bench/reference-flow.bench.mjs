/** Whole cases of the reference flow in memory, beside bpmn-engine, xstate and the same flow by hand. */
import { microsecondsEach } from './measure.mjs';
import * as bpmnEngine from './reference-flow/bpmn-engine.mjs';
import * as byHand from './reference-flow/by-hand.mjs';
import * as xstate from './reference-flow/xstate.mjs';

export const title = 'Reference flow: one whole case in memory';
export const unit = 'µs';

export async function run() {
  const engines = { 'bpmn-engine': bpmnEngine, xstate, 'by hand': byHand };
  for (const [name, engine] of Object.entries(engines)) {
    const { status } = await engine.runCase();
    if (status !== 'completed') throw new Error(`${name} did not complete the reference flow: ${status}`);
  }
  const results = await microsecondsEach(Object.fromEntries(Object.entries(engines).map(([name, { runCase }]) => [name, runCase])));
  return { results, limits: [] };
}
