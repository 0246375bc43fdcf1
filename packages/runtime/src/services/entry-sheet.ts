/** What entering a case from paper asks for: the steps where it can stand, and the forms with what the register knows of the project. */
import { type EntrySheet, type FormView, textIn } from '@tongban/model';
import { raise } from '../errors.ts';
import { mayEnter } from './enter-case.ts';
import { elementsOf } from './flow-elements.ts';
import type { ServiceContext } from './service-context.ts';
import { filledFrom } from './start-case.ts';

/** The sheet of a measure. @throws RUNTIME_NOT_ALLOWED, RUNTIME_RELEASE_UNKNOWN, RUNTIME_PROJECT_UNKNOWN */
export async function entrySheet(
  context: ServiceContext,
  { measureId, projectCode }: { readonly measureId: string; readonly projectCode?: string },
): Promise<EntrySheet> {
  const { engine, actor } = context;
  const current = await engine.storage.measures.current(actor.tenant, measureId);
  const ready = current && (await engine.release(actor.tenant, current.id, 'latest'));
  if (ready === undefined) throw raise('RUNTIME_RELEASE_UNKNOWN', { releaseId: measureId.slice(0, 200) });
  const { release, prepared } = ready;
  const title = textIn(release.manifest.title);
  if (!(await mayEnter(context, ready))) throw raise('RUNTIME_NOT_ALLOWED', { actorName: actor.name, what: `补录${title}` });
  const project = projectCode === undefined ? undefined : await engine.storage.records.project(actor.tenant, projectCode);
  if (projectCode !== undefined && project === undefined)
    throw raise('RUNTIME_PROJECT_UNKNOWN', { projectCode: projectCode.slice(0, 200) });
  const filled = project === undefined ? {} : filledFrom(ready, project).data;
  const forms = [...ready.formsByKey].map(
    ([key, { compiled }]): FormView => ({
      form: compiled,
      version: 0,
      values: filled[key] ?? {},
      access: { default: 'write', fields: {} },
    }),
  );
  const { items: _, ...globals } = prepared.globals;
  return {
    ...{ releaseId: release.id, title, elements: elementsOf(prepared), forms, context: globals },
    items: release.items,
    departments: release.manifest.departments,
    calendar: release.calendar,
  };
}
