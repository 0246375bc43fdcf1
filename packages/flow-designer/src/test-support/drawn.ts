/** A drawing made of lines such as `start > review > end`, as the outline reads it; no bpmn-js behind it. */
import type { DiagramElement } from '../diagram/services.ts';

type Drawn = DiagramElement & { incoming: DiagramElement[]; outgoing: DiagramElement[]; attachers: DiagramElement[] };

/**
 * `ways`: chains of ids. The kind is read from the id's beginning: `start`, `end`, `x` (exclusive), `p` (parallel), `b@task` (boundary
 * event of `task`), anything else is a task.
 */
export function drawn(...ways: readonly string[]): readonly DiagramElement[] {
  const nodes = new Map<string, Drawn>();
  const lines: DiagramElement[] = [];
  const nodeOf = (word: string): Drawn => {
    const [id = '', host] = word.split('@');
    const known = nodes.get(id);
    if (known !== undefined) return known;
    const made = element(id, typeOf(id), nodes.size * 100);
    nodes.set(id, made);
    if (host !== undefined) {
      Object.assign(made, { host: nodeOf(host) });
      nodeOf(host).attachers.push(made);
    }
    return made;
  };
  for (const way of ways) {
    const ids = way.split('>').map((word) => nodeOf(word.trim()));
    for (const [at, target] of ids.slice(1).entries()) {
      const source = ids[at] as Drawn;
      const line = { ...element(`${source.id}_${target.id}`, 'bpmn:SequenceFlow', 0), source, target };
      source.outgoing.push(line);
      target.incoming.push(line);
      lines.push(line);
    }
  }
  return [...nodes.values(), ...lines];
}

function element(id: string, type: string, x: number): Drawn {
  const businessObject = { $type: type, id } as unknown as DiagramElement['businessObject'];
  return { id, type, businessObject, x, y: 0, width: 100, height: 80, incoming: [], outgoing: [], attachers: [] };
}

function typeOf(id: string): string {
  if (id.startsWith('start')) return 'bpmn:StartEvent';
  if (id.startsWith('end')) return 'bpmn:EndEvent';
  if (/^x\d/.test(id)) return 'bpmn:ExclusiveGateway';
  if (/^p\d/.test(id)) return 'bpmn:ParallelGateway';
  return /^b\d/.test(id) ? 'bpmn:BoundaryEvent' : 'bpmn:UserTask';
}
