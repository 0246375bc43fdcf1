/** Where the page is, in the address after `#`: nothing to configure on a server, and the back button works. */

/** The pages of 运行管理. */
export const OPERATIONS = ['incidents', 'pauses', 'calendar', 'migration', 'paper', 'file'] as const;

/** One of them. */
export type Operation = (typeof OPERATIONS)[number];

/** A place in the portal. */
export type Route =
  | { readonly at: 'inbox' }
  | { readonly at: 'start' }
  | { readonly at: 'deputies' }
  | { readonly at: 'rules' }
  | { readonly at: 'upper' }
  | { readonly at: 'operations'; readonly page?: Operation }
  | { readonly at: 'task'; readonly taskId: string }
  | { readonly at: 'case'; readonly caseId: string }
  | { readonly at: 'measures'; readonly measureId?: string };

/** The place that `hash` names; the inbox when it names none. */
export function routeOf(hash: string): Route {
  const [at, id] = hash.replace(/^#\/?/, '').split('/').map(decodeURIComponent);
  if (at === 'task' && id) return { at, taskId: id };
  if (at === 'case' && id) return { at, caseId: id };
  if (at === 'start' || at === 'deputies' || at === 'rules' || at === 'upper') return { at };
  if (at === 'operations') {
    const page = OPERATIONS.find((one) => one === id);
    return page === undefined ? { at } : { at, page };
  }
  if (at === 'measures') return id ? { at, measureId: id } : { at };
  return { at: 'inbox' };
}

/** The address of a place. */
export function hashOf(route: Route): string {
  const id = idOf(route);
  return `#/${route.at}${id === undefined ? '' : `/${encodeURIComponent(id)}`}`;
}

function idOf(route: Route): string | undefined {
  switch (route.at) {
    case 'task':
      return route.taskId;
    case 'case':
      return route.caseId;
    case 'measures':
      return route.measureId;
    case 'operations':
      return route.page;
    default:
      return undefined;
  }
}
