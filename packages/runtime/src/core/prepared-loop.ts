/** Makes loops ready to run. */
import type { ProgramNode } from '@tongban/model';
import type { PreparedLoop } from './prepared.ts';
import { prepared } from './prepared-expression.ts';

/** How a node is repeated. */
export function preparedLoop({ loop }: ProgramNode): PreparedLoop | undefined {
  if (loop === undefined) return undefined;
  if (loop.kind === 'standard') {
    const maximum = loop.maximum ?? Number.MAX_SAFE_INTEGER;
    return { ...NO_LOOP, kind: 'standard', condition: prepared(loop.condition), testBefore: loop.testBefore, maximum };
  }
  return {
    ...NO_LOOP,
    kind: loop.sequential ? 'sequential' : 'parallel',
    collection: prepared(loop.collection),
    cardinality: prepared(loop.cardinality),
    element: loop.element,
    results: loop.results,
    result: prepared(loop.result),
    completion: prepared(loop.completion),
    vote: loop.vote && { ...loop.vote, weight: prepared(loop.vote.weight), choice: prepared(loop.vote.choice) },
    throws: (loop.throws ?? []).map(({ when, condition, event }) => ({ when, condition: prepared(condition), event })),
  };
}

const NO_LOOP: Omit<PreparedLoop, 'kind'> = {
  collection: undefined,
  cardinality: undefined,
  element: undefined,
  results: undefined,
  result: undefined,
  completion: undefined,
  vote: undefined,
  throws: [],
  condition: undefined,
  testBefore: false,
  maximum: 0,
};
