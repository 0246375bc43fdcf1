/** What every group of the properties panel gets. */
import type { FeelName } from '@tongban/feel-parser';
import type { FlowExtension, Locale, MeasureManifest, Problem } from '@tongban/model';
import type { DiagramElement } from '../diagram/services.ts';
import type { FlowContext } from '../flow-context.ts';
import type { FlowEditor } from '../flow-editor.ts';
import type { FlowWords } from '../flow-messages.ts';
import type { PanelWords } from './panel-messages.ts';

/** The selected element and what may be done with it. */
export interface PanelView {
  readonly t: FlowWords;
  /** The words that come with the panel. */
  readonly words: PanelWords;
  readonly locale: Locale;
  readonly editor: FlowEditor;
  readonly element: DiagramElement;
  readonly extension: FlowExtension;
  readonly context: FlowContext | undefined;
  /** What expressions may read. */
  readonly names: readonly FeelName[];
  readonly problems: readonly Problem[];
  readonly readonly: boolean;
  /** Whether kinds that approval flows rarely need are offered too. */
  readonly allOfBpmn: boolean;
  /** What was typed and cannot be kept, by field: shown again with why. */
  readonly rejected: ReadonlyMap<string, string>;
  reject(field: string, why: string | undefined): void;
  /** What was chosen in a field that the flow does not hold yet, by field. */
  readonly chosen: ReadonlyMap<string, string>;
  choose(field: string, value: string): void;
  /** Puts parts of our extension in place of those that are there; `undefined` takes a part away. */
  change(parts: { readonly [Part in keyof FlowExtension]?: FlowExtension[Part] | undefined }): void;
  changeManifest(manifest: MeasureManifest): void;
  /** Makes all edits in `run`, of the flow and of the measure, one step of undo. */
  together(run: () => void): void;
  select(id: string): void;
  /** Puts the focus into the field of a property. */
  focusProperty(property: string | undefined): void;
}
