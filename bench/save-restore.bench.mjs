/** Saving one case that waits in its three reviews as JSON, and restoring it. */
import { microsecondsEach, processorTime } from './measure.mjs';
import * as bpmnEngine from './reference-flow/bpmn-engine.mjs';
import * as byHand from './reference-flow/by-hand.mjs';
import * as tongban from './reference-flow/tongban.mjs';
import * as xstate from './reference-flow/xstate.mjs';

export const title = 'Save and restore one waiting case';
export const unit = 'µs';

export async function run() {
  const engines = { 'bpmn-engine': bpmnEngine, xstate, tongban, 'by hand': byHand };
  const works = {};
  for (const [name, { waitingCase, saveAndRestore }] of Object.entries(engines)) {
    const waiting = await waitingCase();
    works[name] = () => saveAndRestore(waiting);
  }
  const results = await microsecondsEach(works, processorTime);
  // 10 µs where JSON alone takes 5.5 µs: the ratio holds on any machine.
  const limits = [{ text: 'times JSON of the case by hand', ratio: results.tongban / results['by hand'], atMost: 10 / 5.5 }];
  return { results, limits };
}
