/** E-seals that are handed in, and not to be believed: of another content, of somebody else, of a day to come, or unknown to the host. */
import { dayOn, type OpenForm, sealedText, walkFields } from '@tongban/form';
import { type FormValues, isJsonObject, type Json, type Problem, type SignatureField, type SignatureValue } from '@tongban/model';
import { sha256Digest } from '../audit/digest.ts';
import type { SealVerdict } from '../engine/check-seal.ts';
import type { LiveCase } from '../engine/live-case.ts';
import { raise } from '../errors.ts';
import type { ServiceContext } from './service-context.ts';
import { departmentName } from './words.ts';

/** One e-seal that was not there before. */
interface NewSeal {
  readonly field: SignatureField;
  readonly fieldId: string;
  readonly path: string;
  readonly sealed: SignatureValue;
}

type SealFault = 'RUNTIME_SEAL_OUTDATED' | 'RUNTIME_SEAL_FOREIGN' | 'RUNTIME_SEAL_REFUSED' | 'RUNTIME_SEAL_UNSUPPORTED';

/** What is wrong with the e-seals of a submission. `submitted` is what the page handed in, `changed` what is taken over of it. */
export async function strangeSeals(
  service: ServiceContext,
  at: { readonly live: LiveCase; readonly now: number; readonly form: OpenForm },
  values: { readonly stored: FormValues; readonly submitted: FormValues; readonly changed: FormValues },
): Promise<readonly Problem[]> {
  const { document } = at.form;
  const seals = newSeals(at.form, values.stored, values.changed);
  if (seals.length === 0) return [];
  const digest = `sha256:${sha256Digest.hash(sealedText(document, values.submitted))}`;
  const problems = await Promise.all(seals.map((seal) => faultOf(service, at, seal, digest)));
  return problems.filter((problem) => problem !== undefined);
}

async function faultOf(
  { engine, actor }: ServiceContext,
  { live, now, form }: { readonly live: LiveCase; readonly now: number; readonly form: OpenForm },
  { field, fieldId, path, sealed }: NewSeal,
  digest: string,
): Promise<Problem | undefined> {
  const problem = (code: SealFault, details: Record<string, Json> = {}) =>
    raise.problem(code, { elementId: fieldId }, { path, ...details });
  if (sealed.digest !== digest) return problem('RUNTIME_SEAL_OUTDATED');
  const own =
    field.kind === 'signature'
      ? actor.name
      : (actor.onBehalfOf?.name ?? (actor.department === undefined ? undefined : departmentName(live.ready, actor.department)));
  const today = dayOn({ now, offsetMinutes: live.ready.release.calendar.offsetMinutes });
  if ((own !== undefined && sealed.name !== own) || sealed.day > today)
    return problem('RUNTIME_SEAL_FOREIGN', { name: sealed.name, day: sealed.day, own: own ?? '' });
  let verdict: SealVerdict | undefined;
  try {
    verdict = await engine.checkSeal({ actor, formId: form.document.id, fieldId, kind: field.kind, sealed });
  } catch (cause) {
    throw raise('RUNTIME_SEAL_NOT_CHECKED', { name: sealed.name }, cause);
  }
  if (verdict === undefined) return problem('RUNTIME_SEAL_UNSUPPORTED');
  return verdict.ok ? undefined : problem('RUNTIME_SEAL_REFUSED', { reason: verdict.reason });
}

function newSeals({ document }: OpenForm, stored: FormValues, changed: FormValues): readonly NewSeal[] {
  return walkFields(document).flatMap(({ field, accessId, rows }): readonly NewSeal[] => {
    if (field.kind !== 'seal' && field.kind !== 'signature') return [];
    const seal = (path: string, now: Json | undefined, before: Json | undefined): readonly NewSeal[] =>
      isJsonObject(now ?? null) && (now as unknown as SignatureValue).method === 'eSeal' && JSON.stringify(now) !== JSON.stringify(before)
        ? [{ field, fieldId: accessId, path, sealed: now as unknown as SignatureValue }]
        : [];
    if (rows === undefined) return seal(field.key, changed[field.key], stored[field.key]);
    const before = new Map(rowsOf(stored[rows.key]).map((row) => [row['rowId'], row]));
    return rowsOf(changed[rows.key]).flatMap((row, at) =>
      seal(`${rows.key}[${at}].${field.key}`, row[field.key], before.get(row['rowId'])?.[field.key]),
    );
  });
}

function rowsOf(value: Json | undefined) {
  return Array.isArray(value) ? (value as readonly Json[]).filter(isJsonObject) : [];
}
