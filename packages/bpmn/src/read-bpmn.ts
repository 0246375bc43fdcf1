/** Reads a BPMN 2.0 file into a {@link Flow}: files as people have them, with every doubt as a problem on its element. */
import type { Flow, FlowProcess, Problem } from '@tongban/model';
import { raise } from './errors.ts';
import { layOut } from './lay-out.ts';
import { elementOf, elementsOf, flagOf, kindOf, type ModdleElement, textOf } from './moddle-element.ts';
import { present } from './present.ts';
import { readLanes } from './read-lanes.ts';
import { readPicture } from './read-picture.ts';
import { GLOBAL_TASKS, readGlobalTask, readScope } from './read-scope.ts';
import { readXml } from './read-xml.ts';
import { type Reading, startReading } from './reading.ts';

/** What was read. Without `flow` the file could not be read at all. */
export interface BpmnReadResult {
  readonly flow?: Flow;
  readonly problems: readonly Problem[];
}

/** Reads `xml`. Nothing of it is executed or fetched; see {@link BPMN_LIMITS} for how much is read. */
export async function readBpmn(xml: string): Promise<BpmnReadResult> {
  const { document, problems } = await readXml(xml);
  if (document === undefined) return { problems };
  const { definitions } = document;
  const roots = elementsOf(definitions, 'rootElements');
  if (!roots.some((root) => kindOf(root) === 'process')) return { problems: [...problems, raise.problem('BPMN_NO_PROCESS', {})] };
  const reading = startReading(allIds(definitions), problems);
  const processes = [
    ...roots.filter((root) => kindOf(root) === 'process').map((process) => readProcess(process, roots, reading)),
    ...roots.filter((root) => GLOBAL_TASKS.has(kindOf(root))).map((task) => readGlobal(task, reading)),
  ];
  const drawn = readPicture(definitions, reading);
  const messageFlows = readMessageFlows(roots);
  const flow: Flow = {
    processes,
    messages: named(roots, 'message'),
    signals: named(roots, 'signal'),
    errors: coded(roots, 'error'),
    escalations: coded(roots, 'escalation'),
    ...(messageFlows.length === 0 ? {} : { messageFlows }),
    picture: drawn ?? layOut(processes.filter((process) => process.global !== true)),
  };
  return { flow, problems: [...problems, ...reading.problems] };
}

function readProcess(process: ModdleElement, roots: readonly ModdleElement[], reading: Reading): FlowProcess {
  const pool = roots.flatMap((root) => elementsOf(root, 'participants')).find((one) => elementOf(one, 'processRef') === process);
  const scope = readScope(process, reading);
  return present<FlowProcess>({
    id: reading.idOf(process, 'process'),
    name: textOf(process, 'name') ?? textOf(pool, 'name'),
    executable: flagOf(process, 'isExecutable') ?? false,
    lanes: readLanes(process, reading),
    ...scope,
  });
}

/** A global task as a process with this one task in it: what is called is always a process. */
function readGlobal(task: ModdleElement, reading: Reading): FlowProcess {
  const node = readGlobalTask(task, reading);
  const id = reading.idOf(task, kindOf(task));
  return present<FlowProcess>({ id, name: node.name, executable: false, global: true, lanes: [], nodes: [node], flows: [] });
}

function readMessageFlows(roots: readonly ModdleElement[]): NonNullable<Flow['messageFlows']> {
  return roots
    .flatMap((root) => elementsOf(root, 'messageFlows'))
    .flatMap((one) => {
      const [source, target] = ['sourceRef', 'targetRef'].map((end) => textOf(elementOf(one, end), 'id'));
      return source === undefined || target === undefined ? [] : [{ source, target }];
    });
}

function named(roots: readonly ModdleElement[], kind: string): Flow['messages'] {
  return declared(roots, kind).map(({ id, root }) => ({ id, name: textOf(root, 'name') ?? id }));
}

function coded(roots: readonly ModdleElement[], kind: string): Flow['errors'] {
  return declared(roots, kind).map(({ id, root }) =>
    present<Flow['errors'][number]>({ id, name: textOf(root, 'name'), code: textOf(root, `${kind}Code`) }),
  );
}

function declared(roots: readonly ModdleElement[], kind: string): readonly { readonly id: string; readonly root: ModdleElement }[] {
  return roots.flatMap((root) => {
    const id = textOf(root, 'id');
    return kindOf(root) === kind && id !== undefined ? [{ id, root }] : [];
  });
}

/** An element and the flow elements and event definitions in it. */
function withInner(element: ModdleElement): readonly ModdleElement[] {
  const inner = [...elementsOf(element, 'flowElements'), ...elementsOf(element, 'eventDefinitions')];
  return [element, ...inner.flatMap(withInner)];
}

function allIds(definitions: ModdleElement): readonly string[] {
  return elementsOf(definitions, 'rootElements')
    .flatMap(withInner)
    .flatMap((element) => textOf(element, 'id') ?? []);
}
