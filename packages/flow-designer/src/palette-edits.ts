/** What the palette does to the flow: a shape dragged out, one added behind what is selected, a tool taken up. */
import { KINDS, type KindName } from './diagram/kinds.ts';
import type { Preset } from './diagram/presets.ts';
import type { DiagramElement } from './diagram/services.ts';
import type { FlowEditor } from './flow-editor.ts';
import type { ToolName } from './palette.ts';
import type { SurfaceHost } from './surface-host.ts';

export function startDrag({ editor, t }: SurfaceHost, event: DragEvent, kind: KindName, preset?: Preset): void {
  if (!editor.isOpen) return;
  const factory = editor.get('elementFactory');
  const plain = (): DiagramElement => (kind === 'participant' ? factory.createParticipantShape() : factory.createShape(KINDS[kind].shape));
  const shape = preset === undefined ? plain() : editor.readyShape(preset, t);
  editor.get('create').start(event, shape);
}

export function insertStep(host: SurfaceHost, kind: KindName, after: DiagramElement | undefined, preset?: Preset): void {
  const { editor, t } = host;
  if (!editor.isOpen || host.readonly) return;
  const ready = preset === undefined ? undefined : editor.readyShape(preset, t);
  const made = editor.insert(kind, kind === 'userTask' && ready === undefined ? t('insertedName') : '', after, ready);
  host.announce(t('added', { name: host.labelOf(made) }));
}

export function useTool(editor: FlowEditor, event: Event, tool: ToolName): void {
  if (!editor.isOpen) return;
  if (tool === 'select') editor.get('toolManager').setActive(null);
  else if (tool === 'hand') editor.get('handTool').activateHand(event);
  else if (tool === 'lasso') editor.get('lassoTool').activateSelection(event);
  else editor.get('globalConnect').start(event);
}
