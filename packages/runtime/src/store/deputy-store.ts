/** The part of the Store port that keeps who stands in for whom. */
import type { Deputyship, Json } from '@tongban/model';
import type { CommandRow } from './rows.ts';

/** Keeps deputyships. One is over at its `endsAt`, or earlier at its `endedAt`. */
export interface DeputyStore {
  deputyship(tenant: string, deputyshipId: string): Promise<Deputyship | undefined>;
  /** Those in which the person is principal or deputy, or all, by start, then id; without those that are over at `after`, when it is given. */
  list(tenant: string, query: { readonly person?: string; readonly after?: number }): Promise<readonly Deputyship[]>;
  seen(tenant: string, actorId: string, commandId: string): Promise<Json | undefined>;
  /** Keeps it whole, in place of the one with its id; not where it would make a chain with one that is kept (`chainWith`, DP4). */
  save(tenant: string, deputyship: Deputyship, command: CommandRow): Promise<DeputyCommitResult>;
}

/** How saving came out. */
export type DeputyCommitResult =
  | { readonly kind: 'done' }
  | { readonly kind: 'repeated'; readonly answer: Json }
  | { readonly kind: 'chain'; readonly with: Deputyship };
