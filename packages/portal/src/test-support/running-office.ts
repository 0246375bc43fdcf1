/** An office with running cases of a small flow: a step at the window with a limit, then one of the system that can be made to fail. */
import { china } from '@tongban/calendar';
import { deployBpmn } from '@tongban/compile';
import type { Actor, HostService, JsonObject, Limit, PauseReason, Program, Release } from '@tongban/model';
import { bareRelease, createEngine, type Desk, type Engine, openMemoryStorage } from '@tongban/runtime';
import { countingIds } from '@tongban/runtime/testing';

const TENANT = 'county';
const person = (id: string, name: string, role: string, department?: string): Actor => ({
  ...{ id, name, tenant: TENANT, roles: [role] },
  ...(department === undefined ? {} : { department }),
});
export const PEOPLE: Readonly<Record<'wang' | 'window' | 'admin', Actor>> = {
  wang: person('wang', '王一', 'applicant'),
  window: person('window', '陈窗', 'window', 'zwfw'),
  admin: person('admin', '张敏', 'administrator'),
};

const flow = (step: string): string => `
  <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:tb="https://tongban.dev/schema/bpmn/1">
    <process id="p">
      <startEvent id="start"/>
      <userTask id="check" name="受理"><extensionElements><tb:performer role="window"/><tb:clock limit="check"/></extensionElements></userTask>
      <serviceTask id="${step}" name="登记入库"><extensionElements>
        <tb:handler name="register" result="number"><tb:input name="amount" value="=amount"/></tb:handler>
      </extensionElements></serviceTask>
      <endEvent id="end"/>
      <sequenceFlow id="a" sourceRef="start" targetRef="check"/>
      <sequenceFlow id="b" sourceRef="check" targetRef="${step}"/>
      <sequenceFlow id="c" sourceRef="${step}" targetRef="end"/>
    </process>
  </definitions>`;
const limit: Limit = {
  ...{ id: 'check', name: { 'zh-CN': '受理' }, amount: 5, unit: 'workingDay', pauses: ['publicity', 'expertReview'] },
};

/** A release of the small flow; its service task has the id `step`. */
export async function releaseOf(releaseId: string, step = 'register', pauses: readonly PauseReason[] = []): Promise<Release> {
  const { program, problems } = await deployBpmn(flow(step));
  if (program === undefined) throw new Error(problems.map(({ sentences }) => sentences.en).join('\n'));
  return bareRelease(program as Program, { measureId: 'filing', title: '备案', releaseId, limits: [limit], pauses });
}

/** The office. */
export interface RunningOffice {
  readonly engine: Engine;
  /** While it is down, the step of the system fails; while up, it fails unless the amount is 450. */
  readonly register: { down: boolean };
  desk(actor: Actor): Desk;
  host(): HostService;
  /** Starts a case with variables; it stands at the window. */
  start(variables?: JsonObject): Promise<string>;
  /** The window is done with the case; the system's step is tried. */
  check(caseId: string): Promise<void>;
}

/** Opens an office whose clock is that of the machine; `pauses`: what its measure says of reasons to pause. */
export async function openRunningOffice(pauses: readonly PauseReason[] = []): Promise<RunningOffice> {
  const register = { down: false };
  const known = Object.values(PEOPLE);
  const engine = createEngine({
    ...{ store: openMemoryStorage(), clock: { now: () => Date.now() }, newId: countingIds('c'), retry: { attempts: 1 } },
    directory: {
      person: async (_tenant, id) => known.find((one) => one.id === id),
      search: async (_tenant, text) => known.filter(({ name }) => name.includes(text)),
    },
    handlers: {
      register: async ({ inputs }) => {
        if (register.down) throw new Error('登记系统没有应答');
        if (inputs['amount'] !== 450) throw new Error('金额与登记的不一致');
        return { result: 'R-1' };
      },
    },
  });
  await engine.deploy({ tenant: TENANT, release: { ...(await releaseOf('filing-1', 'register', pauses)), calendar: china } });
  let commands = 0;
  const commandId = (): string => `office-${++commands}`;
  return {
    engine,
    register,
    desk: (actor) => engine.as(actor),
    host: () => engine.as(PEOPLE.admin),
    start: async (variables = { amount: 450 }) => {
      const answer = await engine.as(PEOPLE.wang).start({ commandId: commandId(), measureId: 'filing', variables });
      if (!answer.ok) throw new Error(answer.problems[0]?.sentences.en);
      return answer.caseId;
    },
    check: async (caseId) => {
      const window = engine.as(PEOPLE.window);
      const line = (await window.tasks({ box: 'todo' })).entries.find((entry) => entry.caseId === caseId);
      const { taskId, revision } = await window.task(line?.taskId ?? '');
      await window.complete({ commandId: commandId(), taskId, revision });
      while ((await engine.runDue()) > 0);
    },
  };
}
