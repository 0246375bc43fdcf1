/** Why limits may stand still: the reasons of the catalogue, and those that the measure has beside them. */
import type { MeasureManifest } from '@tongban/model';
import type { PanelWords } from './panel-messages.ts';

const KNOWN = ['correction', 'publicity', 'expertReview', 'consultation', 'onePlusX'] as const;

/** All reasons, each with what it is called. */
export function pauseReasons(
  manifest: MeasureManifest | undefined,
  words: PanelWords,
): readonly (readonly [reason: string, label: string])[] {
  const own = new Set(
    (manifest?.limits ?? []).flatMap(({ pauses = [] }) => pauses).filter((reason) => !(KNOWN as readonly string[]).includes(reason)),
  );
  return [...KNOWN.map((reason) => [reason, words(`reason.${reason}`)] as const), ...[...own].map((reason) => [reason, reason] as const)];
}
