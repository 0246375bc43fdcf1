/** Takes over what a person handed in at a task or with a message: only what they may write, valid, with files that are theirs to use. */
import type { OpenForm } from '@tongban/form';
import type { FormValues, Json, Problem, ProgramFiling } from '@tongban/model';
import { fileIdsIn } from '../engine/case-commit.ts';
import { type LiveCase, valuesOf } from '../engine/live-case.ts';
import { raise } from '../errors.ts';
import type { StoredTask } from '../store/store.ts';
import { formContext } from './form-situation.ts';
import { accessOf } from './form-view.ts';
import type { ServiceContext } from './service-context.ts';
import { withoutStale } from './without-stale.ts';

/** Values by form id, as a page hands them in. */
export type HandedIn = Readonly<Record<string, FormValues>>;

/** What is handed in, and where. */
export interface FormChange {
  readonly live: LiveCase;
  /** The element it belongs to: a task's node, or a message event. */
  readonly place: { readonly nodeId: string; readonly name: string };
  readonly filings: readonly ProgramFiling[];
  readonly values: HandedIn;
  /** Ids of files that may be used though the person did not put them: those of a kept draft. */
  readonly knownFiles?: readonly string[];
  readonly task?: StoredTask;
  readonly mode: 'draft' | 'submit';
  readonly now: number;
}

/** The changes by form key, or what is wrong with them. */
export interface TakenOver {
  readonly problems: readonly Problem[];
  readonly data: Readonly<Record<string, FormValues>>;
}

/** Judges what was handed in. */
export async function takeOver(context: ServiceContext, change: FormChange): Promise<TakenOver> {
  const problems: Problem[] = [...unknownForms(change)];
  const data: Record<string, FormValues> = {};
  for (const filing of change.filings) {
    const form = change.live.ready.forms.get(filing.form);
    if (form === undefined) continue;
    const taken = await takeOverForm(context, change, filing, form);
    problems.push(...taken.problems);
    if (taken.values !== undefined) data[form.document.key] = taken.values;
  }
  return { problems, data };
}

// helpers

function unknownForms({ filings, values, place }: FormChange): readonly Problem[] {
  const known = new Set(filings.map((filing) => filing.form));
  return Object.keys(values)
    .filter((formId) => !known.has(formId))
    .map((formId) =>
      raise.problem(
        'RUNTIME_FORM_NOT_IN_TASK',
        { elementId: place.nodeId, elementName: place.name },
        { taskName: place.name, formId: formId.slice(0, 200) },
      ),
    );
}

async function takeOverForm(
  service: ServiceContext,
  change: FormChange,
  filing: ProgramFiling,
  form: OpenForm,
): Promise<{ readonly problems: readonly Problem[]; readonly values?: FormValues }> {
  const { live, now, mode, task } = change;
  const { key, id } = form.document;
  const stored = valuesOf(live.state, key);
  const context = formContext(live, service.actor, { access: accessOf(filing), now, mode, task });
  const submitted = Object.hasOwn(change.values, id) ? change.values[id] : {};
  let patched = form.applyPatch(stored, submitted, context);
  if (patched.problems.some(({ code }) => code === 'FORM_FIELD_NOT_WRITABLE')) {
    const fresh = await withoutStale(service.engine.storage.cases, live, form, submitted ?? {}, context);
    patched = form.applyPatch(stored, fresh, context);
  }
  if (!patched.ok) return { problems: inForm(patched.problems, id) };
  const validation = form.validate(patched.values, context);
  const strangers = await strangeFiles(service, change, stored, patched.values);
  if (!validation.ok || strangers.length > 0)
    return { problems: inForm([...(validation.ok ? [] : validation.problems), ...strangers], id) };
  const values = difference(stored, validation.values);
  return values === undefined ? { problems: [] } : { problems: [], values };
}

// A task may hold several forms: each problem says which one it is in.
function inForm(problems: readonly Problem[], formId: string): readonly Problem[] {
  return problems.map((problem) => ({ ...problem, details: { formId, ...problem.details } }));
}

// Files new to the form must have been put by this person, or be known in this case already.
async function strangeFiles(
  { engine, actor }: ServiceContext,
  { live, knownFiles = [] }: FormChange,
  stored: FormValues,
  values: FormValues,
): Promise<readonly Problem[]> {
  const known = new Set([...fileIdsIn(stored), ...knownFiles]);
  const problems: Problem[] = [];
  for (const fileId of new Set(fileIdsIn(values))) {
    if (known.has(fileId)) continue;
    const file = await engine.storage.files.get(live.tenant, fileId);
    const inCase = file !== undefined && (await engine.storage.cases.casesWithFile(live.tenant, fileId)).includes(live.caseId);
    if (file === undefined || (file.putBy !== actor.id && !inCase)) problems.push(raise.problem('RUNTIME_FILE_UNKNOWN', {}, { fileId }));
  }
  return problems;
}

// What to set so that `stored` becomes `values`: names that are gone are set to null.
function difference(stored: FormValues, values: FormValues): FormValues | undefined {
  const names = new Set([...Object.keys(stored), ...Object.keys(values)]);
  const changed: Record<string, Json> = {};
  for (const name of names) {
    const [before, after] = [stored[name] ?? null, values[name] ?? null];
    if (JSON.stringify(before) !== JSON.stringify(after)) changed[name] = after;
  }
  return Object.keys(changed).length === 0 ? undefined : changed;
}
