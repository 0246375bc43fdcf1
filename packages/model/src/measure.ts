/** A measure on disk: its manifest and the files it names. Paths are relative to `measure.json`, with `/`. */
import type { Department, Role } from './actor.ts';
import type { Json } from './json.ts';
import type { Limit, PauseReason } from './limit.ts';
import type { Lock } from './lock.ts';
import type { LocalText } from './text.ts';

/** A setting of a measure: everything a county may differ in is one of these first. FEEL reads it as `parameters.<id>`. */
export interface Parameter {
  readonly id: string;
  readonly name: LocalText;
  readonly help?: LocalText;
  readonly value: Json;
  /** Allowed values, shown as choices. */
  readonly choices?: readonly { readonly value: Json; readonly label: LocalText }[];
  /** Where the source is silent or counties differ. */
  readonly source?: string;
}

/** `measure.json`. */
export interface MeasureManifest {
  readonly formatVersion: 1;
  /** e.g. `mock-approval`. */
  readonly id: string;
  /** Free text for people, e.g. `1.4`; identity is the hash of the sources. */
  readonly version: string;
  readonly title: LocalText;
  readonly summary?: LocalText;
  readonly legalBasis?: readonly string[];
  /** Release hash of the base measure this copy was made from. */
  readonly extends?: string;
  readonly parameters: readonly Parameter[];
  readonly roles: readonly Role[];
  readonly departments: readonly Department[];
  readonly limits: readonly Limit[];
  /** What is to be known of the reasons that limits list under `pauses`. */
  readonly pauses?: readonly PauseReason[];
  /** What copies of this measure may not change. A copy keeps those it was given and may add its own, for the level below. */
  readonly locks?: readonly Lock[];
  /** How a case names itself, FEEL; and its business key (for messages and searches), FEEL. */
  readonly case: { readonly title: string; readonly key: string };
  /** First day it may be used, `YYYY-MM-DD`. */
  readonly effectiveFrom?: string;
  readonly parts: MeasureParts;
}

/** The files of a measure, each by its path from the folder of `measure.json`. */
export interface MeasureParts {
  readonly flow: string;
  readonly forms: readonly string[];
  readonly tables: readonly string[];
  /** Examples of the tables, each beside its table: `tables/dt-05.examples.json`. */
  readonly examples?: readonly string[];
  readonly documents: readonly string[];
  readonly items?: string;
  /** Reference lists: `lists/industries.csv` is read as `lists.industries`. */
  readonly lists?: readonly string[];
  readonly calendar: string;
  readonly scenarios: readonly string[];
}

/** The paths of all parts, each once, in the order in which a measure is read. */
export function partPaths(parts: MeasureParts): readonly string[] {
  const items = [...(parts.items === undefined ? [] : [parts.items]), ...(parts.lists ?? [])];
  return [
    parts.flow,
    ...parts.forms,
    ...parts.tables,
    ...(parts.examples ?? []),
    ...parts.documents,
    ...items,
    parts.calendar,
    ...parts.scenarios,
  ];
}

/** The sources of a measure: text by path. `measure.json` is always among them. */
export type MeasureSources = Readonly<Record<string, string>>;
