/** The forms of a task of a trial as whoever does it meets them: what may not be seen is left out, what is asked for is filled in. */
import { openForm } from '@tongban/form';
import type { FormView, JsonObject, Release, TrialForms } from '@tongban/model';
import { contextAt, type FillingSituation, filingsAt, filledForms, objectAt, TRIAL_PROJECT } from './filled-forms.ts';

export function taskForms(release: Release, situation: FillingSituation): TrialForms {
  const { variables } = filledForms(release, situation);
  const all: JsonObject = { ...situation.variables, ...variables };
  const forms = filingsAt(release, situation.elementId).flatMap(({ form: id, access, fields = {} }): readonly FormView[] => {
    const compiled = release.forms[id];
    if (compiled === undefined) return [];
    const form = openForm(compiled);
    const context = contextAt(release, situation, { default: access, fields }, variables);
    const values = form.redact(objectAt(all, compiled.document.key), context);
    return [{ form: compiled, version: 0, values, access: { default: access, fields: form.accessOf(context) } }];
  });
  const shown = new Set(forms.map(({ form }) => form.document.key));
  const beside = Object.entries(situation.variables).filter(([name]) => !shown.has(name) && name !== 'items');
  const { actor } = situation;
  return { forms, actor, context: { case: { key: TRIAL_PROJECT.code }, ...Object.fromEntries(beside) }, items: release.items };
}
