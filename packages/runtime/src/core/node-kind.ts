/** What a kind of node can do. Each kind is one object in `nodes/`; the run asks the object and never lists kinds. */
import type { Program, ProgramNode } from '@tongban/model';
import type { PreparedNode } from './prepared.ts';
import type { Run } from './run.ts';
import type { ScopeInstance, Token } from './state.ts';
import type { StepErrors } from './step-errors.ts';

/** A kind of node. */
export interface NodeKind {
  readonly kind: ProgramNode['kind'];
  /** A token arrives in a scope instance by a flow (-1: not by a flow). */
  enter(run: Run, node: PreparedNode, scope: number, flow: number): void;
  /** A token leaves; without it, every outgoing flow without a condition and every one whose condition holds is taken. */
  readonly leave?: ((run: Run, node: PreparedNode, scope: number) => void) | undefined;
  /** What an event (or receive task) waited for came. `owner`: the token, or scope instance, that armed it. */
  readonly triggered?: ((run: Run, node: PreparedNode, owner: number) => void) | undefined;
  /** Everything inside a scope instance that belongs to `token` has ended; `inner` is how it was. */
  readonly innerDone?: ((run: Run, node: PreparedNode, token: Token, inner: ScopeInstance) => void) | undefined;
  /** Tokens wait here for others by looking at the whole scope. Asked when nothing else moves: goes on if it can; whether it did. */
  readonly join?: ((run: Run, node: PreparedNode, scope: number) => boolean) | undefined;
  /** Whether a scope instance of this node stays open though no token is left in it. */
  readonly staysOpen?: ((node: PreparedNode, inner: ScopeInstance) => boolean) | undefined;
  /** Why this node cannot be run as it is written; undefined when it can. */
  readonly cannotRun?: ((node: ProgramNode, program: Program) => CannotRun | undefined) | undefined;
}

/** Why a node cannot be run, as the details of `RUNTIME_NODE_UNSUPPORTED`. */
export interface CannotRun {
  readonly what: keyof StepErrors['RUNTIME_NODE_UNSUPPORTED']['terms']['what'];
  /** The kind of event, or the id of the element, that the reason is about. */
  readonly by?: string;
}
