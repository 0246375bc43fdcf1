/** Every kind of node that runs. A new kind is a file here and a line below. */
import type { NodeKind } from '../node-kind.ts';
import { adHocSubProcess } from './ad-hoc-sub-process.ts';
import { boundaryEvent } from './boundary-event.ts';
import { businessRuleTask } from './business-rule-task.ts';
import { callActivity } from './call-activity.ts';
import { complexGateway } from './complex-gateway.ts';
import { endEvent } from './end-event.ts';
import { eventBasedGateway } from './event-based-gateway.ts';
import { exclusiveGateway } from './exclusive-gateway.ts';
import { inclusiveGateway } from './inclusive-gateway.ts';
import { intermediateCatchEvent } from './intermediate-catch-event.ts';
import { intermediateThrowEvent } from './intermediate-throw-event.ts';
import { parallelGateway } from './parallel-gateway.ts';
import { manualTask, task } from './pass-through-task.ts';
import { process } from './process.ts';
import { receiveTask } from './receive-task.ts';
import { scriptTask } from './script-task.ts';
import { sendTask } from './send-task.ts';
import { serviceTask } from './service-task.ts';
import { startEvent } from './start-event.ts';
import { subProcess } from './sub-process.ts';
import { transaction } from './transaction.ts';
import { userTask } from './user-task.ts';

/** The kinds, by name. */
export const nodeKinds: ReadonlyMap<string, NodeKind> = new Map(
  [
    process,
    startEvent,
    endEvent,
    intermediateCatchEvent,
    intermediateThrowEvent,
    boundaryEvent,
    task,
    manualTask,
    userTask,
    serviceTask,
    scriptTask,
    businessRuleTask,
    sendTask,
    receiveTask,
    subProcess,
    callActivity,
    transaction,
    adHocSubProcess,
    exclusiveGateway,
    parallelGateway,
    inclusiveGateway,
    complexGateway,
    eventBasedGateway,
  ].map((kind) => [kind.kind, inOneShape(kind)]),
);

/** Every kind with the same fields in the same order, so that asking one is as quick as asking another. */
function inOneShape({ kind, enter, leave, triggered, innerDone, join, staysOpen, cannotRun }: NodeKind): NodeKind {
  return { kind, enter, leave, triggered, innerDone, join, staysOpen, cannotRun };
}
