import { readBpmn } from '@tongban/bpmn';
import { describe, expect, test } from 'vitest';
import { compileFlow } from './compile-flow.ts';

/** The join problems of a flow written as chains: `s` start, `e…` end, `x…` exclusive, `p…` parallel, `o…` inclusive, else a task. */
async function found(...ways: readonly string[]): Promise<readonly string[]> {
  const ids = [...new Set(ways.flatMap((way) => way.split('>').map((id) => id.trim())))];
  const lines = ways.flatMap((way) => {
    const chain = way.split('>').map((id) => id.trim());
    return chain.slice(1).map((target, at) => [chain[at] as string, target] as const);
  });
  const defaults = new Map(lines.map(([source, target]) => [source, `${source}-${target}`]));
  const nodes = ids.map((word) => {
    const [id = '', host] = word.split('@');
    const tag = tagOf(id);
    if (host !== undefined) {
      const [task, , beside] = host.split(/(!)/);
      return `<boundaryEvent id="${id}" attachedToRef="${task}" cancelActivity="${beside === undefined}"><timerEventDefinition><timeDuration>P1D</timeDuration></timerEventDefinition></boundaryEvent>`;
    }
    return `<${tag} id="${id}"${/Gateway/.test(tag) && !/parallel/.test(tag) && defaults.has(id) ? ` default="${defaults.get(id)}"` : ''}/>`;
  });
  const bare = (word: string): string => word.split('@')[0] as string;
  const flows = lines.map(
    ([source, target]) => `<sequenceFlow id="${source}-${target}" sourceRef="${bare(source)}" targetRef="${bare(target)}">
    ${/^[xo]\d/.test(source) && defaults.get(source) !== `${source}-${target}` ? '<conditionExpression>true</conditionExpression>' : ''}</sequenceFlow>`,
  );
  const xml = `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="p" isExecutable="true">${[...nodes, ...flows].join('')}</process></definitions>`;
  const { flow } = await readBpmn(xml);
  if (flow === undefined) throw new Error('not read');
  const { problems } = compileFlow(flow);
  return problems
    .filter(({ code }) => /JOIN|TWICE/.test(code))
    .map(({ code, place }) => `${code.replace('COMPILE_', '')} ${place.elementId}`);
}

function tagOf(id: string): string {
  if (id === 's') return 'startEvent';
  if (/^e\d/.test(id)) return 'endEvent';
  if (/^x\d/.test(id)) return 'exclusiveGateway';
  if (/^o\d/.test(id)) return 'inclusiveGateway';
  return /^p\d/.test(id) ? 'parallelGateway' : 'manualTask';
}

describe('joins', () => {
  test.each([
    ['one after another', ['s > a > e1']],
    ['a parallel block', ['s > p1 > a > p2 > e1', 'p1 > b > p2']],
    ['a choice', ['s > x1 > a > x2 > e1', 'x1 > b > x2']],
    ['a loop', ['s > a > x1 > e1', 'x1 > a']],
    ['a loop inside a parallel way', ['s > p1 > a > x1 > p2 > e1', 'x1 > a', 'p1 > b > p2']],
    ['an inclusive block', ['s > o1 > a > o2 > e1', 'o1 > b > o2', 'o1 > c > o2']],
    ['a parallel block in an inclusive one', ['s > o1 > p1 > a > p2 > o2 > e1', 'p1 > b > p2', 'o1 > o2']],
    ['two ends', ['s > p1 > a > e1', 'p1 > b > e2']],
    ['a boundary event to an end', ['s > a > e1', 'b1@a > e2']],
    ['a boundary event beside', ['s > p1 > a > p2 > e1', 'p1 > b > p2', 'b1@a! > c > e2']],
    [
      'twelve ways with choices in each',
      [...Array(12).keys()].flatMap((n) => [`p1 > x${n}1 > a${n} > x${n}2 > p2`, `x${n}1 > x${n}2`]).concat('s > p1', 'p2 > e1'),
    ],
  ])('CF50 nothing is wrong with %s', async (_what, ways) => {
    expect(await found(...ways)).toEqual([]);
  });

  test('CF50 a choice that meets at a parallel join never gets through', async () => {
    expect(await found('s > x1 > a > p2 > e1', 'x1 > b > p2')).toEqual(['JOIN_NEVER p2']);
  });

  test('CF50 a parallel way that may leave is not always joined', async () => {
    expect(await found('s > p1 > a > x1 > p2 > e1', 'x1 > e2', 'p1 > b > p2')).toEqual(['JOIN_NOT_ALWAYS p2']);
    expect(await found('s > p1 > a > p2 > e1', 'p1 > b > p2', 'b1@a > e2')).toEqual(['JOIN_NOT_ALWAYS p2']);
  });

  test('CF50 a parallel split that meets without waiting is done twice', async () => {
    expect(await found('s > p1 > a > x2 > c > e1', 'p1 > b > x2')).toEqual(['DONE_TWICE x2']);
    expect(await found('s > p1 > a > c > e1', 'p1 > b > c')).toEqual(['DONE_TWICE c']);
  });
});
