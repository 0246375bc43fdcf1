/** A task as one person meets it. */
import type { Actor, NamedId, TaskAnswer, TaskView } from '@tongban/model';
import type { Answer, Token } from '../core/state.ts';
import type { LiveCase } from '../engine/live-case.ts';
import { partsOfTaskId } from '../engine/task-id.ts';
import { raise } from '../errors.ts';
import type { StoredTask, TaskDraft } from '../store/store.ts';
import { filingsOf, maySeeCase, readAccess, taskSpec } from './case-access.ts';
import { caseHeader } from './case-header.ts';
import { historyOf, roundStart } from './case-history.ts';
import { accessOf, formSurroundings, formView } from './form-view.ts';
import { nextSteps } from './next-steps.ts';
import { openSigners } from './open-signers.ts';
import { allowedOperations } from './operate-task.ts';
import { actingAt, mayDo } from './seats.ts';
import type { ServiceContext } from './service-context.ts';
import { elementName, nodeName } from './words.ts';

/** The task for the person of the context: to act on when it is theirs, else to look at. @throws RUNTIME_TASK_UNKNOWN */
export async function taskView(context: ServiceContext, taskId: string): Promise<TaskView> {
  const { engine } = context;
  const { cases } = engine.storage;
  const { tenant } = context.actor;
  const parts = partsOfTaskId(taskId);
  const live = parts && (await engine.load(tenant, parts.caseId));
  const task = live?.tasks.find((one) => one.taskId === taskId);
  const spec = live && task && taskSpec(live, task.nodeId);
  if (parts === undefined || live === undefined || task === undefined || spec === undefined)
    throw raise('RUNTIME_TASK_UNKNOWN', { taskId: taskId.slice(0, 200) });
  const { actor } = actingAt(context, live, task);
  const mine = task.status === 'open' && mayDo(actor, live, task);
  const held = task.status === 'waiting' && mayDo(actor, live, task);
  if (!mine && !maySeeCase(actor, live, [])) throw raise('RUNTIME_TASK_UNKNOWN', { taskId });

  const now = engine.clock.now();
  const start = await roundStart(cases, live, live.state.round < 2 ? [] : await historyOf(cases, live));
  const views = filingsOf(live, task.nodeId).flatMap((filing) => {
    const access = mine ? accessOf(filing) : readAccess(actor, live, filing.form);
    if (access === undefined) return [];
    return formView(live, actor, { formId: filing.form, access, now, task, roundStart: start }) ?? [];
  });
  const forms = mine ? await (await import('./carried-values.ts')).withCarried({ engine, actor }, live, views) : views;
  const draft = mine ? await cases.draft(tenant, taskId) : undefined;
  const token = live.state.tokens.find(({ id }) => id === parts.task);
  const returned = token?.returned;
  const ofName = task.signer?.name ?? (task.of === undefined ? undefined : elementName(live.ready, task.of));
  return {
    ...{ taskId, caseId: live.caseId, nodeId: task.nodeId, name: task.name, revision: task.revision, forms, mine },
    outcomes: spec.outcomes?.choices ?? [],
    operations: mine || held ? allowedOperations(live, { task, spec }, { actor, now }) : [],
    ...(held
      ? {
          heldBy: openSigners(live, task)
            .map(({ name }) => name)
            .join('、'),
        }
      : {}),
    ...askedOf(task, token),
    ...(token?.answers === undefined ? {} : { answers: token.answers.map((answer) => answerView(live, task.nodeId, answer)) }),
    ...(draft === undefined ? {} : { draft: draftOf(draft, actor) }),
    ...(task.of === undefined ? {} : { of: task.of }),
    ...(ofName === undefined ? {} : { ofName }),
    ...(task.assignee === undefined ? {} : { assignee: task.assignee }),
    ...principalOf(actor),
    ...(returned === undefined
      ? {}
      : {
          returned: {
            ...{ reason: returned.reason ?? '', byName: returned.by?.name ?? '', at: returned.at },
            fromName: nodeName(live.ready, returned.from),
          },
        }),
    next: nextSteps(live.ready.prepared, task.nodeId),
    context: formSurroundings(live, actor, forms, now, task),
    items: live.ready.release.items,
    departments: live.ready.release.manifest.departments,
    calendar: live.ready.release.calendar,
    case: await caseHeader(live, now),
  };
}

// helpers

function principalOf({ onBehalfOf }: Actor): Pick<TaskView, 'onBehalfOf'> {
  const { deputyship, ...principal } = onBehalfOf ?? {};
  return deputyship === undefined ? {} : { onBehalfOf: principal as NamedId };
}

function askedOf({ asked }: StoredTask, token: Token | undefined): Pick<TaskView, 'asked'> {
  if (asked === undefined) return {};
  const { by, comment } = token?.asked ?? {};
  return { asked: { how: asked, ...(by === undefined ? {} : { byName: by.name }), ...(comment === undefined ? {} : { comment }) } };
}

function answerView(live: LiveCase, nodeId: string, { by, at, how, outcome, comment }: Answer): TaskAnswer {
  const label = taskSpec(live, nodeId)?.outcomes?.choices.find(({ value }) => value === outcome)?.label ?? outcome;
  return {
    ...{ byName: by?.name ?? '', at, how },
    ...(label === undefined ? {} : { outcome: label }),
    ...(comment === undefined ? {} : { comment }),
  };
}

function draftOf({ values, outcome, comment, savedAt, savedBy }: TaskDraft, actor: Actor): NonNullable<TaskView['draft']> {
  return {
    ...{ values, savedAt },
    ...(outcome === undefined ? {} : { outcome }),
    ...(comment === undefined ? {} : { comment }),
    ...(savedBy.id === actor.id ? {} : { savedByName: savedBy.name }),
  };
}
