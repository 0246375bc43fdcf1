/** Whom an operation on a task may go to, where the flow says so beside the operation (`to`; OT1–OT4 in SPEC.md): a role, a department, persons. */
import { prepare } from '@tongban/feel';
import type { Actor, Json, OperationKind, ProgramOperation, ProgramPerformer } from '@tongban/model';
import type { LiveCase } from '../engine/live-case.ts';
import { isCandidate } from '../store/query-semantics.ts';
import type { Candidates, StoredTask } from '../store/store.ts';
import { lookupFor } from './form-situation.ts';
import { whoDoes } from './words.ts';

/** Those whom an operation admits. */
export interface Admitted {
  readonly candidates: Candidates;
  /** In words. */
  readonly who: string;
}

/** Who asks, and when. */
interface Seen {
  readonly actor: Actor;
  readonly now: number;
}

/** Whom the flow admits; undefined where it does not say. What an expression does not find, admits nobody. */
export function admittedBy(
  live: LiveCase,
  task: StoredTask,
  operations: readonly ProgramOperation[],
  kind: OperationKind,
  seen: Seen,
): Admitted | undefined {
  const to = operations.find((operation) => operation.kind === kind)?.to;
  if (to === undefined) return undefined;
  const candidates = candidatesOf(live, task, to, seen);
  return { candidates, who: whoDoes(live, candidates, undefined) };
}

/** Whether the person is one of them, and works here. */
export function isAdmitted(admitted: Admitted | undefined, person: Actor): boolean {
  return admitted === undefined || (person.department !== undefined && isCandidate(admitted.candidates, person));
}

/** The departments that may get a copy as a whole: those whose people are admitted without asking for a role or a person. */
export function admitsDepartment(admitted: Admitted | undefined, department: string): boolean {
  if (admitted === undefined) return true;
  const { candidates } = admitted;
  return candidates.role === undefined && candidates.persons === undefined && candidates.department === department;
}

function candidatesOf(live: LiveCase, task: StoredTask, to: ProgramPerformer, { actor, now }: Seen): Candidates {
  const { starter, role, department, person } = to;
  const evaluated = (expression: NonNullable<ProgramPerformer['person']>): Json =>
    prepare(expression).evaluate(lookupFor(live, actor, task), {
      now,
      offsetMinutes: live.ready.release.calendar.offsetMinutes,
    });
  const own = starter === true ? [live.state.starter.id] : undefined;
  const named = person === undefined ? undefined : idsIn(evaluated(person));
  const persons = named === undefined ? own : own === undefined ? named : named.filter((id) => own.includes(id));
  const found = department === undefined || typeof department === 'string' ? department : idsIn(evaluated(department))[0];
  const noDepartment = department !== undefined && found === undefined;
  return {
    ...(persons === undefined && !noDepartment ? {} : { persons: noDepartment ? [] : (persons ?? []) }),
    ...(role === undefined ? {} : { role }),
    ...(found === undefined ? {} : { department: found }),
  };
}

function idsIn(value: Json): readonly string[] {
  return (Array.isArray(value) ? value : [value]).filter((id): id is string => typeof id === 'string' && id !== '');
}
