/** Takes over what a person handed in at a task or with a message: only what they may write, valid, with files that are theirs to use. */
import type { OpenForm } from '@tongban/form';
import type { FileRef, FormValues, Json, Problem, ProgramFiling } from '@tongban/model';
import { type FilePointer, fileRefsIn } from '../engine/case-commit.ts';
import { type LiveCase, valuesOf } from '../engine/live-case.ts';
import { raise } from '../errors.ts';
import type { FileFacts, FileStore, StoredTask } from '../store/store.ts';
import { formContext } from './form-situation.ts';
import { accessOf, readableFiles } from './form-view.ts';
import { knowsAllProjects, maySeeProject } from './project-access.ts';
import type { ServiceContext } from './service-context.ts';
import { strangeSeals } from './strange-seals.ts';
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

/** Where rows themselves are not to be read, comparing them with earlier ones is no use and may take long. */
const BROKEN_ROWS = ['FORM_ROW_ID_INVALID', 'FORM_ROWS_TOO_MANY'];

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
  const codes = new Set(patched.problems.map(({ code }) => code));
  if (codes.has('FORM_FIELD_NOT_WRITABLE') && !BROKEN_ROWS.some((code) => codes.has(code))) {
    const fresh = await withoutStale(service.engine.storage.cases, live, form, submitted ?? {}, context);
    patched = form.applyPatch(stored, fresh, context);
  }
  if (!patched.ok) return { problems: inForm(patched.problems, id) };
  const validation = form.validate(patched.values, context);
  const values = difference(stored, validation.values);
  const strangers =
    values === undefined
      ? []
      : [
          ...(await strangeFiles(service, change, stored, values)),
          ...(await strangeProject(service, change, key, values)),
          ...(mode === 'submit'
            ? await strangeSeals(service, { live, now, form }, { stored, submitted: submitted ?? {}, changed: values })
            : []),
        ];
  if (!validation.ok || strangers.length > 0)
    return { problems: inForm([...(validation.ok ? [] : validation.problems), ...strangers], id) };
  return values === undefined ? { problems: [] } : { problems: [], values };
}

// A task may hold several forms: each problem says which one it is in.
function inForm(problems: readonly Problem[], formId: string): readonly Problem[] {
  return problems.map((problem) => ({ ...problem, details: { formId, ...problem.details } }));
}

// Files new to a field must have been put by this person, or be seen by them in this case; and be what the page says they are.
async function strangeFiles(
  { engine, actor }: ServiceContext,
  { live, knownFiles = [], now }: FormChange,
  stored: FormValues,
  changed: FormValues,
): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  let seen: ReadonlySet<string> | undefined;
  for (const [name, value] of Object.entries(changed)) {
    const kept = new Set(fileRefsIn(stored[name] ?? null).map((ref) => JSON.stringify(ref)));
    for (const ref of fileRefsIn(value)) {
      if (kept.has(JSON.stringify(ref))) continue;
      const { fileId } = ref;
      const file = await factsOf(engine.storage.files, live.tenant, fileId);
      if (file?.putBy !== actor.id) seen ??= new Set([...knownFiles, ...readableFiles(live, actor, now)]);
      const theirs = file?.putBy === actor.id || seen?.has(fileId);
      if (file === undefined || !theirs || !describes(ref, file)) problems.push(raise.problem('RUNTIME_FILE_UNKNOWN', {}, { fileId }));
    }
  }
  return problems;
}

// What a field accepts is asked of the reference, so that must not be made up. Of signatures only the id is
// the file's: the digest of an e-seal is that of what it was put on.
function describes(said: FilePointer, file: FileRef): boolean {
  if ('method' in said) return true;
  return (['bytes', 'mediaType', 'digest'] as const).every((fact) => said[fact] === undefined || said[fact] === file[fact]);
}

function factsOf(files: FileStore, tenant: string, fileId: string): Promise<FileFacts | undefined> {
  return files.facts === undefined ? files.get(tenant, fileId) : files.facts(tenant, fileId);
}

// An applicant files for a project of theirs, also where the code was typed.
async function strangeProject(
  { engine, actor }: ServiceContext,
  { live, mode }: FormChange,
  formKey: string,
  changed: FormValues,
): Promise<readonly Problem[]> {
  if (mode !== 'submit' || knowsAllProjects(actor)) return [];
  const field = live.ready.meanings.find((one) => one.formKey === formKey && one.meaning === 'project.code');
  const code = field && changed[field.fieldKey];
  if (field === undefined || typeof code !== 'string') return [];
  const project = await engine.storage.records.project(live.tenant, code);
  if (project !== undefined && maySeeProject(actor, project)) return [];
  return [raise.problem('RUNTIME_PROJECT_UNKNOWN', { property: field.fieldKey }, { path: field.fieldKey, projectCode: code })];
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
