/** What a flow may refer to: the roles, departments, limits, forms, decisions, templates and names of its measure. */
import type { CompiledForm } from '@tongban/model';

/** The measure around a flow. Without one (plain BPMN) nothing can be checked against it, and less is asked. */
export interface MeasureWorld {
  readonly roles: readonly string[];
  readonly departments: readonly string[];
  readonly limits: readonly string[];
  readonly forms: Readonly<Record<string, CompiledForm>>;
  /** Forms that exist, also when they have errors of their own. */
  readonly formIds: readonly string[];
  readonly formKeys: readonly string[];
  readonly decisions: readonly string[];
  readonly templates: readonly string[];
}

/** Names that every expression of a flow may read, beside the variables of the flow and the forms by key. */
export const CASE_NAMES: readonly string[] = [
  'parameters',
  'items',
  'departments',
  'case',
  'loopCounter',
  'numberOfInstances',
  'numberOfActiveInstances',
  'numberOfCompletedInstances',
  'numberOfTerminatedInstances',
];
