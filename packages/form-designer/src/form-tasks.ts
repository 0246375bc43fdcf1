/** The tasks of the measure's flow as one form meets them: who does each, and what may be done there with each field. */
import type { Flow, FlowNode, FlowScope, FormAccess, Performer } from '@tongban/model';

/** A task, or a message whose arrival people record. */
export interface FormTask {
  readonly id: string;
  readonly name: string;
  readonly performer: Performer;
  /** Absent where the form does not show. */
  readonly access?: FormAccess;
}

/** The tasks of `flow` in its order, and what each may do with the form `formId`. */
export function formTasks(flow: Flow, formId: string): readonly FormTask[] {
  return nodesOf(flow).flatMap((node): readonly FormTask[] => {
    const { arrival, performer } = node.extension;
    if (node.kind !== 'userTask' && arrival?.filings === undefined) return [];
    const filing = (arrival?.filings ?? node.extension.filings ?? []).find(({ form }) => form === formId);
    const access = filing && { default: filing.access, ...(filing.fields === undefined ? {} : { fields: filing.fields }) };
    return [
      {
        id: node.id,
        name: arrival?.label ?? node.name ?? node.id,
        performer: arrival?.performer ?? performer ?? {},
        ...(access === undefined ? {} : { access }),
      },
    ];
  });
}

/** Whether `flow` itself gives the form with the key `formKey` its values, beside what people fill in. */
export function writesForm(flow: Flow, formKey: string): boolean {
  return nodesOf(flow).some(({ script, extension: { assigns = [], handler, rule, each } }) => {
    const written = [...assigns.map(({ variable }) => variable), script?.result, handler?.result, rule?.result, each?.results];
    return written.includes(formKey);
  });
}

function nodesOf(flow: Flow): readonly FlowNode[] {
  const inside = (scope: FlowScope): readonly FlowNode[] =>
    scope.nodes.flatMap((node) => [node, ...(node.inner === undefined ? [] : inside(node.inner))]);
  return flow.processes.flatMap(inside);
}
