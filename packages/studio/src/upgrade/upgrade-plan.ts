/** What there is to upgrade a copy to: the current release of the measure above, when it is another than the copy was made from. */
import {
  type FormDocument,
  type Locale,
  type MeasureManifest,
  type MeasureService,
  type MeasureSources,
  type ReleaseSummary,
  textIn,
  type UpperMeasure,
} from '@tongban/model';
import type { UpgradeNames } from './upgrade-words.ts';

/** An upgrade that can be made. */
export interface UpgradePlan {
  readonly measure: UpperMeasure;
  readonly from: ReleaseSummary;
  readonly to: ReleaseSummary;
  readonly base: MeasureSources;
  readonly theirs: MeasureSources;
}

/** What was found of the level above: a plan, nothing new, or nothing at all. */
export type UpperState =
  | { readonly kind: 'plan'; readonly plan: UpgradePlan }
  | { readonly kind: 'upToDate' | 'unknown'; readonly measure?: UpperMeasure };

/** Asks for the measure above that `releaseId` is a release of, and for its files. */
export async function findUpgrade(service: MeasureService, releaseId: string): Promise<UpperState> {
  const above = await service.upperMeasures();
  const measure = above.find(({ releases }) => releases.some(({ id }) => id === releaseId));
  const from = measure?.releases.find(({ id }) => id === releaseId);
  const to = measure?.releases.find(({ current }) => current);
  if (measure === undefined || from === undefined || to === undefined) return { kind: 'unknown' };
  if (to.id === releaseId) return { kind: 'upToDate', measure };
  const [base, theirs] = await Promise.all([service.sources(from.id), service.sources(to.id)]);
  return { kind: 'plan', plan: { measure, from, to, base, theirs } };
}

/** What ids are called, in all three versions; the copy's names stand. */
export function namesIn(manifest: MeasureManifest, versions: readonly MeasureSources[], locale: Locale): UpgradeNames {
  const steps = new Map<string, string>();
  const forms = new Map<string, string>();
  for (const sources of versions) {
    for (const [path, text] of Object.entries(sources)) {
      if (path.endsWith('.bpmn')) for (const [id, name] of namedIn(text)) steps.set(id, name);
      const title = path.endsWith('.form.json') ? titleIn(text, locale) : undefined;
      if (title !== undefined) forms.set(path, title);
    }
  }
  return { manifest, steps, forms };
}

// ids with their names, wherever both stand in a tag
function namedIn(xml: string): readonly (readonly [id: string, name: string])[] {
  const { documentElement } = new DOMParser().parseFromString(xml, 'application/xml');
  return [...documentElement.querySelectorAll('[id][name]')].map((one) => [one.getAttribute('id') ?? '', one.getAttribute('name') ?? '']);
}

function titleIn(text: string, locale: Locale): string | undefined {
  try {
    return textIn((JSON.parse(text) as FormDocument).title, locale);
  } catch {
    return undefined;
  }
}
