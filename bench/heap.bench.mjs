/** Heap that a case waiting in its three reviews holds above its own data. */
import { heapBytes } from './measure.mjs';
import * as bpmnEngine from './reference-flow/bpmn-engine.mjs';
import * as byHand from './reference-flow/by-hand.mjs';
import * as tongban from './reference-flow/tongban.mjs';
import * as xstate from './reference-flow/xstate.mjs';

export const title = 'Heap per waiting case';
export const unit = 'bytes';

export async function run() {
  const results = {
    'bpmn-engine': await heapBytes(bpmnEngine.waitingCase, 100),
    xstate: await heapBytes(xstate.waitingCase, 5000),
    tongban: await heapBytes(tongban.waitingCase, 20000),
    'by hand': await heapBytes(byHand.waitingCase, 20000),
  };
  return { results, limits: [{ text: 'bytes per waiting case', ratio: results.tongban, atMost: 500 }] };
}
