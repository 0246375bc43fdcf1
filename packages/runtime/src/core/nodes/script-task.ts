/** Script task: evaluates FEEL at once; its value goes into the variable named by `result`, or into the form of that key (13.3.3). Rules SC1, SC2. */
import { activity } from '../activity.ts';
import { finishActivity } from '../finish-activity.ts';
import type { NodeKind } from '../node-kind.ts';

export const scriptTask: NodeKind = activity({
  kind: 'scriptTask',
  begin(run, node, token) {
    if (node.script !== undefined) {
      const value = run.evaluate(node.script.expression, token.scope);
      if (node.script.result !== undefined) run.setVariable(token.scope, node.script.result, value, node);
    }
    finishActivity(run, token);
  },
});
