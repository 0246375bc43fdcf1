/** Copies (抄送): who gets one, and that it was read (已阅). */
import type { CommandAnswer } from '@tongban/model';
import type { CopyReceiver } from '../core/command.ts';
import type { LiveCase } from '../engine/live-case.ts';
import { partsOfTaskId } from '../engine/task-id.ts';
import { isCandidate } from '../store/query-semantics.ts';
import { historyOf } from './case-history.ts';
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

/** Notes that the person of the context has read a copy. Reading it twice is reading it once (CP3). */
export async function readCopy(
  context: ServiceContext,
  { commandId, copyId }: { readonly commandId: string; readonly copyId: string },
): Promise<CommandAnswer<{ readonly caseId: string }>> {
  const { engine, actor } = context;
  const parts = partsOfTaskId(copyId);
  if (parts === undefined) return { ok: false, problems: [taskUnknown(copyId)] };
  let known = false;
  const outcome = await engine.execute({
    tenant: actor.tenant,
    caseId: parts.caseId,
    commandId,
    actorId: actor.id,
    decide: async (live) => {
      const row = live.tasks.find((task) => task.taskId === copyId);
      if (row?.status !== 'copied' || !isCandidate(row.candidates, actor)) return refuse(taskUnknown(copyId));
      known = row.closedAt !== undefined && (await hasRead(context, live, parts.task));
      if (known) return refuse();
      const facts = { commandId, now: engine.clock.now(), actor: caseActor(actor) };
      return {
        command: { kind: 'readCopy', ...facts, copyId: parts.task, nodeId: row.nodeId },
        answer: () => keptAnswer({ caseId: live.caseId }),
      };
    },
  });
  return known && outcome.kind === 'refused' ? { ok: true, caseId: parts.caseId } : answerOf(outcome, taskUnknown(copyId));
}

// helpers

async function hasRead({ engine, actor }: ServiceContext, live: LiveCase, copyId: number): Promise<boolean> {
  const events = await historyOf(engine.storage.cases, live);
  return events.some((event) => event.kind === 'copyRead' && event.copyId === copyId && event.by?.id === actor.id);
}
