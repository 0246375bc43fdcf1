/** bpmn-js as we use it: our extension, our words, our own palette, pad and kinds; menus we do not show are left out. */
import { tbModdle } from '@tongban/bpmn';
import type { Locale } from '@tongban/model';
import BaseModeler from 'bpmn-js/lib/BaseModeler';
import autoPlace from 'bpmn-js/lib/features/auto-place';
import autoResize from 'bpmn-js/lib/features/auto-resize';
import copyPaste from 'bpmn-js/lib/features/copy-paste';
import editorActions from 'bpmn-js/lib/features/editor-actions';
import gridSnapping from 'bpmn-js/lib/features/grid-snapping';
import interactionEvents from 'bpmn-js/lib/features/interaction-events';
import keyboard from 'bpmn-js/lib/features/keyboard';
import labelEditing from 'bpmn-js/lib/features/label-editing';
import labelLink from 'bpmn-js/lib/features/label-link';
import modeling from 'bpmn-js/lib/features/modeling';
import modelingFeedback from 'bpmn-js/lib/features/modeling-feedback';
import outline from 'bpmn-js/lib/features/outline';
import replacePreview from 'bpmn-js/lib/features/replace-preview';
import snapping from 'bpmn-js/lib/features/snapping';
import Viewer from 'bpmn-js/lib/Viewer';
import autoScroll from 'diagram-js/lib/features/auto-scroll/index.js';
import bendpoints from 'diagram-js/lib/features/bendpoints/index.js';
import connect from 'diagram-js/lib/features/connect/index.js';
import connectionPreview from 'diagram-js/lib/features/connection-preview/index.js';
import contextPad from 'diagram-js/lib/features/context-pad/index.js';
import create from 'diagram-js/lib/features/create/index.js';
import globalConnect from 'diagram-js/lib/features/global-connect/index.js';
import handTool from 'diagram-js/lib/features/hand-tool/index.js';
import keepSelectionVisible from 'diagram-js/lib/features/keep-selection-visible/index.js';
import keyboardMoveSelection from 'diagram-js/lib/features/keyboard-move-selection/index.js';
import lassoTool from 'diagram-js/lib/features/lasso-tool/index.js';
import move from 'diagram-js/lib/features/move/index.js';
import resize from 'diagram-js/lib/features/resize/index.js';
import keyboardMove from 'diagram-js/lib/navigation/keyboard-move/index.js';
import moveCanvas from 'diagram-js/lib/navigation/movecanvas/index.js';
import zoomScroll from 'diagram-js/lib/navigation/zoomscroll/index.js';
import type { DrawWarning } from '../draw/draw-faults.ts';
import { drawFlowLines } from './flow-lines.ts';
import type { GetService } from './services.ts';
import { diagramTranslate } from './translate.ts';

/** What we call on the modeler itself. */
export interface Diagram {
  readonly get: GetService;
  importXML(xml: string): Promise<{ readonly warnings: readonly DrawWarning[] }>;
  saveSVG(): Promise<{ readonly svg: string }>;
  getDefinitions(): import('@tongban/bpmn').ModdleElement;
  destroy(): void;
}

const LOOKING: readonly unknown[] = [
  ...(Viewer.prototype as unknown as { readonly _modules: readonly unknown[] })._modules,
  moveCanvas,
  zoomScroll,
];

/** The modeler of bpmn-js without its palette, menus and search, which are ours. */
const MODULES: readonly unknown[] = [
  ...LOOKING,
  keepSelectionVisible,
  keyboardMove,
  autoPlace,
  autoResize,
  autoScroll,
  bendpoints,
  connect,
  connectionPreview,
  contextPad,
  copyPaste,
  create,
  editorActions,
  globalConnect,
  gridSnapping,
  handTool,
  interactionEvents,
  keyboard,
  keyboardMoveSelection,
  labelEditing,
  labelLink,
  lassoTool,
  modeling,
  modelingFeedback,
  move,
  outline,
  replacePreview,
  resize,
  snapping,
];

interface Parser {
  fromXML(xml: string, type: string): Promise<ParsedFile>;
}

interface ParsedFile {
  readonly rootElement: import('@tongban/bpmn').ModdleElement;
  readonly warnings: readonly unknown[];
}

/**
 * Reads `xml` with the parser of `diagram` and hands what was read on to the import that follows, which would read it again. Nothing
 * when it is no XML of BPMN, or when the parser has doubts.
 */
export async function parseOnce(diagram: Diagram, xml: string): Promise<ParsedFile['rootElement'] | undefined> {
  const parser = (diagram as unknown as { readonly _moddle: Parser })._moddle;
  const parsed = await parser.fromXML(xml, 'bpmn:Definitions').catch(() => undefined);
  if (parsed === undefined || parsed.warnings.length > 0) return undefined;
  Object.assign(parser, {
    fromXML: (other: string, type: string): Promise<ParsedFile> => {
      delete (parser as Partial<Parser>).fromXML;
      return other === xml ? Promise.resolve(parsed) : parser.fromXML(other, type);
    },
  });
  return parsed.rootElement;
}

/** Makes a modeler inside `container`. */
export function createModeler(container: HTMLElement, locale: () => Locale): Diagram {
  return createDiagram(container, locale, MODULES);
}

/** Makes a drawing inside `container` that is looked at: moved and zoomed, not edited. */
export function createViewer(container: HTMLElement, locale: () => Locale): Diagram {
  return createDiagram(container, locale, LOOKING);
}

const COLOURS = { fill: 'var(--_surface)', stroke: 'var(--_text)' };

function createDiagram(container: HTMLElement, locale: () => Locale, modules: readonly unknown[]): Diagram {
  const diagram = new BaseModeler({
    container,
    bpmnRenderer: { defaultFillColor: COLOURS.fill, defaultStrokeColor: COLOURS.stroke, defaultLabelColor: COLOURS.stroke },
    moddleExtensions: { tb: structuredClone(tbModdle) },
    modules,
    additionalModules: [{ translate: ['value', diagramTranslate(locale)] }],
  } as never) as unknown as Diagram;
  drawFlowLines((name) => diagram.get(name), COLOURS);
  return diagram;
}
