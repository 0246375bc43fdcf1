/** What a host hands to the engine: the storage, the present, ids, and its own services. */
import type { Actor, Json, JsonObject } from '@tongban/model';
import type { Digest } from '../audit/digest.ts';
import type { Candidates, FileStore, PersonRef, Storage } from '../store/store.ts';
import type { FileCheck } from './check-file.ts';
import type { SealCheck } from './check-seal.ts';
import type { Handler } from './handlers/handler.ts';

/** The present, in epoch milliseconds. */
export interface WallClock {
  now(): number;
}

/** What somebody wants to do, for the host to permit. */
export interface AuthorizeRequest {
  readonly actor: Actor;
  /** `start`, `complete`, `draft`, `message`, an operation such as `return` or `transfer`; of operators `signal`, `retryIncident` … */
  readonly action: string;
  readonly measureId: string;
  readonly caseId?: string;
  readonly nodeId?: string;
}

/** The people a task can be handed to. */
export interface Directory {
  person(tenant: string, id: string): Promise<Actor | undefined>;
  /** Who is above them; asked for tasks that go to the superior when their limit is over. */
  superior?(tenant: string, id: string): Promise<Actor | undefined>;
  /** People whose name or id holds the text, for choosing; at most `limit`. Without it nobody is offered. */
  search?(tenant: string, text: string, limit: number): Promise<readonly Actor[]>;
}

/** Something that people should hear of, for the host to send in its own way (SMS, in-app). It may come twice with the same key. */
export interface Notice {
  readonly key: string;
  readonly tenant: string;
  readonly caseId: string;
  readonly nodeId: string;
  /** Which text to send, e.g. `limit.yellow`. */
  readonly template: string;
  /** Who should hear of it: everything given must hold. */
  readonly to: Candidates;
  /** Whom it is meant for, when it goes to their deputy (代理人). */
  readonly onBehalfOf?: PersonRef;
  readonly parameters: JsonObject;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** What a form is about to ask somebody. */
export interface KnownValuesRequest {
  readonly actor: Actor;
  readonly caseId: string;
  readonly projectCode?: string;
  /** From the data dictionary: `enterprise.uscc`, `contact.phone` … */
  readonly meanings: readonly string[];
}

/** Values by meaning, each with the name of the system it comes from, for people. */
export type KnownValues = Readonly<Record<string, { readonly value: Json; readonly source: string }>>;

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
  /** Makes the audit chain of cases; default: SHA-256. */
  readonly digest?: Digest;
  /** Salts for digests of personal values: texts that nobody can guess, a new one at each call; default: `newId`. */
  readonly newSalt?: () => string;
  /** Service task handlers by name, beside the built-in ones. */
  readonly handlers?: Readonly<Record<string, Handler>>;
  /** Asked before every command of a person, after the rules of the measure; default: everything they allow. */
  readonly authorize?: (request: AuthorizeRequest) => boolean | Promise<boolean>;
  /** Who somebody is that signed in at the host, from whatever the host hands to `signIn`; undefined when nobody. */
  readonly identify?: (credentials: unknown) => Actor | undefined | Promise<Actor | undefined>;
  readonly directory?: Directory;
  /** What the host knows already, by the meanings of fields; offered to people where a form asks for it. Default: nothing. */
  readonly knownValues?: (request: KnownValuesRequest) => KnownValues | Promise<KnownValues>;
  /** Where files are kept, when not in the store. */
  readonly files?: FileStore;
  /** Looks at each file before it is kept, for instance with a virus scanner; default: every file is kept. */
  readonly checkFile?: FileCheck;
  /** Says whether an e-seal is real, as only the service that made it can; default: none is accepted. */
  readonly checkSeal?: SealCheck;
  /** Sends notices to people; what it throws is told to `onFault`, and the notice comes again. Default: nobody is told. */
  readonly notify?: (notice: Notice) => Promise<void>;
  /** Notices of each task that opens (`task.opened`) or is handed to somebody (`task.assigned`) as well; default: no. */
  readonly noticeTasks?: boolean;
  readonly retry?: Partial<RetryPolicy>;
  /** How long a leased job or timer is hidden from other workers; default 30,000 ms. */
  readonly leaseMs?: number;
  /** How long a message is kept that came before any case waited for it; default 7 days. */
  readonly messageTtlMs?: number;
  /** Told what went wrong in the background loop, which goes on. */
  readonly onFault?: (fault: unknown) => void;
}
