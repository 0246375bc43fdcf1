/** The port through which administrators work on measures. Drafts are sources by path; publishing makes a release. */
import type { Problem } from './errors.ts';
import type { MeasureSources } from './measure.ts';
import type { ReleaseSummary } from './release.ts';

/** A measure as the list shows it. */
export interface MeasureSummary {
  readonly measureId: string;
  readonly title: string;
  readonly draftRevision?: number;
  readonly current?: ReleaseSummary;
  readonly running: number;
}

/** The draft of a measure. */
export interface MeasureDraft {
  readonly measureId: string;
  /** Grows with every save; hand it back when saving. */
  readonly revision: number;
  readonly savedAt: number;
  readonly savedByName: string;
  readonly sources: MeasureSources;
  /** Of a copy that went over to a new release of its base: `undoUpgrade` goes back. */
  readonly upgraded?: DraftUpgrade;
}

/** That a copy went over to a new release of its base. */
export interface DraftUpgrade {
  /** Release ids. */
  readonly from: string;
  readonly to: string;
  readonly at: number;
  readonly byName: string;
  /** The files as they were; kept by the store, not handed out. */
  readonly before?: MeasureSources;
}

/** A measure that a level above has published (省 → 市 → 县): copies are made from it, and follow its releases. */
export interface UpperMeasure {
  readonly measureId: string;
  readonly title: string;
  /** Who published it, e.g. 甘肃省. */
  readonly level: string;
  /** Latest first; copies are made from the current one. */
  readonly releases: readonly ReleaseSummary[];
}

/** What checking found; publishing needs `errors` = 0. */
export interface CheckResult {
  readonly problems: readonly Problem[];
  readonly errors: number;
}

/** All an administrator can do with measures. */
export interface MeasureService {
  measures(): Promise<readonly MeasureSummary[]>;
  /** The draft; when there is none, one made from the current release's sources. */
  draft(measureId: string): Promise<MeasureDraft>;
  /** Saves whole files by path (`null` deletes). A stale revision is refused with `MEASURE_DRAFT_STALE`. */
  saveDraft(change: {
    readonly measureId: string;
    readonly revision: number;
    readonly files: Readonly<Record<string, string | null>>;
  }): Promise<MeasureDraft>;
  check(measureId: string): Promise<CheckResult>;
  publish(order: {
    readonly commandId: string;
    readonly measureId: string;
    readonly revision: number;
    readonly note?: string;
  }): Promise<{ readonly release?: ReleaseSummary; readonly problems: readonly Problem[] }>;
  releases(measureId: string): Promise<readonly ReleaseSummary[]>;
  /** New cases start on this release from now on (roll-back is choosing an older one). */
  makeCurrent(order: { readonly commandId: string; readonly releaseId: string }): Promise<ReleaseSummary>;
  /** The files of a release of this tenant, or of a level above. */
  sources(releaseId: string): Promise<MeasureSources>;
  /** What the levels above have published, the nearest level first. */
  upperMeasures(): Promise<readonly UpperMeasure[]>;
  /** Makes the draft of a copy that extends the release; under an id and a title of its own. */
  copy(order: { readonly measureId: string; readonly releaseId: string; readonly title: string }): Promise<MeasureDraft>;
  /** Saves an upgraded draft, whose `extends` names the new release; what it was before is kept until the next upgrade. */
  upgrade(change: {
    readonly measureId: string;
    readonly revision: number;
    readonly releaseId: string;
    readonly files: Readonly<Record<string, string | null>>;
  }): Promise<MeasureDraft>;
  /** Makes the draft what it was before it was upgraded; edits made since are lost. */
  undoUpgrade(order: { readonly measureId: string; readonly revision: number }): Promise<MeasureDraft>;
}

/** Checks the sources of a measure: implemented by `compile` and, more deeply, by `verify`. */
export interface Checker {
  check(sources: MeasureSources): Promise<CheckResult>;
}
