/** Finds who may do a task: fixed in the flow, or from the starter and from values of the case. Nobody is an incident, never "everybody" (UT3). */
import type { Json } from '@tongban/model';
import type { PreparedNode, PreparedPerformer } from './prepared.ts';
import { raise } from './raise.ts';
import type { Run } from './run.ts';
import type { TaskPerformer } from './state.ts';

/** Who may do it in this case. */
export function resolvePerformer(run: Run, node: PreparedNode, performer: PreparedPerformer, scope: number): TaskPerformer {
  if (performer.fixed !== undefined) return performer.fixed;
  if (performer.onlyStarter) return { persons: [run.draft.starter.id] };
  const department = departmentOf(run, node, performer, scope);
  const persons = personsOf(run, node, performer, scope);
  return {
    ...(persons === undefined ? {} : { persons }),
    ...(performer.role === undefined ? {} : { role: performer.role }),
    ...(department === undefined ? {} : { department }),
  };
}

function departmentOf(run: Run, node: PreparedNode, { department }: PreparedPerformer, scope: number): string | undefined {
  if (department === undefined || typeof department === 'string') return department;
  const value = run.evaluate(department, scope);
  if (typeof value === 'string' && value !== '') return value;
  throw nobody(node, 'department');
}

function personsOf(run: Run, node: PreparedNode, { person, starter }: PreparedPerformer, scope: number): readonly string[] | undefined {
  const own = run.draft.starter.id;
  if (person === undefined) return starter ? [own] : undefined;
  const value = run.evaluate(person, scope);
  const all = (Array.isArray(value) ? value : [value]).filter((id: Json): id is string => typeof id === 'string' && id !== '');
  const persons = starter ? all.filter((id) => id === own) : all;
  if (persons.length > 0) return persons;
  throw nobody(node, 'person');
}

function nobody(node: PreparedNode, what: 'department' | 'person'): Error {
  const performer = node.spec.task?.performer;
  const wanted = what === 'department' ? performer?.department : performer?.person;
  const expression = typeof wanted === 'string' ? wanted : (wanted?.text ?? '');
  return raise('RUNTIME_PERFORMER_EMPTY', { nodeId: node.id, nodeName: node.name, expression, what });
}
