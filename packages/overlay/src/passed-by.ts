/** Whether a step that must stay is gone around: an end that could only be reached through it is now reached without it. */
import type { Flow, FlowNode, FlowScope } from '@tongban/model';

/** The end that is reached without the node `id` in `copy` though it was not in `base`; nothing when there is none. */
export function passedBy(id: string, base: Flow, copy: Flow): FlowNode | undefined {
  for (const step of [id, ...holdersOf(id, base.processes)]) {
    const [before, after] = [scopeOf(step, base.processes), scopeOf(step, copy.processes)];
    const end = before === undefined || after === undefined ? undefined : newlyReached(step, before, after);
    if (end !== undefined) return end;
  }
  return undefined;
}

// a new end counts unless cases already ended in that way without the step
function newlyReached(id: string, before: FlowScope, after: FlowScope): FlowNode | undefined {
  const around = endsAround(id, before);
  const known = new Set(before.nodes.map((node) => node.id));
  const kinds = new Set(around.map(kindOfEnd));
  const usual = new Set(around.map((node) => node.id));
  return endsAround(id, after).find((node) => (known.has(node.id) ? !usual.has(node.id) : !kinds.has(kindOfEnd(node))));
}

function kindOfEnd({ extension, events = [] }: FlowNode): string {
  return `${extension.ending ?? 'completed'} ${events.map(({ kind }) => kind).join()}`;
}

/** The nodes without a way out that a token reaches though `id` lets nothing through. */
function endsAround(id: string, { nodes, flows }: FlowScope): readonly FlowNode[] {
  const led = new Set(flows.map(({ target }) => target));
  const starts = nodes.filter((node) => !led.has(node.id) && node.attachedTo === undefined && node.triggeredByEvent !== true);
  const reached = new Set<string>();
  const open = starts.map((node) => node.id);
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (at === id || reached.has(at)) continue;
    reached.add(at);
    for (const { source, target } of flows) if (source === at) open.push(target);
    for (const node of nodes) if (node.attachedTo === at) open.push(node.id);
  }
  const goesOn = new Set(flows.map(({ source }) => source));
  return nodes.filter((node) => reached.has(node.id) && !goesOn.has(node.id) && node.forCompensation !== true);
}

function scopeOf(id: string, scopes: readonly FlowScope[]): FlowScope | undefined {
  for (const scope of scopes) {
    if (scope.nodes.some((node) => node.id === id)) return scope;
    const inner = scopeOf(
      id,
      scope.nodes.flatMap((node) => node.inner ?? []),
    );
    if (inner !== undefined) return inner;
  }
  return undefined;
}

/** The sub-processes that `id` stands in, innermost first. */
function holdersOf(id: string, scopes: readonly FlowScope[]): readonly string[] {
  for (const { nodes } of scopes) {
    for (const node of nodes) {
      if (node.inner === undefined) continue;
      if (scopeOf(id, [node.inner]) !== undefined) return [...holdersOf(id, [node.inner]), node.id];
    }
  }
  return [];
}
