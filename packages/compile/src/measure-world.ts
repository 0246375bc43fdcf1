/** What a flow may refer to: the roles, departments, limits, forms, decisions, templates and names of its measure. */
import { hasValue, walkFields } from '@tongban/form';
import type { CompiledForm, FormDocument, MeasureManifest } from '@tongban/model';
import { listId } from './list-id.ts';
import type { KnownNames } from './unknown-names.ts';

/** The measure around a flow. Without one (plain BPMN) nothing can be checked against it, and less is asked. */
export interface MeasureWorld {
  readonly roles: readonly string[];
  readonly departments: readonly string[];
  readonly limits: readonly string[];
  /** Reasons for which some limit is paused; default none. */
  readonly pauseReasons?: readonly string[];
  readonly forms: Readonly<Record<string, CompiledForm>>;
  /** Forms that exist, also when they have errors of their own. */
  readonly formIds: readonly string[];
  /** What expressions may read in this measure, beside {@link CASE_NAMES} and the variables of the flow. */
  readonly known: KnownNames;
  /** Decisions that exist, also in files with errors of their own; undefined when a file cannot be read, so that nobody knows. */
  readonly decisions: readonly string[] | undefined;
  readonly templates: readonly string[];
}

/** Names that every expression of a flow may read, beside the variables of the flow and the forms by key. */
export const CASE_NAMES: readonly string[] = [
  'parameters',
  'items',
  'departments',
  'lists',
  'case',
  'loopCounter',
  'numberOfInstances',
  'numberOfActiveInstances',
  'numberOfCompletedInstances',
  'numberOfTerminatedInstances',
];

/** What the forms and parameters of a measure give to expressions: their names, and the fields and ids in them. */
export function namesOfMeasure(
  { parameters, parts }: Pick<MeasureManifest, 'parameters'> & { readonly parts?: Pick<MeasureManifest['parts'], 'lists'> },
  forms: readonly FormDocument[],
): KnownNames {
  const members = forms.map((form) => [form.key, fieldKeys(form)] as const);
  return {
    names: forms.map(({ key }) => key),
    members: new Map([
      ...members,
      ['parameters', new Set(parameters.map(({ id }) => id))],
      ['lists', new Set((parts?.lists ?? []).map(listId))],
    ]),
  };
}

function fieldKeys(form: FormDocument): ReadonlySet<string> {
  const places = walkFields(form).filter(({ field, rows }) => rows === undefined && hasValue(field));
  return new Set(places.map(({ field }) => field.key));
}
