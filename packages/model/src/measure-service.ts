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
  sources(releaseId: string): Promise<MeasureSources>;
}

/** Checks the sources of a measure: implemented by `compile` and, more deeply, by `verify`. */
export interface Checker {
  check(sources: MeasureSources): Promise<CheckResult>;
}
