/** Plain BPMN without a measure → a program: what `camunda:`, `flowable:` and `tb:` say about tasks is taken as it is. */
import { readBpmn } from '@tongban/bpmn';
import { compileFlow, type FlowCompilation } from './compile-flow.ts';

/** Reads and compiles a BPMN file. Problems of severity `error` mean that there is no program. */
export async function deployBpmn(xml: string): Promise<FlowCompilation> {
  const { flow, problems } = await readBpmn(xml);
  if (flow === undefined) return { problems };
  const compiled = compileFlow(flow);
  const all = [...problems, ...compiled.problems];
  return compiled.program === undefined || all.some(({ severity }) => severity === 'error')
    ? { problems: all }
    : { program: compiled.program, problems: all };
}
