/** Ends the case from outside (终止, 作废, 撤回; OP6). */
import { endCase } from '../end-case.ts';
import type { CommandKind } from './command-kind.ts';

export const terminate: CommandKind<'terminate'> = {
  kind: 'terminate',
  whileSuspended: true,
  run(run, { ending, reason }) {
    endCase(run, ending ?? 'terminated', reason);
    return undefined;
  },
};
