/** Abstract and manual tasks: the engine has nothing to do, the token passes (13.3.3). Rule PT1. */
import { activity } from '../activity.ts';
import { finishActivity } from '../finish-activity.ts';
import type { NodeKind } from '../node-kind.ts';

export const task: NodeKind = activity({ kind: 'task', begin: (run, _node, token) => finishActivity(run, token) });
export const manualTask: NodeKind = activity({ kind: 'manualTask', begin: (run, _node, token) => finishActivity(run, token) });
