/** Who acts. Ids are opaque strings of the host. */
import type { LocalText } from './text.ts';

/** A person (or system) acting in a tenant. */
export interface Actor {
  readonly id: string;
  readonly name: string;
  readonly tenant: string;
  readonly roles: readonly string[];
  /** Department id; absent for applicants. */
  readonly department?: string;
  /** Id of their superior, as the host's directory has it; a case keeps that of its starter (`case.starter.superior`). */
  readonly superior?: string;
  /** The person or enterprise acted for (代办, 代理). */
  readonly onBehalfOf?: ActedFor;
}

/** The person or enterprise somebody acts for. */
export interface ActedFor {
  readonly id: string;
  readonly name: string;
  /** Acts as a standing deputy of this person (代理人): id of the deputyship it rests on. */
  readonly deputyship?: string;
}

/** A department of a county. */
export interface Department {
  readonly id: string;
  readonly name: string;
}

/** A role of a measure: who people are in its flow. */
export interface Role {
  readonly id: string;
  readonly name: LocalText;
}
