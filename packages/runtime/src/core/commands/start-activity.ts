/** Begins an activity of an ad-hoc sub-process (AH2): as often as people want, until its condition holds. */
import { startableActivities } from '../ad-hoc.ts';
import { finding } from '../raise.ts';
import type { CommandKind } from './command-kind.ts';

export const startActivity: CommandKind<'startActivity'> = {
  kind: 'startActivity',
  run(run, command) {
    const { nodeId, within, actor } = command;
    const node = run.prepared.byId.get(nodeId);
    const [place, another] = startableActivities(run.prepared, run.draft).filter(
      (one) => one.node === node && (within === undefined || one.within === within),
    );
    if (place === undefined || another !== undefined) {
      return finding('RUNTIME_ACTIVITY_NOT_STARTABLE', { elementId: nodeId }, { nodeId, nodeName: node?.name ?? nodeId });
    }
    run.note({ kind: 'activityStarted', seq: run.nextSeq(), at: run.now, by: actor, nodeId });
    run.setValues(command, place.scope, place.node);
    run.enterLater(place.node.index, place.scope);
    return undefined;
  },
};
