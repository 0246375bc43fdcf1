/** Copies (抄送): who gets one, and that it was read (已阅). */
import type { CommandAnswer } from '@tongban/model';
import type { CopyReceiver } from '../core/command.ts';
import type { LiveCase } from '../engine/live-case.ts';
import { partsOfTaskId } from '../engine/task-id.ts';
import { isCandidate } from '../store/query-semantics.ts';
import { colleagues } from './people.ts';
import { answerOf, caseActor, keptAnswer, refuse, type ServiceContext, taskUnknown } from './service-context.ts';

/** The people and departments named; undefined when one of them is unknown, or there is none. */
export async function copyReceivers(
  context: ServiceContext,
  live: LiveCase,
  { people = [], departments = [] }: { readonly people?: readonly string[]; readonly departments?: readonly string[] },
): Promise<readonly CopyReceiver[] | undefined> {
  const persons = people.length === 0 ? [] : await colleagues(context, people);
  const known = live.ready.release.manifest.departments.filter(({ id }) => departments.includes(id));
  if (persons === undefined || known.length < new Set(departments).size || persons.length + known.length === 0) return undefined;
  return [...persons.map(({ id, name }) => ({ id, name })), ...known.map(({ id, name }) => ({ id, name, department: true }))];
}

/** Notes that the person of the context has read a copy. Reading it twice is reading it once. */
export async function readCopy(
  context: ServiceContext,
  { commandId, copyId }: { readonly commandId: string; readonly copyId: string },
): Promise<CommandAnswer<{ readonly caseId: string }>> {
  const { engine, actor } = context;
  const parts = partsOfTaskId(copyId);
  if (parts === undefined) return { ok: false, problems: [taskUnknown(copyId)] };
  const outcome = await engine.execute({
    tenant: actor.tenant,
    caseId: parts.caseId,
    commandId,
    actorId: actor.id,
    decide: (live) => {
      const row = live.tasks.find((task) => task.taskId === copyId);
      if (row?.status !== 'copied' || !isCandidate(row.candidates, actor)) return refuse(taskUnknown(copyId));
      const facts = { commandId, now: engine.clock.now(), actor: caseActor(actor) };
      return {
        command: { kind: 'readCopy', ...facts, copyId: parts.task, nodeId: row.nodeId },
        answer: () => keptAnswer({ caseId: live.caseId }),
      };
    },
  });
  return answerOf(outcome, taskUnknown(copyId));
}
