/** Incidents: tokens that could not go on, listed for operators and tried again by them, with changed values if need be. */
import type { CommandAnswer, IncidentSummary, Page, RetryOrder } from '@tongban/model';
import { openIncidents } from '../core/one-incident.ts';
import type { LiveCase } from '../engine/live-case.ts';
import { raise } from '../errors.ts';
import { stepProblem } from '../in-words.ts';
import { operatorOf, operatorRefused } from './operators.ts';
import { answerOf, caseUnknown, keptAnswer, refuse, type ServiceContext } from './service-context.ts';
import { pageLimit } from './task-lists.ts';
import { nodeName } from './words.ts';

/** A page of incidents, of the cases started last first; `limit` counts cases. */
export async function incidentList(
  context: ServiceContext,
  query: { readonly measureId?: string; readonly cursor?: string; readonly limit?: number } = {},
): Promise<Page<IncidentSummary>> {
  operatorOf(context, '查看流程异常');
  const { engine, actor } = context;
  const limit = pageLimit(query.limit);
  const page = await engine.storage.cases.cases({ ...query, tenant: actor.tenant, incidents: true, now: engine.clock.now(), limit });
  const found: IncidentSummary[] = [];
  for (const { caseId } of page.entries) {
    const live = await engine.load(actor.tenant, caseId);
    if (live !== undefined) found.push(...incidentsOf(live));
  }
  return { ...page, entries: found };
}

/** The incidents of a case. */
export function incidentsOf(live: LiveCase): readonly IncidentSummary[] {
  return openIncidents(live.state).map(({ id, token, at, problem }) => {
    const node = live.state.tokens.find((one) => one.id === token)?.node;
    const nodeId = (node === undefined ? undefined : live.ready.prepared.nodes[node]?.id) ?? '';
    const { caseId, row } = live;
    return {
      caseId,
      caseTitle: row.title,
      incidentId: id,
      nodeId,
      nodeName: nodeName(live.ready, nodeId),
      since: at,
      problem: stepProblem(problem),
    };
  });
}

/** Tries an incident again for the operator of the context. What fails again is an incident again; the rest of the case is not touched. */
export async function retryIncident(context: ServiceContext, order: RetryOrder): Promise<CommandAnswer<{ readonly caseId: string }>> {
  const { engine, actor } = context;
  const { caseId, commandId, incidentId, variables, data } = order;
  const outcome = await engine.execute({
    ...{ tenant: actor.tenant, caseId, commandId, actorId: actor.id },
    decide: async (live) => {
      const refused = await operatorRefused(context, 'retryIncident', '处理流程异常', live.row);
      if (refused.length > 0) return refuse(...refused);
      const unknownForm = Object.keys(data ?? {}).find((key) => !live.ready.formsByKey.has(key));
      if (unknownForm !== undefined)
        return refuse(raise.problem('RUNTIME_FORM_NOT_IN_TASK', {}, { taskName: live.row.title, formId: unknownForm.slice(0, 200) }));
      const facts = { commandId, now: engine.clock.now(), actor: operatorOf(context, '处理流程异常') };
      return { command: { kind: 'retryIncident', ...facts, incidentId, variables, data }, answer: () => keptAnswer({ caseId }) };
    },
  });
  return answerOf(outcome, caseUnknown(caseId));
}
