/** A case as evidence, for operators: its audit chain as it is kept, and whether it is whole. */
import type { CaseExport, CaseVerification } from '@tongban/model';
import { exportCase, verifyCaseExport } from '../audit/case-export.ts';
import { raise } from '../errors.ts';
import { visibleCase } from './case-view.ts';
import { operatorRefused } from './operators.ts';
import type { ServiceContext } from './service-context.ts';

/** The case with its chain. @throws RUNTIME_NOT_ALLOWED, RUNTIME_CASE_UNKNOWN */
export async function evidenceOf(context: ServiceContext, caseId: string): Promise<CaseExport> {
  const { engine, actor } = context;
  const what = '导出办件档案';
  const { live } = await visibleCase(context, caseId);
  const refused = await operatorRefused(context, 'exportCase', what, { measureId: live.row.measureId, caseId });
  if (refused.length > 0) throw raise('RUNTIME_NOT_ALLOWED', { actorName: actor.name, what });
  return (await exportCase(engine.storage, actor.tenant, caseId)) as CaseExport;
}

/** Whether the chain is whole. @throws RUNTIME_NOT_ALLOWED, RUNTIME_CASE_UNKNOWN */
export async function verifiedEvidence(context: ServiceContext, caseId: string): Promise<CaseVerification> {
  return verifyCaseExport(await evidenceOf(context, caseId), context.engine.digest);
}
