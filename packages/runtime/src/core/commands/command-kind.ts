/** What a command does to a case. Each command is one object in this folder. */
import type { Finding } from '@tongban/model';
import type { CaseCommand } from '../command.ts';
import type { Run } from '../run.ts';

/** A kind of command: changes the draft, or says why not and changes nothing. */
export interface CommandKind<Kind extends CaseCommand['kind']> {
  readonly kind: Kind;
  /** Also done while the case is suspended: what machines and other cases bring, and what ends the suspension. */
  readonly whileSuspended?: true | undefined;
  run(run: Run, command: Extract<CaseCommand, { readonly kind: Kind }>): Finding | undefined;
}

/** Any of them. */
export type AnyCommandKind = { readonly [Kind in CaseCommand['kind']]: CommandKind<Kind> }[CaseCommand['kind']];
