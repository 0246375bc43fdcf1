/** Where the page is, in the address after `#`: nothing to configure on a server, and the back button works. */

/** A place in the portal. */
export type Route =
  | { readonly at: 'inbox' }
  | { readonly at: 'start' }
  | { readonly at: 'deputies' }
  | { readonly at: 'rules' }
  | { readonly at: 'task'; readonly taskId: string }
  | { readonly at: 'case'; readonly caseId: string }
  | { readonly at: 'measures'; readonly measureId?: string };

/** The place that `hash` names; the inbox when it names none. */
export function routeOf(hash: string): Route {
  const [at, id] = hash.replace(/^#\/?/, '').split('/').map(decodeURIComponent);
  if (at === 'task' && id) return { at, taskId: id };
  if (at === 'case' && id) return { at, caseId: id };
  if (at === 'start' || at === 'deputies' || at === 'rules') return { at };
  if (at === 'measures') return id ? { at, measureId: id } : { at };
  return { at: 'inbox' };
}

/** The address of a place. */
export function hashOf(route: Route): string {
  const id =
    route.at === 'task' ? route.taskId : route.at === 'case' ? route.caseId : route.at === 'measures' ? route.measureId : undefined;
  return `#/${route.at}${id === undefined ? '' : `/${encodeURIComponent(id)}`}`;
}
