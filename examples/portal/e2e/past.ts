/** Brings a case to where a test begins, through the API: what another test has walked need not be walked again. */
import type { CaseView, FormValues } from '@tongban/model';
import { expect, vi } from 'vitest';
import { PDF } from './fill.ts';
import type { Answer, Portal } from './portal.ts';

type Values = Readonly<Record<string, FormValues>>;

/** Starts a case as `person`; answers its id. */
export async function startedCase(portal: Portal, person: string, projectCode: string): Promise<string> {
  const [measure] = (await portal.ask(person, '/startable')).body;
  const body = { commandId: crypto.randomUUID(), releaseId: measure.releaseId, projectCode };
  const answer = await portal.ask(person, '/cases', { method: 'POST', body });
  expect(answer.body).toMatchObject({ ok: true });
  return answer.body.caseId;
}

/** The case as `person` may see it. */
export async function caseOf(portal: Portal, person: string, caseId: string): Promise<CaseView> {
  return (await portal.ask(person, `/cases/${encodeURIComponent(caseId)}`)).body;
}

/** Waits until the case stands at `task`, and answers the id of the task of `person` there. */
export async function taskAt(portal: Portal, person: string, caseId: string, task: string): Promise<string> {
  return vi.waitFor(
    async () => {
      const found = (await caseOf(portal, person, caseId)).openTasks.find((open) => open.nodeId === task && open.mine);
      if (found === undefined) throw new Error(`${person} has nothing to do at ${task}`);
      return found.taskId;
    },
    { timeout: 60_000 },
  );
}

/** Keeps `values` as the draft of the task of `person`. */
export async function drafted(portal: Portal, person: string, taskId: string, values: Values): Promise<void> {
  const path = `/tasks/${encodeURIComponent(taskId)}`;
  const { revision } = (await portal.ask(person, path)).body;
  const body = { commandId: crypto.randomUUID(), revision, values: await asFiled(portal, person, values) };
  expect((await portal.ask(person, `${path}/draft`, { method: 'PUT', body })).status).toBe(200);
}

/** Completes the task of `person` at `task`. */
export async function completed(
  portal: Portal,
  person: string,
  caseId: string,
  task: string,
  values: Values,
  outcome?: string,
): Promise<Answer> {
  const taskId = await taskAt(portal, person, caseId, task);
  const answer = await send(portal, person, taskId, { values: await asFiled(portal, person, values), outcome });
  expect(answer.body).toMatchObject({ ok: true });
  return answer;
}

/** Sends a completion as it is; a revision and a command id are added unless given. */
export async function send(
  portal: Portal,
  person: string,
  taskId: string,
  { commandId = crypto.randomUUID(), revision, values, outcome }: Partial<Completion>,
): Promise<Answer> {
  const path = `/tasks/${encodeURIComponent(taskId)}`;
  const body = { commandId, revision: revision ?? (await portal.ask(person, path)).body.revision ?? 0, values: values ?? {}, outcome };
  return portal.ask(person, `${path}/complete`, { method: 'POST', body });
}

interface Completion {
  readonly commandId: string;
  readonly revision: number;
  readonly values: unknown;
  readonly outcome: string | undefined;
}

/** Sample cases name files that nobody has uploaded, and one project; the register knows which project it is. */
async function asFiled(portal: Portal, person: string, values: Values): Promise<Values> {
  const forms = Object.entries(values).map(async ([formId, { projectCode: _known, ...entries }]) => {
    if (!Array.isArray(entries['scan'])) return [formId, entries] as const;
    return [formId, { ...entries, scan: [await portal.upload(person, '扫描件.pdf', PDF)] }] as const;
  });
  return Object.fromEntries(await Promise.all(forms));
}
