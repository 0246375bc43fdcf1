/** Changes form values or variables of the case outside any task. */
import type { CommandKind } from './command-kind.ts';

export const setData: CommandKind<'setData'> = {
  kind: 'setData',
  run(run, command) {
    run.setValues(command, 0, run.node(run.draft.process));
    return undefined;
  },
};
