import fc from 'fast-check';
import { expect, test } from 'vitest';
import { literal } from '../testing/builders/expressions.ts';
import type { FlowOptions } from '../testing/builders/flow.ts';
import { type RunningCase, runFlow } from '../testing/builders/running-case.ts';
import { step } from './step.ts';

/** A block of a well-structured flow. */
type Block =
  | { readonly kind: 'user' | 'service' | 'script' }
  | { readonly kind: 'each'; readonly sequential: boolean; readonly count: number }
  | { readonly kind: 'sequence'; readonly blocks: readonly Block[] }
  | { readonly kind: 'parallel' | 'inclusive' | 'exclusive'; readonly branches: readonly Block[]; readonly taken: readonly boolean[] }
  | { readonly kind: 'sub' | 'call'; readonly inner: Block };

const { block } = fc.letrec<{ block: Block }>((tie) => ({
  block: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom<Block>({ kind: 'user' }, { kind: 'service' }, { kind: 'script' }),
    fc.record({ kind: fc.constant('each' as const), sequential: fc.boolean(), count: fc.nat(3) }),
    fc.record({ kind: fc.constant('sequence' as const), blocks: fc.array(tie('block'), { minLength: 1, maxLength: 3 }) }),
    fc.record({
      kind: fc.constantFrom('parallel' as const, 'inclusive' as const, 'exclusive' as const),
      branches: fc.array(tie('block'), { minLength: 2, maxLength: 3 }),
      taken: fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }),
    }),
    fc.record({ kind: fc.constantFrom('sub' as const, 'call' as const), inner: tie('block') }),
  ),
}));

type Written = {
  count: number;
  readonly lines: string[];
  readonly nodes: Record<string, object>;
  readonly inside: Record<string, string>;
  readonly processes: Record<string, string>;
  readonly calls: Record<string, string>;
  readonly conditions: Record<string, ReturnType<typeof literal>>;
  readonly defaults: Record<string, string>;
};

function writtenFlow(block: Block): readonly [string, FlowOptions] {
  const all: Written = { count: 0, lines: [], nodes: {}, inside: {}, processes: {}, calls: {}, conditions: {}, defaults: {} };
  return [scopeText(block, all), all as FlowOptions];
}

function scopeText(block: Block, all: Written): string {
  const lines: string[] = [];
  const [first, last] = write(block, { ...all, lines }, all);
  all.count += 1;
  return [`start${all.count} > ${first}`, ...lines, `${last} > end${all.count}`].join('\n');
}

function write(block: Block, here: Written, all: Written): readonly [first: string, last: string] {
  all.count += 1;
  const id = `n${all.count}`;
  const one = (prefix: string): readonly [string, string] => {
    here.lines.push(`${prefix}${id}`);
    return [id, id];
  };
  if (block.kind === 'user') return one('');
  if (block.kind === 'service') return one('service:');
  if (block.kind === 'script') {
    all.nodes[id] = { script: { expression: literal(1), result: id } };
    return one('script:');
  }
  if (block.kind === 'each') {
    all.nodes[id] = { loop: { kind: 'multiInstance', sequential: block.sequential, cardinality: literal(block.count) } };
    return one('');
  }
  if (block.kind === 'call') {
    const process = `p${id}`;
    all.processes[process] = scopeText(block.inner, all);
    all.calls[id] = process;
    return one('call:');
  }
  if (block.kind === 'sub') {
    all.inside[id] = scopeText(block.inner, all);
    return one('sub:');
  }
  if (block.kind === 'sequence') {
    const parts = block.blocks.map((inner) => write(inner, here, all));
    for (const [at, [first]] of parts.slice(1).entries()) here.lines.push(`${parts[at]?.[1]} > ${first}`);
    return [parts[0]?.[0] as string, parts.at(-1)?.[1] as string];
  }
  if (!('branches' in block)) throw new Error(block.kind);
  here.lines.push(`${block.kind}:${id}`, `${block.kind}:j${id}`);
  const branches = block.branches.map((inner) => write(inner, here, all));
  for (const [at, [first, last]] of branches.entries()) {
    here.lines.push(`${id} > ${first}`, `${last} > j${id}`);
    if (at > 0) all.conditions[`${id}>${first}`] = literal(block.taken[at] === true);
    else all.defaults[id] = first;
  }
  return [id, `j${id}`];
}

/** Does anything that can be done, chosen by the numbers, until nothing is left to do. */
function drive(running: RunningCase, choices: readonly number[]): RunningCase {
  for (let at = 0; running.ended === undefined && at < 500; at++) {
    const jobs = running.state.jobs ?? [];
    const tasks = running.state.tokens.filter(({ node }) => running.prepared.nodes[node]?.kind.kind === 'userTask');
    const open = tasks.filter(({ id }) => !running.state.loops?.some(({ token }) => token === id));
    const choice = (choices[at % choices.length] ?? 0) % Math.max(1, jobs.length + open.length);
    const job = jobs[choice];
    running.wait(1000);
    if (job !== undefined) running.do({ kind: 'finishJob', jobId: job.id, result: choice });
    else running.do({ kind: 'completeTask', taskId: open[choice - jobs.length]?.id as number, variables: { [`v${at % 3}`]: at } });
    if (running.refused !== undefined) throw new Error(running.refused[0]?.code);
  }
  return running;
}

const choices = fc.array(fc.nat(1000), { minLength: 1, maxLength: 20 });

test('DT3 a well-structured flow always ends, with no token and nothing open left', () => {
  fc.assert(
    fc.property(block, choices, (block, choices) => {
      const running = drive(runFlow(...writtenFlow(block)), choices);
      expect(running.ended).toBe('completed');
      const { tokens, scopes, loops, jobs, timers, subscriptions } = running.state;
      expect({ tokens, scopes, loops, jobs, timers, subscriptions }).toEqual({ tokens: [] });
      const count = (kind: string) => running.effects.filter((effect) => effect.kind === kind).length;
      expect([count('openTask'), count('createJob')]).toEqual([count('closeTask'), count('closeJob')]);
      expect(running.events.map(({ seq }) => seq)).toEqual(running.events.map((_, at) => at + 1));
    }),
    { seed: 20261122, numRuns: 300 },
  );
});

test('DT4 the same commands give the same case byte for byte, also when it is saved and restored after each', () => {
  fc.assert(
    fc.property(block, choices, (block, choices) => {
      const running = drive(runFlow(...writtenFlow(block)), choices);
      let restored: typeof running.state | undefined;
      const seen: unknown[] = [];
      for (const command of running.commands) {
        const outcome = step(running.prepared, restored, command);
        if (outcome.refused !== undefined) throw new Error('refused on replay');
        seen.push(...outcome.events);
        restored = JSON.parse(JSON.stringify(outcome.state));
      }
      expect(JSON.stringify(restored)).toBe(JSON.stringify(running.state));
      expect(JSON.stringify(seen)).toBe(JSON.stringify(running.events));
    }),
    { seed: 20261122, numRuns: 200 },
  );
});
