/** In whose place a deputy stands: the principal as the directory knows them now, with nothing of the engine's own roles (DP1, DP3). */
import type { Actor, Deputyship } from '@tongban/model';
import type { Directory } from './engine-options.ts';
import { ADMINISTRATOR, SYSTEM } from './own-roles.ts';

/** The principal of a deputyship; who went to another department than their deputy, or left, is nobody's any more. */
export async function principalOf(
  directory: Directory,
  { principal }: Deputyship,
  deputy: Pick<Actor, 'tenant' | 'department'>,
): Promise<Actor | undefined> {
  const person = await directory.person(deputy.tenant, principal.id);
  if (person === undefined || person.tenant !== deputy.tenant || person.department !== deputy.department) return undefined;
  return { ...person, roles: person.roles.filter((role) => role !== ADMINISTRATOR && role !== SYSTEM) };
}
