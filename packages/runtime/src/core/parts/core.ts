/** What every release may need: it is always there. A new kind of node or command is a file and a line here, or in the part it belongs to. */
import { completeTask } from '../commands/complete-task.ts';
import { deliverMessage } from '../commands/deliver-message.ts';
import { failJob } from '../commands/fail-job.ts';
import { finishJob } from '../commands/finish-job.ts';
import { raiseError } from '../commands/raise-error.ts';
import { setData } from '../commands/set-data.ts';
import { start } from '../commands/start.ts';
import { boundaryEvent } from '../nodes/boundary-event.ts';
import { endEvent } from '../nodes/end-event.ts';
import { exclusiveGateway } from '../nodes/exclusive-gateway.ts';
import { intermediateCatchEvent } from '../nodes/intermediate-catch-event.ts';
import { parallelGateway } from '../nodes/parallel-gateway.ts';
import { manualTask, task } from '../nodes/pass-through-task.ts';
import { process } from '../nodes/process.ts';
import { receiveTask } from '../nodes/receive-task.ts';
import { scriptTask } from '../nodes/script-task.ts';
import { sendTask } from '../nodes/send-task.ts';
import { serviceTask } from '../nodes/service-task.ts';
import { startEvent } from '../nodes/start-event.ts';
import { subProcess } from '../nodes/sub-process.ts';
import { userTask } from '../nodes/user-task.ts';
import type { Part } from './part.ts';

export const core: Part = {
  nodes: [
    process,
    startEvent,
    endEvent,
    intermediateCatchEvent,
    boundaryEvent,
    task,
    manualTask,
    userTask,
    serviceTask,
    scriptTask,
    sendTask,
    receiveTask,
    subProcess,
    exclusiveGateway,
    parallelGateway,
  ],
  commands: [start, completeTask, setData, finishJob, failJob, raiseError, deliverMessage],
};
