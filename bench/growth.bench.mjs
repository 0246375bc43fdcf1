/**
 * How the cost of a case grows: with the activities of its flow (10, 100, 1,000 in a row and side by side) and with the instances of a
 * multi-instance (1 to 10,000: opened at once, completed one by one, and run through by scripts). What counts is the time for each.
 */
import { allParts, prepareProgram, step } from '@tongban/runtime';
import { literal } from '../packages/runtime/src/testing/builders/expressions.ts';
import { flow } from '../packages/runtime/src/testing/builders/flow.ts';
import { microsecondsEach, processorTime } from './measure.mjs';

export const title = 'Growth: time for each activity or instance';
export const unit = 'µs each';

const START = { kind: 'start', commandId: 's', now: 0, actor: { id: 'a', name: 'a' }, caseId: 'c', tenant: 't' };

export async function run() {
  const works = {};
  const sizes = new Map();
  const add = (name, size, work) => {
    works[name] = work;
    sizes.set(name, size);
  };
  for (const size of [10, 100, 1000]) {
    add(`${size} activities in a row`, size, startOf(inARow(size)));
    add(`${size} activities side by side`, size, startOf(sideBySide(size)));
  }
  for (const size of [10, 100, 1000, 10_000]) {
    add(`${size} instances opened`, size, startOf(instances(size, 'a')));
    add(
      `${size} instances of a script`,
      size,
      startOf(instances(size, 'script:a', { script: { expression: literal(1), result: 'done' } })),
    );
    add(`${size} instances: complete one`, 1, completeOne(instances(size, 'a')));
  }
  const measured = await microsecondsEach(works, processorTime);
  const results = Object.fromEntries(Object.entries(measured).map(([name, time]) => [name, time / sizes.get(name)]));
  const ratio = (large, small) => results[large] / results[small];
  return {
    results,
    limits: [
      { text: 'in a row, 1,000 to 100', ratio: ratio('1000 activities in a row', '100 activities in a row'), atMost: 1.5 },
      { text: 'side by side, 1,000 to 100', ratio: ratio('1000 activities side by side', '100 activities side by side'), atMost: 8 },
      { text: 'instances opened, 10,000 to 100', ratio: ratio('10000 instances opened', '100 instances opened'), atMost: 6 },
      { text: 'instances of a script, 10,000 to 100', ratio: ratio('10000 instances of a script', '100 instances of a script'), atMost: 8 },
      {
        text: 'completing one, 10,000 to 1,000 (lists are copied)',
        ratio: ratio('10000 instances: complete one', '1000 instances: complete one'),
        atMost: 12,
      },
    ],
  };
}

function inARow(size) {
  const names = Array.from({ length: size }, (_, at) => `task:n${at}`);
  return prepareProgram(flow(`start > ${names.join(' > ')} > end`), allParts);
}

function sideBySide(size) {
  const ways = Array.from({ length: size }, (_, at) => `split > task:n${at} > join`);
  return prepareProgram(flow(`start > parallel:split ; ${ways.join(' ; ')} ; parallel:join > end`), allParts);
}

function instances(size, activity, more = {}) {
  const loop = { kind: 'multiInstance', sequential: false, cardinality: literal(size), results: 'all', result: literal(1) };
  return prepareProgram(flow(`start > ${activity} > end`, { nodes: { a: { loop, ...more } } }), allParts);
}

function startOf(prepared) {
  return () => step(prepared, undefined, START).state;
}

function completeOne(prepared) {
  const { state } = step(prepared, undefined, START);
  const taskId = state.tokens[Math.floor(state.tokens.length / 2) + 1]?.id ?? state.tokens.at(-1).id;
  const order = { kind: 'completeTask', commandId: 'c', now: 1, actor: { id: 'a', name: 'a' }, taskId };
  return () => step(prepared, state, order).state;
}
