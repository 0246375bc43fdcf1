/** The development identity: who the page says it is. Kept for the tab only, so that two tabs can be two people. */
import type { Area, Person } from '../host/people.ts';

const KEY = 'tongban.development.person';
const HEADER = 'x-tongban-development-person';

/** Everybody the switcher offers. */
export interface Directory {
  readonly counties: readonly Area[];
  readonly people: readonly Person[];
}

/** Asks the server whom one may be. */
export async function loadDirectory(): Promise<Directory> {
  const answer = await fetch('/development/people');
  return (await answer.json()) as Directory;
}

/** The person last chosen in this tab. */
export function rememberedPerson(): string | undefined {
  return sessionStorage.getItem(KEY) ?? undefined;
}

/** Remembers the person for this tab. */
export function rememberPerson(id: string): void {
  sessionStorage.setItem(KEY, id);
}

/** The header that names the person to the server. */
export function identityHeaders(personId: string): Readonly<Record<string, string>> {
  return { [HEADER]: personId };
}
