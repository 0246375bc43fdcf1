/**
 * Standing deputies (代理人): between two instants somebody does the tasks of a colleague, all or some of them. Other than delegating one task
 * (委派) it is set once, ends by itself, and hands nothing over: the task stays its owner's, and what is done says on whose behalf.
 */
import type { NamedId } from './case-operations.ts';
import type { CommandBase } from './case-service.ts';

/** Which tasks a deputy may do. All that is given must hold; nothing given: all of them. */
export interface DeputyScope {
  /** Ids of roles: tasks that are asked of one of them. */
  readonly roles?: readonly string[];
  /** Ids of measures. */
  readonly measures?: readonly string[];
  /** Codes of items (事项): tasks of many that are about one of them. */
  readonly items?: readonly string[];
}

/** Somebody stands in for a colleague. Instants are epoch milliseconds. */
export interface Deputyship {
  readonly deputyshipId: string;
  /** Whose tasks they are. */
  readonly principal: NamedId;
  /** Who does them. Only the principal's own tasks: never those that the principal has as somebody's deputy. */
  readonly deputy: NamedId;
  readonly startsAt: number;
  /** From then on it is over. */
  readonly endsAt: number;
  readonly scope: DeputyScope;
  readonly reason?: string;
  readonly setAt: number;
  readonly setBy: NamedId;
  /** Ended before its time. */
  readonly endedAt?: number;
  readonly endedBy?: NamedId;
}

/** Sets a deputy: for oneself, or as an administrator for anybody of the tenant. */
export interface SetDeputyCommand extends CommandBase {
  /** Id of the person; default the one who asks. */
  readonly principal?: string;
  /** Id of a colleague of the same department. */
  readonly deputy: string;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly scope?: DeputyScope;
  readonly reason?: string;
}

/** What a person can limit a deputy to: the roles, measures and items of their work, by name. */
export interface DeputyChoices {
  readonly roles: readonly NamedId[];
  readonly measures: readonly NamedId[];
  readonly items: readonly NamedId[];
}

/** Which deputyships are asked for: those of the one who asks, on either side; administrators also those of others, or of all. */
export interface DeputyQuery {
  /** Id of a person; `*` for everybody. */
  readonly person?: string;
  /** Those that are over as well; default `false`. */
  readonly over?: boolean;
}
