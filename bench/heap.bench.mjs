/** Heap that a case waiting in its three reviews holds above its own data. */
import { heapBytes } from './measure.mjs';
import * as bpmnEngine from './reference-flow/bpmn-engine.mjs';
import * as byHand from './reference-flow/by-hand.mjs';
import * as xstate from './reference-flow/xstate.mjs';

export const title = 'Heap per waiting case';
export const unit = 'bytes';

export async function run() {
  return {
    results: {
      'bpmn-engine': await heapBytes(bpmnEngine.waitingCase, 100),
      xstate: await heapBytes(xstate.waitingCase, 5000),
      'by hand': await heapBytes(byHand.waitingCase, 20000),
    },
    limits: [],
  };
}
