/** One whole case of the reference flow in memory, beside bpmn-engine, xstate and the same flow by hand. */
import { microsecondsEach, processorTime } from './measure.mjs';
import * as bpmnEngine from './reference-flow/bpmn-engine.mjs';
import * as byHand from './reference-flow/by-hand.mjs';
import * as tongban from './reference-flow/tongban.mjs';
import * as xstate from './reference-flow/xstate.mjs';

export const title = 'Reference flow: one whole case in memory';
export const unit = 'µs';

export async function run() {
  const engines = { 'bpmn-engine': bpmnEngine, xstate, tongban, 'by hand': byHand };
  for (const [name, engine] of Object.entries(engines)) {
    const { status } = await engine.runCase();
    if (status !== 'completed') throw new Error(`${name} did not complete the reference flow: ${status}`);
  }
  const results = await microsecondsEach(
    Object.fromEntries(Object.entries(engines).map(([name, { runCase }]) => [name, runCase])),
    processorTime,
  );
  const { tongban: ours } = results;
  return {
    results,
    limits: [
      { text: 'times bpmn-engine', ratio: results['bpmn-engine'] / ours, atLeast: 2500 },
      { text: 'times xstate', ratio: results.xstate / ours, atLeast: 15 },
      { text: 'of the speed of the flow by hand', ratio: results['by hand'] / ours, atLeast: 0.25 },
    ],
  };
}
