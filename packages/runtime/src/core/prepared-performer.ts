/** Makes ready who may do a task. */
import { prepare } from '@tongban/feel';
import type { ProgramNode } from '@tongban/model';
import type { PreparedPerformer } from './prepared.ts';
import { prepared } from './prepared-expression.ts';

/** Who may do it: fixed in the flow, or found for each case. */
export function preparedPerformer({ starter, role, department, person }: NonNullable<ProgramNode['task']>['performer']): PreparedPerformer {
  const fixedDepartment = department === undefined || typeof department === 'string';
  const fixed = starter !== true && person === undefined && fixedDepartment;
  return {
    fixed: fixed
      ? { ...(role === undefined ? {} : { role }), ...(department === undefined ? {} : { department: department as string }) }
      : undefined,
    starter: starter === true,
    onlyStarter: starter === true && person === undefined && role === undefined && department === undefined,
    role,
    department: fixedDepartment ? department : prepare(department),
    person: prepared(person),
  };
}
