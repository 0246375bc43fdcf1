/** What a host hands to the engine: the storage, the present, ids, and its own services. */
import type { Actor } from '@tongban/model';
import type { Storage } from '../store/store.ts';
import type { Handler } from './handlers/handler.ts';

/** The present, in epoch milliseconds. */
export interface WallClock {
  now(): number;
}

/** What somebody wants to do, for the host to permit. */
export interface AuthorizeRequest {
  readonly actor: Actor;
  /** `start`, `complete`, `return`, `reject`, `claim`, `transfer`, `message`, `draft`. */
  readonly action: string;
  readonly measureId: string;
  readonly caseId?: string;
  readonly nodeId?: string;
}

/** The people a task can be handed to. */
export interface Directory {
  person(tenant: string, id: string): Promise<Actor | undefined>;
}

/** How failed handlers are tried again. */
export interface RetryPolicy {
  /** Attempts before an incident; default 5. */
  readonly attempts: number;
  /** Pause after the first failure, doubled after each further one; default 1,000 ms. */
  readonly firstPauseMs: number;
  /** Longest pause; default 10 minutes. */
  readonly longestPauseMs: number;
}

/** What {@link createEngine} needs. */
export interface EngineOptions {
  /** Where everything is kept: `openMemoryStorage()`, or a database such as `openSqlite` of `@tongban/store-sqlite`. */
  readonly store: Storage;
  readonly clock: WallClock;
  /** A new id that nobody can guess; letters, digits, `-` and `_`. */
  readonly newId: () => string;
  /** Service task handlers by name, beside the built-in ones. */
  readonly handlers?: Readonly<Record<string, Handler>>;
  /** Asked before every command of a person, after the rules of the measure; default: everything they allow. */
  readonly authorize?: (request: AuthorizeRequest) => boolean | Promise<boolean>;
  readonly directory?: Directory;
  readonly retry?: Partial<RetryPolicy>;
  /** How long a leased job or timer is hidden from other workers; default 30,000 ms. */
  readonly leaseMs?: number;
  /** Told what went wrong in the background loop, which goes on. */
  readonly onFault?: (fault: unknown) => void;
}
