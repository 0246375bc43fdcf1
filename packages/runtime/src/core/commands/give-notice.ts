/** People hear of a limit, before its light turns or as it turns (CK8). */
import { dayAt } from '@tongban/calendar';
import { finding } from '../raise.ts';
import type { CommandKind } from './command-kind.ts';

export const giveNotice: CommandKind<'giveNotice'> = {
  kind: 'giveNotice',
  whileSuspended: true,
  run(run, { clockId, notice, to }) {
    const clock = run.draft.clocks?.find(({ id, stoppedAt }) => id === clockId && stoppedAt === undefined);
    const limit = clock && run.prepared.limits[clock.limitId];
    const said = limit?.notices?.[notice];
    if (clock === undefined || limit === undefined || said === undefined)
      return finding('RUNTIME_TIMER_CLOSED', {}, { caseId: run.draft.caseId, timerId: `notice ${clockId} ${notice}` });
    const { light, ahead = 0 } = said;
    const nodeId = run.node(clock.node).id;
    const { limitId, dueAt } = clock;
    run.note({ kind: 'clockNoticed', seq: run.nextSeq(), at: run.now, nodeId, clockId, limitId, light, ahead, dueAt });
    const template = ahead > 0 ? `limit.before${light === 'yellow' ? 'Yellow' : 'Red'}` : `limit.${light}`;
    const dueDay = dayAt(dueAt, run.prepared.calendar.offsetMinutes);
    const parameters = { title: run.draft.title ?? '', limit: limit.name['zh-CN'], step: run.node(clock.node).name, dueAt, dueDay, ahead };
    to.forEach((receiver, at) => {
      const key = `${run.draft.caseId}/${clockId}/${notice}/${at}`;
      run.order({ kind: 'notify', key, template, to: receiver, parameters, nodeId });
    });
    return undefined;
  },
};
