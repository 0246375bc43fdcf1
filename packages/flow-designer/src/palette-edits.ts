/** What the palette does to the flow: a shape dragged out, one added behind what is selected, a tool taken up. */
import type { FillHints } from './diagram/fill-sub-process.ts';
import { KINDS, type KindName } from './diagram/kinds.ts';
import type { Preset } from './diagram/presets.ts';
import type { DiagramElement } from './diagram/services.ts';
import type { FlowEditor } from './flow-editor.ts';
import type { ToolName } from './palette.ts';
import type { SurfaceHost } from './surface-host.ts';

export function startDrag({ editor, t }: SurfaceHost, event: MouseEvent, kind: KindName, preset?: Preset): void {
  if (!editor.isOpen) return;
  const factory = editor.get('elementFactory');
  const plain = (): DiagramElement => (kind === 'participant' ? factory.createParticipantShape() : factory.createShape(KINDS[kind].shape));
  const shape = preset === undefined ? plain() : editor.readyShape(preset, t);
  const hints: FillHints = kind === 'subProcess' ? { stepName: t('insertedName') } : {};
  editor.get('create').start(event, shape, { hints });
}

/** Adds `kind` behind `after`. A choice and what goes at the same time come whole, with their ways and where those meet. */
export function insertStep(host: SurfaceHost, kind: KindName, after: DiagramElement | undefined, preset?: Preset): void {
  const { editor, t } = host;
  if (!editor.isOpen || host.readonly) return;
  if (!editor.hasPlaceFor(kind, after)) {
    host.announce(t('attachFirst', { kind: t(`kind.${kind}`) }));
    return;
  }
  if (after !== undefined && comesWhole(host, kind, after)) {
    void insertWhole(host, kind, after);
    return;
  }
  const ready = preset === undefined ? undefined : editor.readyShape(preset, t);
  const made = editor.insert(kind, NAMED.has(kind) && ready === undefined ? t('insertedName') : '', after, ready);
  host.announce(t('added', { name: host.labelOf(made) }));
}

/** Puts a new step beside `element`: both go at the same time. */
export async function insertBeside(host: SurfaceHost, element: DiagramElement): Promise<void> {
  const { makeParallel } = await import('./steps/step-edits.ts');
  addNamed(host, () => [makeParallel(host.editor.get, element)]);
}

/** What is not left without a name, be it its own or that of the step in it. */
const NAMED: ReadonlySet<KindName> = new Set(['userTask', 'subProcess']);

// who wants all of BPMN gets the gateway alone; so does a gateway whose ways are still being made
function comesWhole({ allOfBpmn, editor }: SurfaceHost, kind: KindName, after: DiagramElement): boolean {
  if (allOfBpmn || (kind !== 'exclusiveGateway' && kind !== 'parallelGateway') || !editor.canInsertAfter(after)) return false;
  return !after.type.endsWith('Gateway') || after.incoming.length > 1;
}

async function insertWhole(host: SurfaceHost, kind: KindName, after: DiagramElement): Promise<void> {
  const { addCondition, addParallel } = await import('./steps/step-edits.ts');
  const { get } = host.editor;
  addNamed(host, () => (kind === 'parallelGateway' ? addParallel(get, after) : [addCondition(get, after)]));
}

// names the new steps, selects the first of what was added and says so
function addNamed(host: SurfaceHost, add: () => readonly DiagramElement[]): void {
  const { editor, t } = host;
  let made: readonly DiagramElement[] = [];
  editor.together(() => {
    made = add();
    for (const element of made) editor.rename(element.target ?? element, t('insertedName'));
  });
  const [first] = made;
  if (first === undefined) return;
  editor.select(first.id);
  host.announce(t('added', { name: host.labelOf(first) }));
}

export function useTool(editor: FlowEditor, event: Event, tool: ToolName): void {
  if (!editor.isOpen) return;
  if (tool === 'select') editor.get('toolManager').setActive(null);
  else if (tool === 'hand') editor.get('handTool').activateHand(event);
  else if (tool === 'lasso') editor.get('lassoTool').activateSelection(event);
  else editor.get('globalConnect').start(event);
}
