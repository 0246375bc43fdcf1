/** One incident as an operator meets it: what it says, and the values that can be corrected before it is tried again. */
import type { IncidentView } from '@tongban/model';
import { stepErrors } from '../core/step-errors.ts';
import { variablesIn } from '../core/variables-in.ts';
import { visibleCase } from './case-view.ts';
import { formSurroundings, formView } from './form-view.ts';
import { incidentsOf } from './incidents.ts';
import { operatorOf } from './operators.ts';
import type { ServiceContext } from './service-context.ts';

/** The incident. @throws RUNTIME_NOT_ALLOWED, RUNTIME_CASE_UNKNOWN, RUNTIME_INCIDENT_CLOSED */
export async function incidentView(context: ServiceContext, caseId: string, incidentId: number): Promise<IncidentView> {
  operatorOf(context, '查看流程异常');
  const { engine, actor } = context;
  const { live } = await visibleCase(context, caseId);
  const summary = incidentsOf(live).find((one) => one.incidentId === incidentId);
  if (summary === undefined) throw stepErrors('RUNTIME_INCIDENT_CLOSED', { caseId, incidentId });
  const { state, ready } = live;
  const { prepared, release } = ready;
  const stands = state.incidents?.find(({ id }) => id === incidentId)?.token;
  const scope = state.tokens.find(({ id }) => id === stands)?.scope ?? 0;
  const now = engine.clock.now();
  const forms = [...ready.formsByKey.values()].flatMap(({ document }) => {
    if (!Object.hasOwn(state.data, document.key)) return [];
    return formView(live, actor, { formId: document.id, access: { default: 'write' }, now }) ?? [];
  });
  return {
    ...summary,
    variables: variablesIn(prepared, state, scope),
    forms,
    context: formSurroundings(live, actor, forms, now),
    items: release.items,
    departments: release.manifest.departments,
    calendar: release.calendar,
  };
}
