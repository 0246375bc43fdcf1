/** What expressions of a form read beside its fields, as it might be: the other forms, settings, the case, who looks. */
import { sampleValues } from '@tongban/form';
import type { Actor, JsonObject } from '@tongban/model';
import type { FormDesignContext } from './form-design-context.ts';

/** See the module comment. */
export function sampleAround(formId: string, { forms, manifest }: FormDesignContext, actor: Actor, seed: number): JsonObject {
  const others = forms.filter(({ id }) => id !== formId).map((other) => [other.key, sampleValues(other, seed)] as const);
  const parameters = (manifest?.parameters ?? []).map(({ id, value }) => [id, value] as const);
  const { id, name, roles, department = null } = actor;
  return {
    ...Object.fromEntries(others),
    parameters: Object.fromEntries(parameters),
    case: { key: null },
    actor: { id, name, roles: [...roles], department },
  };
}
