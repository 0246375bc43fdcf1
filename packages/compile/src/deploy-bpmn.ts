/**
 * Plain BPMN without a measure → a program: what `camunda:`, `flowable:` and `tb:` say about tasks is taken as it is. What only a host can
 * do, a service task that names no handler and a script that is not FEEL, is left to the handler under the id of its element (DB2).
 */
import { readBpmn } from '@tongban/bpmn';
import type { Flow, FlowNode, FlowScope } from '@tongban/model';
import { compileFlow, type FlowCompilation } from './compile-flow.ts';
import { withoutEchoes } from './one-cause.ts';

/** Reads and compiles a BPMN file. Problems of severity `error` mean that there is no program. */
export async function deployBpmn(xml: string): Promise<FlowCompilation> {
  const { flow, problems } = await readBpmn(xml);
  if (flow === undefined) return { problems };
  const compiled = compileFlow(handledByElement(flow));
  const all = [...problems, ...withoutEchoes(compiled.problems, problems)];
  return compiled.program === undefined || all.some(({ severity }) => severity === 'error')
    ? { problems: all }
    : { program: compiled.program, problems: all };
}

// helpers

function handledByElement(flow: Flow): Flow {
  return { ...flow, processes: flow.processes.map((process) => ({ ...process, ...inScope(process) })) };
}

function inScope(scope: FlowScope): FlowScope {
  return { ...scope, nodes: scope.nodes.map(inNode) };
}

function inNode(node: FlowNode): FlowNode {
  const { inner, script, kind, extension, id } = node;
  if (inner !== undefined) return { ...node, inner: inScope(inner) };
  if (kind === 'serviceTask' && extension.handler === undefined)
    return { ...node, extension: { ...extension, handler: { name: id, inputs: {} } } };
  if (kind !== 'scriptTask' || script === undefined || script.format === '' || /feel/i.test(script.format)) return node;
  // The handler is told the script, as FEEL texts.
  const inputs = { script: JSON.stringify(script.text), format: JSON.stringify(script.format) };
  const handler = { name: id, inputs, ...(script.result === undefined ? {} : { result: script.result }) };
  const { script: _script, ...rest } = node;
  return { ...rest, kind: 'serviceTask', extension: { ...extension, handler } };
}
