/** What a person can limit their deputy to, from the current measures: roles they have in them, the measures, the items of their department. */
import { type DeputyChoices, textIn } from '@tongban/model';
import type { ServiceContext } from './service-context.ts';

/** The choices of the person of the context, by name. */
export async function deputyChoices({ engine, actor }: ServiceContext): Promise<DeputyChoices> {
  const { measures } = engine.storage;
  const [roles, titles, items] = [new Map<string, string>(), new Map<string, string>(), new Map<string, string>()];
  for (const measureId of await measures.measureIds(actor.tenant)) {
    const current = await measures.current(actor.tenant, measureId);
    const ready = current && (await engine.release(actor.tenant, current.id));
    if (ready === undefined) continue;
    const { manifest, items: all } = ready.release;
    const own = manifest.roles.filter(({ id }) => actor.roles.includes(id));
    if (own.length === 0) continue;
    titles.set(measureId, textIn(manifest.title));
    for (const { id, name } of own) roles.set(id, textIn(name));
    for (const { code, name, department } of all) if (department === actor.department) items.set(code, textIn(name));
  }
  return { roles: named(roles), measures: named(titles), items: named(items) };
}

function named(names: ReadonlyMap<string, string>): DeputyChoices['roles'] {
  return [...names].map(([id, name]) => ({ id, name }));
}
