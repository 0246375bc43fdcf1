/** A release: an immutable published version of a measure, named by the hash of its sources. The runtime needs nothing else. */
import type { CalendarData } from './calendar-data.ts';
import type { DecisionModel } from './decision-table.ts';
import type { CompiledTemplate } from './document-template.ts';
import type { FeelExpression } from './feel-tree.ts';
import type { FlowPicture } from './flow-picture.ts';
import type { CompiledForm } from './form.ts';
import type { Item } from './item.ts';
import type { MeasureManifest } from './measure.ts';
import type { Program } from './program.ts';
import type { ReferenceList } from './reference-list.ts';

/** Everything needed to run cases of one published version. Plain JSON. */
export interface Release {
  readonly formatVersion: 1;
  /** `sha256:<hex>` over the canonical sources. */
  readonly id: string;
  readonly manifest: MeasureManifest;
  readonly program: Program;
  /** By form id. */
  readonly forms: Readonly<Record<string, CompiledForm>>;
  /** By decision id. */
  readonly decisions: Readonly<Record<string, DecisionModel>>;
  /** By template id. */
  readonly templates: Readonly<Record<string, CompiledTemplate>>;
  readonly items: readonly Item[];
  /** Reference lists by id; absent when there are none. */
  readonly lists?: Readonly<Record<string, ReferenceList>>;
  readonly calendar: CalendarData;
  readonly picture: FlowPicture;
  readonly caseTitle: FeelExpression;
  readonly caseKey: FeelExpression;
}

/** A release as lists show it. */
export interface ReleaseSummary {
  readonly id: string;
  readonly measureId: string;
  readonly tenant: string;
  readonly title: string;
  readonly version: string;
  /** Epoch milliseconds. */
  readonly publishedAt: number;
  readonly publishedBy: string;
  readonly note?: string;
  /** New cases start on this one. */
  readonly current: boolean;
}
