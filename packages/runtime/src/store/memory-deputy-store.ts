/** Deputyships in memory. */
import type { Deputyship, Json } from '@tongban/model';
import type { DeputyCommitResult, DeputyStore } from './deputy-store.ts';
import { chainWith, isOver } from './query-semantics.ts';
import type { CommandRow } from './rows.ts';
import { idOf, TenantTable } from './tenant-table.ts';

/** Keeps deputyships in memory. */
export class MemoryDeputyStore implements DeputyStore {
  readonly #deputyships = new TenantTable<Deputyship>();
  readonly #commands = new TenantTable<Json>();

  async deputyship(tenant: string, deputyshipId: string): Promise<Deputyship | undefined> {
    return this.#deputyships.get(tenant, deputyshipId);
  }

  async list(tenant: string, { person, after }: Parameters<DeputyStore['list']>[1]): Promise<readonly Deputyship[]> {
    const found = this.#deputyships
      .of(tenant)
      .filter(
        (one) =>
          (person === undefined || one.principal.id === person || one.deputy.id === person) && (after === undefined || !isOver(one, after)),
      );
    return found.sort((a, b) => a.startsAt - b.startsAt || (a.deputyshipId < b.deputyshipId ? -1 : 1));
  }

  async seen(tenant: string, actorId: string, commandId: string): Promise<Json | undefined> {
    return this.#commands.get(tenant, idOf(actorId, commandId));
  }

  async save(tenant: string, deputyship: Deputyship, { actorId, commandId, answer }: CommandRow): Promise<DeputyCommitResult> {
    const before = this.#commands.get(tenant, idOf(actorId, commandId));
    if (before !== undefined) return { kind: 'repeated', answer: before };
    const chain = chainWith(deputyship, this.#deputyships.of(tenant));
    if (chain !== undefined) return { kind: 'chain', with: chain };
    this.#commands.set(tenant, idOf(actorId, commandId), answer);
    this.#deputyships.set(tenant, deputyship.deputyshipId, deputyship);
    return { kind: 'done' };
  }
}
