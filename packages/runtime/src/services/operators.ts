/** Who may do what is done to cases from outside of their flow: administrators, and the host's own programs. */
import type { Problem } from '@tongban/model';
import type { CaseActor } from '../core/state.ts';
import { ADMINISTRATOR, SYSTEM } from '../engine/own-roles.ts';
import { raise } from '../errors.ts';
import { caseActor, type ServiceContext } from './service-context.ts';

/** Whether the person of the context may operate the engine. */
export function isOperator({ actor }: ServiceContext): boolean {
  return actor.roles.includes(ADMINISTRATOR) || actor.roles.includes(SYSTEM);
}

/** The operator as events remember them. @throws RUNTIME_NOT_ALLOWED for anybody else */
export function operatorOf(context: ServiceContext, what: string): CaseActor {
  if (!isOperator(context)) throw raise('RUNTIME_NOT_ALLOWED', { actorName: context.actor.name, what });
  return caseActor(context.actor);
}

/** Why the person may not do it, as a refusal; empty for an operator whom the host permits it. */
export async function operatorRefused(
  context: ServiceContext,
  action: string,
  what: string,
  place: { readonly measureId: string; readonly caseId?: string },
): Promise<readonly Problem[]> {
  const { engine, actor } = context;
  const allowed = isOperator(context) && (await engine.authorize({ actor, action, ...place }));
  return allowed ? [] : [raise.problem('RUNTIME_NOT_ALLOWED', {}, { actorName: actor.name, what })];
}
