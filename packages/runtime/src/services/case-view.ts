/** A case as one person may see it. */
import { dayAt } from '@tongban/calendar';
import { type CaseView, type FormView, type RecordableMessage, statusOn, type ValueChange } from '@tongban/model';
import type { CaseEvent } from '../core/event.ts';
import type { LiveCase } from '../engine/live-case.ts';
import { raise } from '../errors.ts';
import { isCandidate } from '../store/query-semantics.ts';
import type { SubscriptionRow } from '../store/store.ts';
import { maySeeCase, readAccess } from './case-access.ts';
import { caseHeader } from './case-header.ts';
import { historyOf, roundStart } from './case-history.ts';
import { mostUrgent } from './clock-readings.ts';
import { formContext } from './form-situation.ts';
import { accessOf, formSurroundings, formView, type RoundStart } from './form-view.ts';
import { incidentsOf } from './incidents.ts';
import { lastingPauses } from './lasting-pauses.ts';
import { allowedCaseOperations } from './operate-case.ts';
import { isOperator } from './operators.ts';
import { mayPause, pauseReasons } from './pause-case.ts';
import { pictureMarks } from './picture-marks.ts';
import { arrivalOf } from './record-message.ts';
import { mayDo } from './seats.ts';
import type { ServiceContext } from './service-context.ts';
import { stepsToStart } from './start-activity.ts';
import { timelineOf } from './timeline.ts';
import { valueChanges } from './value-changes.ts';
import { whoDoes } from './words.ts';

/** The view of a case. @throws RUNTIME_CASE_UNKNOWN */
export async function caseView(context: ServiceContext, caseId: string): Promise<CaseView> {
  const { engine, actor } = context;
  const { live, subscriptions } = await visibleCase(context, caseId);
  const now = engine.clock.now();
  const events = await historyOf(engine.storage.cases, live);
  const start = await roundStart(engine.storage.cases, live, events);
  const issued = await engine.storage.records.documents(live.tenant, { caseId });
  const today = dayAt(now, live.ready.release.calendar.offsetMinutes);
  const documents = issued.map((document) => ({ ...document, status: statusOn(document, today) }));
  const changes = await changesOfRounds(context, live, events, now);
  const forms = readableForms(context, live, now, start);
  const startable = stepsToStart(actor, live);
  const lasting = live.state.ended === undefined ? lastingPauses(live) : [];
  const pausable = mayPause(context, live) && live.state.ended === undefined && pauseReasons(live).length > 0;
  return {
    ...(await caseHeader(live, now)),
    picture: live.ready.release.picture,
    marks: pictureMarks(live, now),
    timeline: timelineOf({ live, actor, events, documents, changes }),
    openTasks: openTasksOf(context, live, now),
    operations: allowedCaseOperations(context, live, events),
    incidents: incidentsShown(context, live),
    documents,
    forms,
    messages: recordable(context, live, subscriptions, now),
    items: live.ready.release.items,
    departments: live.ready.release.manifest.departments,
    calendar: live.ready.release.calendar,
    context: formSurroundings(live, actor, forms, now),
    ...(startable.length === 0 ? {} : { startable }),
    ...(lasting.length === 0 ? {} : { lasting }),
    ...(pausable ? { mayPause: true } : {}),
  };
}

/** The forms with values that this person may read. */
export function readableForms({ actor }: ServiceContext, live: LiveCase, now: number, start?: RoundStart): readonly FormView[] {
  return [...live.ready.forms].flatMap(([formId, { document }]) => {
    const access = Object.hasOwn(live.state.data, document.key) ? readAccess(actor, live, formId) : undefined;
    return access === undefined ? [] : (formView(live, actor, { formId, access, now, roundStart: start }) ?? []);
  });
}

/** The case, when this person may see it, with what it waits for. @throws RUNTIME_CASE_UNKNOWN */
export async function visibleCase(
  { engine, actor }: ServiceContext,
  caseId: string,
): Promise<{ readonly live: LiveCase; readonly subscriptions: readonly SubscriptionRow[] }> {
  const live = await engine.load(actor.tenant, caseId);
  const subscriptions = live === undefined ? [] : await engine.storage.cases.subscriptionsOf(actor.tenant, caseId);
  const isConcerned = live !== undefined && (maySeeCase(actor, live, subscriptions) || stepsToStart(actor, live).length > 0);
  if (live === undefined || !isConcerned) throw raise('RUNTIME_CASE_UNKNOWN', { caseId: caseId.slice(0, 200) });
  return { live, subscriptions };
}

// helpers

function openTasksOf({ actor }: ServiceContext, live: LiveCase, now: number): CaseView['openTasks'] {
  return live.tasks
    .filter((task) => task.status === 'open' || task.status === 'waiting')
    .map((task) => {
      const clock = mostUrgent(live.ready, task.clocks, now);
      return {
        ...{
          taskId: task.taskId,
          nodeId: task.nodeId,
          name: task.name,
          since: task.openedAt,
          mine: task.status === 'open' && mayDo(actor, live, task),
        },
        ...(task.status === 'waiting' ? { held: true } : {}),
        who: whoDoes(live, task.candidates, task.assignee),
        ...(clock === undefined ? {} : { clock }),
      };
    });
}

// Applicants hear that something is being worked on, not what broke inside.
function incidentsShown(context: ServiceContext, live: LiveCase): CaseView['incidents'] {
  const mayRetry = isOperator(context);
  const inside = mayRetry || context.actor.department !== undefined;
  return incidentsOf(live).map(({ incidentId, nodeId, nodeName: name, since, problem }) => {
    const waiting = { 'zh-CN': `“${name}”处理遇到问题，工作人员正在处理。`, en: `"${name}" met a problem; the office is working on it.` };
    return { incidentId, nodeId, name, since, sentences: inside ? problem.sentences : waiting, mayRetry };
  });
}

function recordable(
  { actor }: ServiceContext,
  live: LiveCase,
  rows: readonly SubscriptionRow[],
  now: number,
): readonly RecordableMessage[] {
  return rows.flatMap((row) => {
    const place = isCandidate(row.candidates, actor) ? arrivalOf(live, row) : undefined;
    if (place === undefined) return [];
    const forms = place.arrival.filings.flatMap(
      (filing) => formView(live, actor, { formId: filing.form, access: accessOf(filing), now }) ?? [],
    );
    return [{ name: row.name, label: place.label, key: row.key, forms }];
  });
}

// What the starter changed when filing again, by the number of the event that says the task was completed.
async function changesOfRounds(
  { engine, actor }: ServiceContext,
  live: LiveCase,
  events: readonly CaseEvent[],
  now: number,
): Promise<ReadonlyMap<number, readonly ValueChange[]>> {
  const found = new Map<number, readonly ValueChange[]>();
  for (const [at, event] of events.entries()) {
    if (event.kind !== 'taskCompleted' || event.round < 2) continue;
    const changes: ValueChange[] = [];
    for (const { form, version } of writtenWith(events, at)) changes.push(...(await changesOf(form, version)));
    found.set(event.seq, changes);
  }
  return found;

  async function changesOf(key: string, version: number): Promise<readonly ValueChange[]> {
    const form = live.ready.formsByKey.get(key);
    const access = form && readAccess(actor, live, form.document.id);
    if (form === undefined || access === undefined) return [];
    const context = formContext(live, actor, { access, now, mode: 'draft' });
    const read = async (at: number) => {
      const row = await engine.storage.cases.data(live.tenant, live.caseId, key, at);
      return form.redact(row?.values ?? {}, context);
    };
    return valueChanges(await read(version - 1), await read(version));
  }
}

// A completion and what it wrote stand side by side.
function writtenWith(events: readonly CaseEvent[], at: number): readonly (CaseEvent & { readonly kind: 'dataChanged' })[] {
  const completed = events[at] as CaseEvent & { readonly kind: 'taskCompleted' };
  const isWritten = (event: CaseEvent | undefined) =>
    event?.kind === 'dataChanged' && event.nodeId === completed.nodeId && event.at === completed.at;
  let [first, last] = [at, at];
  while (isWritten(events[first - 1])) first--;
  while (isWritten(events[last + 1])) last++;
  return events.slice(first, last + 1).filter((event) => event.kind === 'dataChanged');
}
