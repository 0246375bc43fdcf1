/**
 * Runs the releases of measures: the pure `step`, the durable engine around it, and the services people work through.
 *
 * @example
 * ```ts
 * const engine = createEngine({ store: openMemoryStorage(), clock: { now: () => Date.now() }, newId });
 * await engine.deploy({ tenant: 'jishishan', release });
 * engine.startLoop((ms, run) => { const timer = setTimeout(run, ms); return () => clearTimeout(timer); });
 * const cases = createCaseService(engine, actor); // what the portal elements talk to
 * ```
 */
// The pure step
export type { CaseCommand } from './core/command.ts';
export type { CaseEffect } from './core/effect.ts';
export type { CaseEvent, CaseEventKind } from './core/event.ts';
export { lookupIn } from './core/lookup.ts';
export { type MigrationPlan, planMigration } from './core/migration-plan.ts';
export { allParts } from './core/parts/all-parts.ts';
export { loadParts } from './core/parts/load-parts.ts';
export type { PartName } from './core/parts/part.ts';
export type { Parts } from './core/parts/parts.ts';
export { type PrepareOptions, type ProgramExtras, prepareProgram, prepareRelease } from './core/prepare-release.ts';
export type { PreparedNode, PreparedRelease } from './core/prepared.ts';
export { type CommandPreview, previewCommand, previewReturn } from './core/preview-command.ts';
export type { StepOutcome, StepRefusal, StepResult } from './core/result.ts';
export type { CaseActor, CaseState } from './core/state.ts';
export { step } from './core/step.ts';

// One process in memory, driven by its caller
export { type BpmnProcess, createProcess, restoreProcess } from './process/bpmn-process.ts';
export type {
  MessageOptions,
  ProcessAnswer,
  ProcessCall,
  ProcessFault,
  ProcessHandler,
  ProcessOptions,
  ProcessStatus,
  ProcessTask,
  SentMessage,
  StartableElement,
} from './process/process-options.ts';
export type { SavedProcess } from './process/saved-process.ts';

// The durable engine
export { type ChangeOptions, createEngine, type Deployment, type Engine } from './engine/engine.ts';
export type { FileCheck, FileToCheck, FileVerdict } from './engine/check-file.ts';
export type { SealCheck, SealToCheck, SealVerdict } from './engine/check-seal.ts';
export type {
  AuthorizeRequest,
  Directory,
  EngineOptions,
  KnownValues,
  KnownValuesRequest,
  Notice,
  RetryPolicy,
  WallClock,
} from './engine/engine-options.ts';
export type { MessageArrival, SignalArrival } from './engine/inbound.ts';
export type { Decision, Order, OrderedCommand, Outcome, StartOrder } from './engine/execute.ts';
export type { LiveCase } from './engine/live-case.ts';
export { type BareRelease, bareRelease } from './engine/bare-release.ts';
export { type ReadyRelease, readyRelease } from './engine/ready-release.ts';
export type { Subscribing, Subscription } from './engine/subscription.ts';
export { VALUE_LIMITS } from './engine/json-values.ts';
export type { Schedule } from './engine/work-loop.ts';

// Service task handlers
export type { Handler, HandlerAnswer, HandlerCall } from './engine/handlers/handler.ts';
export { builtInHandlers } from './engine/handlers/built-in-handlers.ts';
export { requireEffective, STATUS_NAMES } from './engine/require-effective.ts';

// The audit chain
export { type AuditEntry, auditLink, eventsOfLink, withoutPerson } from './audit/audit-link.ts';
export { exportCase, verifyCaseExport } from './audit/case-export.ts';
export { type Digest, sha256Digest } from './audit/digest.ts';

// What people and programs do with cases, and administrators with measures
export type { Progress, RescheduleOrder } from './services/calendars.ts';
export { createCaseService } from './services/case-service.ts';
export type { Desk } from './services/desk.ts';
export type { UpperLevel } from './services/measure-copies.ts';
export { type BaseOf, type CompileMeasure, createMeasureService, type MeasureServiceOptions } from './services/measure-service.ts';
export type { MigrateOrder } from './services/migrate-cases.ts';
export type { CaseStart } from './services/start-case.ts';
export { ADMINISTRATOR, SYSTEM } from './engine/own-roles.ts';

// The Store port, and the store in memory
export type * from './store/store.ts';
export { openMemoryStorage } from './store/memory-store.ts';

// For writers of stores: what queries, issued documents and links of the audit chain mean
export { eventRows } from './engine/case-commit.ts';
export { documentWithStatus, issuedDocument } from './store/issued-document.ts';
export {
  chainWith,
  comparePlaces,
  cursorOf,
  isCandidate,
  isInScope,
  isOver,
  lightAt,
  mayAct,
  type Place,
  pageOf,
  placeOf,
  searchText,
  totalOf,
} from './store/query-semantics.ts';

// Errors, and the words for what a bare step finds wrong
export { raise as runtimeErrors } from './errors.ts';
export { stepError, stepProblem } from './in-words.ts';
