/** What a flow may refer to: the measure around it, its forms, decisions and document templates. */
import type { FeelResult } from '@tongban/feel-parser';
import type { FormDocument, LocalText, MeasureManifest } from '@tongban/model';
import type { FlowBlock } from './blocks/block.ts';

/** The release a copy was made from. */
export interface LockingBase {
  /** What people call it, e.g. “《模拟审批》1.2”. */
  readonly title: string;
  readonly manifest: MeasureManifest;
  /** Its flow. */
  readonly xml: string;
}

/** A decision that steps may ask. */
export interface KnownDecision {
  /** E.g. `DT-16`. */
  readonly id: string;
  /** What people call it. */
  readonly name?: string;
  /** What it gives, for conditions to choose from. */
  readonly result?: FeelResult;
}

/** A document template that steps may issue. */
export interface KnownTemplate {
  /** E.g. `acceptance-slip`. */
  readonly id: string;
  /** What people call it. */
  readonly name?: LocalText;
}

/** Handed to `<tb-flow-designer>` by whoever holds the measure. */
export interface FlowContext {
  readonly manifest: MeasureManifest;
  readonly forms: readonly FormDocument[];
  readonly decisions: readonly KnownDecision[];
  readonly templates: readonly KnownTemplate[];
  /** Of a copy: the measure it was made from. What that locks is read-only here, and can be put back. */
  readonly lockedBy?: LockingBase;
  /** Building blocks of the county's own; the gallery shows them first. */
  readonly blocks?: readonly FlowBlock[];
}
