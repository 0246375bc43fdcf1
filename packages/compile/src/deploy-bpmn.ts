/**
 * Plain BPMN without a measure → a program: what `camunda:`, `flowable:` and `tb:` say about tasks is taken as it is. What only a host can
 * do is left to the handler under the id of its element (DB2), and messages without a name get one (DB3).
 */
import { readBpmn } from '@tongban/bpmn';
import type { Flow, FlowNode, FlowScope, Problem } from '@tongban/model';
import { compileFlow, type FlowCompilation } from './compile-flow.ts';
import { nameMessages } from './name-messages.ts';
import { withoutEchoes } from './one-cause.ts';

/** Reads and compiles a BPMN file. Problems of severity `error` mean that there is no program. */
export async function deployBpmn(xml: string): Promise<FlowCompilation> {
  const { flow, problems: found } = await readBpmn(xml);
  const problems = found.map((problem) => (isForeign(problem) ? { ...problem, severity: 'warning' as const } : problem));
  if (flow === undefined) return { problems };
  const compiled = compileFlow(nameMessages(handledByElement(flow)));
  const all = [...problems, ...withoutEchoes(compiled.problems, problems)];
  return compiled.program === undefined || all.some(({ severity }) => severity === 'error')
    ? { problems: all }
    : { program: compiled.program, problems: all };
}

// helpers

/** An element of another namespace, which would be lost only by writing the file back (DB4). */
function isForeign({ code, details }: Problem): boolean {
  return code === 'BPMN_ELEMENT_UNKNOWN' && String(details['reason']).startsWith('unrecognized element');
}

function handledByElement(flow: Flow): Flow {
  const sends = new Set((flow.messageFlows ?? []).map(({ source }) => source));
  return { ...flow, processes: flow.processes.map((process) => ({ ...process, ...inScope(process, sends) })) };
}

function inScope(scope: FlowScope, sends: ReadonlySet<string>): FlowScope {
  return { ...scope, nodes: scope.nodes.map((node) => inNode(node, sends)) };
}

function inNode(node: FlowNode, sends: ReadonlySet<string>): FlowNode {
  if (node.inner !== undefined) return { ...node, inner: inScope(node.inner, sends) };
  return isForTheHost(node, sends) ? asServiceTask(node) : node;
}

/** Whether the file does not say how the work is done. A send task without a message may still lead to another pool. */
function isForTheHost({ id, kind, extension, messageRef, script }: FlowNode, sends: ReadonlySet<string>): boolean {
  switch (kind) {
    case 'serviceTask':
      return extension.handler === undefined;
    case 'sendTask':
      return messageRef === undefined && !sends.has(id);
    case 'businessRuleTask':
      return extension.rule === undefined;
    case 'scriptTask':
      return script === undefined || script.text === '' ? extension.assigns === undefined : !isFeel(script.format);
    default:
      return false;
  }
}

function isFeel(format: string): boolean {
  return format === '' || /feel/i.test(format);
}

/** The handler that the file names, else the one under the id of the element; it is told a script, as FEEL texts. */
function asServiceTask({ script, unhandled, ...node }: FlowNode): FlowNode {
  const told: Readonly<Record<string, string>> =
    script === undefined || script.text === '' ? {} : { script: JSON.stringify(script.text), format: JSON.stringify(script.format) };
  const inputs = { ...unhandled?.inputs, ...told };
  const result = script?.result ?? unhandled?.result;
  const handler = node.extension.handler ?? { name: node.id, inputs, ...(result === undefined ? {} : { result }) };
  // What a message would have brought is an input of the handler.
  const assigns = node.extension.assigns?.filter(({ at }) => at !== 'out');
  return { ...node, kind: 'serviceTask', extension: { ...node.extension, handler, ...(assigns === undefined ? {} : { assigns }) } };
}
