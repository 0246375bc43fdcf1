/** What a surface that is loaded when it is first shown (list, properties, blocks …) gets from the designer around it. */
import type { Locale, MeasureManifest, Problem } from '@tongban/model';
import type { DiagramElement } from './diagram/services.ts';
import type { FlowContext } from './flow-context.ts';
import type { FlowEditor } from './flow-editor.ts';
import type { FlowWords } from './flow-messages.ts';

/** The designer, as its surfaces see it. */
export interface SurfaceHost {
  readonly t: FlowWords;
  readonly locale: Locale;
  readonly editor: FlowEditor;
  readonly context: FlowContext | undefined;
  readonly problems: readonly Problem[];
  readonly readonly: boolean;
  readonly narrow: boolean;
  readonly selected: DiagramElement | undefined;
  /** Whether kinds that approval flows rarely need are offered too. */
  readonly allOfBpmn: boolean;
  readonly renderRoot: HTMLElement | DocumentFragment;
  readonly updateComplete: Promise<boolean>;
  requestUpdate(): void;
  announce(text: string): void;
  /** What happened to the element since the version that is compared with. */
  changeOf(id: string): { readonly kind: 'added' | 'removed' | 'changed' | 'moved'; readonly word: string } | undefined;
  /** What `element` is called, with how many problems it has. */
  labelOf(element: DiagramElement): string;
  /** Selects the element, shows its properties and puts the focus into the field of `property`. */
  select(id: string, property?: string): void;
  /** Shows the properties of what is selected and puts the focus into the field of `property`. */
  openPanel(property?: string): void;
  changeManifest(manifest: MeasureManifest): void;
}
