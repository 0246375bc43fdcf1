/** What is wrong with a file that bpmn-js reads with doubts. */
import { readBpmn } from '@tongban/bpmn';
import type { Opened } from './opened.ts';

/** Whether it can be opened at all; else faults in its markup: what is written there is not taken over. */
export async function secondOpinion(xml: string): Promise<Opened> {
  const { flow, problems } = await readBpmn(xml);
  return flow === undefined ? { refused: problems, notes: [] } : { refused: [], notes: problems.filter(({ code }) => LEFT_OUT.has(code)) };
}

const LEFT_OUT: ReadonlySet<string> = new Set([
  'BPMN_ELEMENT_UNKNOWN',
  'BPMN_ID_DUPLICATE',
  'BPMN_ID_ILLEGAL',
  'BPMN_NOT_XML',
  'BPMN_REFERENCE_UNRESOLVED',
  'BPMN_TOO_COMPLEX',
]);
