/**
 * Who asks, in development: the page says so in a header and is believed. A real portal replaces this file by its own sign-in:
 * `identify(request)` reads the session or token of the host and answers with an Actor, or undefined when nobody is signed in.
 */
import type { Actor } from '@tongban/model';
import { PEOPLE } from './people.ts';

/** The header in which the identity switcher names the person. */
export const PERSON_HEADER = 'x-tongban-development-person';

/** The person named by the page. */
export async function identify(request: Request): Promise<Actor | undefined> {
  const id = request.headers.get(PERSON_HEADER);
  const person = PEOPLE.find((candidate) => candidate.id === id);
  if (person === undefined) return undefined;
  const { duty: _duty, ...actor } = person;
  return actor;
}
