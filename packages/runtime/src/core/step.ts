/**
 * The heart of the engine: one command to one case gives the new case, what happened, and what the shell has to do; or a refusal that
 * changes nothing. Pure and deterministic: the same commands give the same case, byte for byte, in a browser and in Node.
 */
import { type Finding, isTongbanError, type TongbanError } from '@tongban/model';
import type { CaseCommand, EnterCommand, StartCommand } from './command.ts';
import type { AnyCommandKind } from './commands/command-kind.ts';
import { type Draft, draftOf } from './draft.ts';
import { drain } from './drain.ts';
import { PART_NAMES } from './parts/needed-parts.ts';
import type { PreparedRelease } from './prepared.ts';
import { fault, finding } from './raise.ts';
import type { StepOutcome } from './result.ts';
import { Run } from './run.ts';
import type { CaseState } from './state.ts';

/**
 * Carries out one command.
 * @throws RUNTIME_COMMAND_UNKNOWN, RUNTIME_CASE_NOT_STARTED, RUNTIME_CASE_ALREADY_STARTED, RUNTIME_STATE_FORMAT, RUNTIME_RELEASE_MISMATCH
 */
export function step(prepared: PreparedRelease, state: CaseState | undefined, command: CaseCommand): StepOutcome {
  const kind = prepared.parts.commands.find(({ kind: name }) => name === command.kind);
  if (kind === undefined) throw unknownCommand(prepared, String(command.kind));
  const draft =
    command.kind === 'start' || command.kind === 'enter' ? newCase(prepared, state, command) : draftOf(openCase(prepared, state, command));
  const { caseId } = draft;
  if (draft.ended !== undefined) return { refused: [finding('RUNTIME_CASE_ENDED', {}, { caseId })] };
  if (draft.suspended !== undefined && !kind.whileSuspended) return { refused: [finding('RUNTIME_CASE_SUSPENDED', {}, { caseId })] };
  const run = new Run(prepared, draft, command);
  const problem = carryOut(run, kind, command);
  if (problem !== undefined) return { refused: [problem] };
  if (run.draft.ended === undefined) drain(run);
  run.refreshHead();
  return run.settle();
}

// It may stand in a part that was not loaded.
function unknownCommand({ parts }: PreparedRelease, command: string): TongbanError {
  const missing = PART_NAMES.filter((name) => parts.abilities[name] === undefined);
  return missing.length === 0
    ? fault('RUNTIME_COMMAND_UNKNOWN', { command })
    : fault('RUNTIME_PART_MISSING', { what: command, parts: missing });
}

// What a command brings with it may be wrong in itself, such as a value that is no form: that refuses it.
function carryOut(run: Run, kind: AnyCommandKind, command: CaseCommand): Finding | undefined {
  try {
    return kind.run(run, command as never);
  } catch (error) {
    if (!isTongbanError(error) || error.kind === 'fault') throw error;
    return problemOf(error);
  }
}

function problemOf({ code, details }: TongbanError): Finding {
  const elementId = details['nodeId'];
  return { code, severity: 'error', place: typeof elementId === 'string' ? { elementId } : {}, details };
}

function openCase(prepared: PreparedRelease, state: CaseState | undefined, command: CaseCommand): CaseState {
  if (state === undefined) throw fault('RUNTIME_CASE_NOT_STARTED', { command: command.kind });
  const { caseId, formatVersion, releaseId } = state;
  if (formatVersion !== 1) throw fault('RUNTIME_STATE_FORMAT', { caseId, found: formatVersion, known: 1 });
  // A migration needs the release that it leads to, for a case that runs on the one it comes from.
  const needed = command.kind === 'migrate' && command.from === releaseId ? command.to : releaseId;
  const found = command.kind === 'migrate' && command.from !== releaseId ? command.from : prepared.releaseId;
  if (needed !== found) throw fault('RUNTIME_RELEASE_MISMATCH', { caseId, needed, found });
  return state;
}

/** The process to start; -1 when there is none of that name, which the command refuses. */
function processOf({ process: first, nodes, byId }: PreparedRelease, { startNode, process }: StartCommand): number {
  if (startNode === undefined && process === undefined) return first.index;
  const found = startNode === undefined ? byId.get(process as string) : nodes[byId.get(startNode)?.spec.scope ?? -1];
  return found?.kind.kind === 'process' ? found.index : -1;
}

// It has the shape of every other draft.
function newCase(prepared: PreparedRelease, state: CaseState | undefined, command: StartCommand | EnterCommand): Draft {
  if (state !== undefined) throw fault('RUNTIME_CASE_ALREADY_STARTED', { caseId: state.caseId });
  const { caseId, tenant, actor, starter = actor, now, calendar } = command;
  const draft: Draft = {
    formatVersion: 1,
    caseId,
    tenant,
    releaseId: prepared.releaseId,
    process: command.kind === 'enter' ? prepared.process.index : processOf(prepared, command),
    starter,
    startedAt: command.kind === 'enter' ? command.startedAt : now,
    title: undefined,
    key: undefined,
    round: 1,
    seq: 0,
    lastId: 0,
    variables: {},
    data: {},
    tokens: [],
    entered: '',
    scopes: undefined,
    jobs: undefined,
    timers: undefined,
    clocks: undefined,
    ended: undefined,
  };
  if (starter.id !== actor.id) draft.openedBy = actor.id;
  if (calendar !== undefined) draft.calendar = calendar;
  return draft;
}
