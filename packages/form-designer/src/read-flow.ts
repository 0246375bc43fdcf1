/** The flow of the measure around the form. The reader of BPMN is loaded when a flow is first asked for. */
import type { Flow } from '@tongban/model';
import type { FormDesignContext } from './form-design-context.ts';

let last: { readonly xml: string; readonly flow: Promise<Flow | undefined> } | undefined;

/** `undefined` when the host handed over no flow, or it cannot be read. */
export function flowAround({ manifest, sources }: FormDesignContext): Promise<Flow | undefined> {
  const xml = manifest === undefined ? undefined : sources?.[manifest.parts.flow];
  if (xml === undefined) return Promise.resolve(undefined);
  if (last?.xml !== xml) last = { xml, flow: read(xml) };
  return last.flow;
}

async function read(xml: string): Promise<Flow | undefined> {
  const { readBpmn } = await import('@tongban/bpmn');
  return (await readBpmn(xml)).flow;
}
