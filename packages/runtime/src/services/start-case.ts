/** Starting cases: which measures a person may start, and a case with its forms filled from the project where fields say what they mean. */
import { prepare } from '@tongban/feel';
import {
  type CommandAnswer,
  type CommandBase,
  type FeelExpression,
  type FormValues,
  type Json,
  type JsonObject,
  type Problem,
  type Project,
  type StartableMeasure,
  textIn,
} from '@tongban/model';
import { isBegunByEvents } from '../core/open-scope.ts';
import type { PreparedNode, PreparedRelease } from '../core/prepared.ts';
import type { CaseActor } from '../core/state.ts';
import { PROJECT_VARIABLE, projectFacts } from '../engine/project-of-case.ts';
import type { ReadyRelease } from '../engine/ready-release.ts';
import { raise } from '../errors.ts';
import { openedTasks } from './complete-task.ts';
import { isOperator } from './operators.ts';
import { maySeeProject } from './project-access.ts';
import { valueOfProject } from './project-meanings.ts';
import { answerOf, caseActor, caseUnknown, keptAnswer, type ServiceContext } from './service-context.ts';
import { roleName } from './words.ts';

/** What a host may say when it starts a case for somebody. */
export interface CaseStart extends CommandBase {
  /** One of these: a release, which must be the current one, or a measure. */
  readonly releaseId?: string;
  readonly measureId?: string;
  readonly projectCode?: string;
  readonly variables?: JsonObject;
  /** Fields by form key; they come after those filled in from the project. */
  readonly data?: Readonly<Record<string, FormValues>>;
  /** Id of a process of the release; default the first. */
  readonly process?: string;
  /** Id of a start event; default the first one without a trigger. Only operators may say that a start with a trigger came. */
  readonly startNode?: string;
  /** Whom the case belongs to, when a window or an operator enters it for them. */
  readonly starter?: { readonly id: string; readonly name: string };
}

type StartAnswer = { readonly caseId: string; readonly taskId?: string };

/** The current releases of the tenant that this person may start. */
export async function startableMeasures({ engine, actor }: ServiceContext): Promise<readonly StartableMeasure[]> {
  const { measures } = engine.storage;
  const found: StartableMeasure[] = [];
  for (const measureId of await measures.measureIds(actor.tenant)) {
    const current = await measures.current(actor.tenant, measureId);
    const ready = current && (await engine.release(actor.tenant, current.id));
    if (ready === undefined || isBegunByEvents(ready.prepared, ready.prepared.process) || !mayStart(ready, actor.roles)) continue;
    const { title, summary } = ready.release.manifest;
    found.push({
      ...{ measureId, releaseId: ready.release.id, title: textIn(title), asksProject: asksProject(ready) },
      ...(summary === undefined ? {} : { summary: textIn(summary) }),
    });
  }
  return found;
}

/** The projects this person may start a case for: the own ones, or for the people of departments and windows all. */
export async function visibleProjects({ engine, actor }: ServiceContext, text?: string): Promise<readonly Project[]> {
  const all = await engine.storage.records.projects(actor.tenant);
  const wanted = text?.trim().toLowerCase() ?? '';
  return all.filter((project) => {
    const words = [project.code, project.name, project.enterprise.name, project.enterprise.uscc ?? ''].join(' ').toLowerCase();
    return maySeeProject(actor, project) && words.includes(wanted);
  });
}

/** Starts a case for the person of the context. */
export async function startCase(context: ServiceContext, command: CaseStart): Promise<CommandAnswer<StartAnswer>> {
  const { engine, actor } = context;
  const { projectCode, commandId, measureId, variables, process, startNode, starter } = command;
  const { tenant } = actor;
  const seen = await engine.storage.cases.seen(tenant, actor.id, commandId);
  if (seen !== undefined) return seen as unknown as CommandAnswer<StartAnswer>;
  const chosen = measureId === undefined ? undefined : await engine.storage.measures.current(tenant, measureId);
  const releaseId = command.releaseId ?? chosen?.id ?? measureId ?? '';
  const ready = await engine.release(tenant, releaseId, 'latest');
  // A release that was rolled back or followed by another is for the cases that run on it.
  const current = ready && (await engine.storage.measures.current(tenant, ready.release.manifest.id));
  if (ready === undefined || current?.id !== releaseId)
    return { ok: false, problems: [raise.problem('RUNTIME_RELEASE_UNKNOWN', {}, { releaseId: releaseId.slice(0, 200) })] };
  const project = projectCode === undefined ? undefined : await engine.storage.records.project(tenant, projectCode);
  const problems = [...(await startProblems(context, ready, command, project)), ...saidProblems(context, ready, command)];
  if (problems.length > 0) return { ok: false, problems };
  const caseId = engine.newId();
  const outcome = await engine.start({
    ...{ ready, tenant, commandId, actorId: actor.id },
    ordered: {
      command: {
        kind: 'start',
        ...{ commandId, caseId, tenant, now: engine.clock.now(), actor: caseActor(actor) },
        ...startValues(project === undefined ? {} : filledFrom(ready, project), command.data ?? {}, variables),
        ...(ready.edition === undefined ? {} : { calendar: ready.edition }),
        ...(process === undefined ? {} : { process }),
        ...(startNode === undefined ? {} : { startNode }),
        ...(await starterOf(context, starter)),
      },
      answer: (result) => {
        const taskId = openedTasks(context, { ready, caseId }, result).find((task) => task.mine)?.taskId;
        return keptAnswer({ caseId, taskId });
      },
    },
  });
  return answerOf(outcome, caseUnknown(caseId));
}

// helpers

// whom the case belongs to, with their superior as the host knows it now; an actor without one is the starter as it stands
async function starterOf({ engine, actor }: ServiceContext, named: CaseStart['starter']): Promise<{ readonly starter?: CaseActor }> {
  const known =
    named === undefined && actor.superior !== undefined ? actor : await engine.directory?.person(actor.tenant, (named ?? actor).id);
  const superior = known?.superior;
  if (superior === undefined) return named === undefined ? {} : { starter: named };
  return { starter: { ...(named ?? caseActor(actor)), superior } };
}

async function startProblems(
  { engine, actor }: ServiceContext,
  ready: ReadyRelease,
  command: CaseStart,
  project: Project | undefined,
): Promise<readonly Problem[]> {
  const { projectCode } = command;
  const { id: measureId, title } = ready.release.manifest;
  const process = processOf(ready.prepared, command);
  const roles = startRoles(ready, process);
  if (!mayStart(ready, actor.roles, process)) {
    const names = roles?.map((role) => roleName(ready, role)).join('、') ?? '';
    return [raise.problem('RUNTIME_START_NOT_ALLOWED', {}, { title: textIn(title), roles: names })];
  }
  if (projectCode !== undefined && (project === undefined || !maySeeProject(actor, project)))
    return [raise.problem('RUNTIME_PROJECT_UNKNOWN', { property: 'projectCode' }, { projectCode: projectCode.slice(0, 200) })];
  const allowed = await engine.authorize({ actor, action: 'start', measureId });
  return allowed ? [] : [raise.problem('RUNTIME_NOT_ALLOWED', {}, { actorName: actor.name, what: `发起${textIn(title)}` })];
}

// What a host said beyond what people may say.
function saidProblems(context: ServiceContext, ready: ReadyRelease, { data = {}, starter, startNode = '' }: CaseStart): readonly Problem[] {
  const { actor } = context;
  const title = textIn(ready.release.manifest.title);
  const forms = Object.keys(data).filter((key) => !ready.formsByKey.has(key));
  const notForOthers = starter !== undefined && starter.id !== actor.id && actor.department === undefined && !isOperator(context);
  const byEvent = ready.starts.some(({ node }) => node.id === startNode) && !isOperator(context);
  return [
    ...(byEvent ? [raise.problem('RUNTIME_START_BY_EVENT', {}, { processName: title })] : []),
    ...forms.map((formId) => raise.problem('RUNTIME_FORM_NOT_IN_TASK', {}, { taskName: title, formId: formId.slice(0, 200) })),
    ...(notForOthers ? [raise.problem('RUNTIME_NOT_ALLOWED', {}, { actorName: actor.name, what: `代他人发起${title}` })] : []),
  ];
}

function startValues(
  filled: Partial<ReturnType<typeof filledFrom>>,
  data: Readonly<Record<string, FormValues>>,
  variables: JsonObject = {},
): { readonly data: Readonly<Record<string, FormValues>>; readonly variables: JsonObject } {
  const merged = { ...filled.data };
  for (const [key, values] of Object.entries(data)) merged[key] = { ...merged[key], ...values };
  return { data: merged, variables: { ...filled.variables, ...variables } };
}

/** Whether somebody with these roles may start a case of a release. */
export function mayStart(ready: ReadyRelease, roles: readonly string[], process?: PreparedNode): boolean {
  const allowed = startRoles(ready, process);
  return allowed === undefined || allowed.some((role) => roles.includes(role));
}

// The process that is asked for; one that there is not is refused by the step.
function processOf({ byId, nodes, process: first }: PreparedRelease, { process, startNode }: CaseStart): PreparedNode {
  const found = startNode === undefined ? byId.get(process ?? '') : nodes[byId.get(startNode)?.spec.scope ?? -1];
  return found ?? first;
}

// Undefined: everybody.
function startRoles(ready: ReadyRelease, process: PreparedNode = ready.prepared.process): readonly string[] | undefined {
  const { prepared, release } = ready;
  const starts = process.spec.starts?.map((index) => prepared.nodes[index] as PreparedNode) ?? [];
  const rule = starts.find((node) => node.spec.startRoles !== undefined)?.spec.startRoles;
  if (rule === undefined || isRoles(rule)) return rule;
  const env = { now: 0, offsetMinutes: release.calendar.offsetMinutes };
  const value = prepare(rule).evaluate((name) => (Object.hasOwn(prepared.globals, name) ? prepared.globals[name] : undefined), env);
  const roles = Array.isArray(value) ? value : typeof value === 'string' ? value.split(/[\s,，、]+/) : [];
  return roles.filter((role): role is string => typeof role === 'string' && role !== '');
}

function isRoles(rule: readonly string[] | FeelExpression): rule is readonly string[] {
  return Array.isArray(rule);
}

function asksProject(ready: ReadyRelease): boolean {
  return ready.meanings.some(({ meaning, kind }) => meaning === 'project.code' || kind === 'projectCode');
}

/** Values of fields by their meaning, and the project itself as a variable. */
export function filledFrom(
  ready: ReadyRelease,
  project: Project,
): { readonly data: Record<string, FormValues>; readonly variables: FormValues } {
  const data: Record<string, Record<string, Json>> = {};
  for (const field of ready.meanings) {
    const value = valueOfProject(project, field);
    if (value === undefined) continue;
    data[field.formKey] = { ...data[field.formKey], [field.fieldKey]: value };
  }
  return { data, variables: ready.formsByKey.has(PROJECT_VARIABLE) ? {} : { [PROJECT_VARIABLE]: projectFacts(project) } };
}
