import type { FlowContext } from '@tongban/flow-designer';
import { expect, test } from 'vitest';
import { SteadyContext } from './steady-context.ts';

const make = (): FlowContext => ({ manifest: {} as FlowContext['manifest'], forms: [], decisions: [], templates: [] });

test('the same context comes while nothing it is made of has changed', () => {
  const steady = new SteadyContext();
  const first = steady.of(['manifest', 'form'], make);
  expect(steady.of(['manifest', 'form'], make)).toBe(first);
  const other = steady.of(['manifest', 'another form'], make);
  expect(other).not.toBe(first);
  expect(steady.of(['manifest'], make)).not.toBe(other);
});
