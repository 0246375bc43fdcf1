/** A flow → a program: everything by index, every FEEL text parsed, every doubt a problem on its element. */
import type { Flow, Problem, Program, ProgramFlow } from '@tongban/model';
import { checkJoins } from './check-joins.ts';
import { checkReferences } from './check-references.ts';
import { checkStructure } from './check-structure.ts';
import { checkWritten } from './check-written.ts';
import { compileNode, GATEWAY_NAMES } from './compile-node.ts';
import { expressionsOver } from './expressions.ts';
import { type IndexedFlow, indexFlow } from './flow-index.ts';
import { flowNames } from './flow-names.ts';
import { flowPlace } from './flow-place.ts';
import { CASE_NAMES, type MeasureWorld } from './measure-world.ts';
import { present } from './present.ts';

/** Around a flow: the measure it belongs to (none for plain BPMN), and the file it came from. */
export interface FlowContext {
  readonly world?: MeasureWorld;
  readonly file?: string;
}

/** The program, unless an error stands in the way. */
export interface FlowCompilation {
  readonly program?: Program;
  readonly problems: readonly Problem[];
}

/** Compiles `flow`. */
export function compileFlow(flow: Flow, { world, file }: FlowContext = {}): FlowCompilation {
  const index = indexFlow(flow);
  const expressions = expressionsOver({ ...world?.known, names: [...CASE_NAMES, ...(world?.known.names ?? []), ...flowNames(flow)] });
  const nodes = index.nodes.map((node) => compileNode(node, { flow, index, expressions, file, inMeasure: world !== undefined }));
  const flows = index.flows.map(({ flow: one, source, target, index: at }: IndexedFlow) =>
    present<ProgramFlow>({
      id: one.id,
      name: one.name,
      source: source.index,
      target: target.index,
      condition:
        index.flows[at]?.source.node?.default === one.id
          ? undefined
          : expressions.parseSome(
              one.condition,
              { ...flowPlace(file, one), property: 'condition' },
              source.node?.kind === 'complexGateway' ? GATEWAY_NAMES : [],
            ),
    }),
  );
  const ids = new Set(index.byId.keys());
  const references =
    world === undefined ? [] : index.nodes.flatMap(({ node }) => (node === undefined ? [] : checkReferences(node, world, ids, file)));
  const structure = checkStructure(index, file, world === undefined ? 'warning' : 'error');
  const joins = structure.some(({ severity }) => severity === 'error')
    ? []
    : checkJoins(index, file, world === undefined ? 'warning' : 'error');
  const conditions = flows.map(({ condition }) => condition);
  const written = world === undefined ? [] : checkWritten(index, conditions, world, file);
  const problems = inOrder(
    [...structure, ...joins, ...references, ...written, ...withoutNamesUnknownToBare(expressions.problems, world)],
    [...ids],
  );
  if (problems.some(({ severity }) => severity === 'error')) return { problems };
  const processes = index.nodes.filter(({ scope }) => scope === -1).map((process) => process.index);
  return { program: { formatVersion: 1, nodes, flows, processes }, problems };
}

/** Plain BPMN does not say what its host hands in, so no name in it is unknown. */
function withoutNamesUnknownToBare(problems: readonly Problem[], world: MeasureWorld | undefined): readonly Problem[] {
  return world === undefined ? problems.filter(({ code }) => code !== 'COMPILE_NAME_UNKNOWN') : problems;
}

/** By element, in document order, each said once. */
function inOrder(problems: readonly Problem[], ids: readonly string[]): readonly Problem[] {
  const order = new Map(ids.map((id, index) => [id, index]));
  const rank = ({ place }: Problem): number => order.get(place.elementId ?? '') ?? ids.length;
  const keys = new Set<string>();
  const once = problems.filter(({ code, place, details }) => {
    const key = JSON.stringify([code, place, details]);
    return keys.has(key) ? false : keys.add(key);
  });
  return [...once].sort((one, other) => rank(one) - rank(other));
}
