/** The palette in words: drag an entry into the drawing, or press it to add behind the selected step. */
import { icon } from '@tongban/element-kit';
import { html, nothing, type TemplateResult } from 'lit';
import { ALL_OF_BPMN, KINDS, type KindName, PALETTE } from './diagram/kinds.ts';
import { PRESETS, type Preset } from './diagram/presets.ts';
import type { FlowWords } from './flow-messages.ts';
import { onceDragged } from './once-dragged.ts';

/** What the palette does. */
export interface PaletteView {
  readonly t: FlowWords;
  readonly allOfBpmn: boolean;
  onDrag(event: MouseEvent, kind: KindName, preset?: Preset): void;
  onAdd(kind: KindName, preset?: Preset): void;
  onAllOfBpmn(on: boolean): void;
  onTool(event: Event, tool: ToolName): void;
}

export type ToolName = 'select' | 'hand' | 'lasso' | 'connect';

const TOOLS: readonly (readonly [tool: ToolName, icon: string, word: 'toolSelect' | 'toolHand' | 'toolLasso' | 'toolConnect'])[] = [
  ['select', '', 'toolSelect'],
  ['hand', 'bpmn-icon-hand-tool', 'toolHand'],
  ['lasso', 'bpmn-icon-lasso-tool', 'toolLasso'],
  ['connect', 'bpmn-icon-connection-multi', 'toolConnect'],
];

/** Renders the palette; arrows walk through it, as in any tool bar. */
export function palette(view: PaletteView): TemplateResult {
  const { t } = view;
  return html`<div class="palette" role="toolbar" aria-orientation="vertical" aria-label=${t('palette')} title=${t('paletteHint')} @keydown=${walk}>
    <div class="palette-group tools" role="group" aria-label=${t('tools')}>
      ${TOOLS.map(
        ([tool, className, word], at) => html`<button
          type="button"
          class="tool"
          data-tool=${tool}
          tabindex=${at === 0 ? 0 : -1}
          title=${t(word)}
          aria-label=${t(word)}
          @click=${(event: Event) => view.onTool(event, tool)}
        >
          ${tool === 'select' ? pointer() : html`<span class=${className} aria-hidden="true"></span>`}
        </button>`,
      )}
    </div>
    ${PRESETS.map(
      (group) => html`<div class="palette-group" role="group" aria-label=${t('presets')}>
        ${group.map((preset) => entry(preset.kind, view, preset))}
      </div>`,
    )}
    ${[...PALETTE, ...(view.allOfBpmn ? ALL_OF_BPMN : [])].map(
      (group) => html`<div class="palette-group" role="presentation">${group.map((kind) => entry(kind, view))}</div>`,
    )}
    <div class="palette-group" role="presentation">
      <button type="button" class="entry" tabindex="-1" data-action="all-of-bpmn" aria-pressed=${view.allOfBpmn} @click=${() => view.onAllOfBpmn(!view.allOfBpmn)}>
        ${icon(view.allOfBpmn ? 'minus' : 'plus')}<span>${t('allOfBpmn')}</span>
      </button>
    </div>
  </div>`;
}

function entry(name: KindName, { t, onAdd, onDrag }: PaletteView, preset?: Preset): TemplateResult {
  const kind = KINDS[name];
  const label = preset === undefined ? t(`kind.${name}`) : t(`preset.${preset.name}`);
  return html`<button
    type="button"
    class="entry"
    tabindex="-1"
    data-kind=${preset === undefined ? name : nothing}
    data-preset=${preset?.name ?? nothing}
    title="${label} (${kind.bpmn})"
    @click=${() => onAdd(name, preset)}
    @mousedown=${(press: MouseEvent) => onceDragged(press, (event) => onDrag(event, name, preset))}
  >
    <span class=${kind.icon} aria-hidden="true"></span><span>${label}</span>
  </button>`;
}

function pointer(): TemplateResult {
  return html`<svg width="20" height="20" viewBox="0 0 20 20" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linejoin="round" aria-hidden="true">
    <path d="M5 3l10.5 7.5-4.7.9L14 16.5l-2 1.100-3.100-5.200L5.500 15.700z" />
  </svg>`;
}

function walk(event: KeyboardEvent): void {
  const bar = event.currentTarget as HTMLElement;
  const entries = [...bar.querySelectorAll('button')];
  const at = entries.indexOf(event.target as HTMLButtonElement);
  const to = { ArrowDown: at + 1, ArrowRight: at + 1, ArrowUp: at - 1, ArrowLeft: at - 1, Home: 0, End: entries.length - 1 }[event.key];
  const next = to === undefined ? undefined : entries[(to + entries.length) % entries.length];
  if (next === undefined) return;
  event.preventDefault();
  for (const one of entries) one.tabIndex = one === next ? 0 : -1;
  next.focus();
}
