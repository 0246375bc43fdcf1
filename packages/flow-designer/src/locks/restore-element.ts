/**
 * Puts an element of the flow back as the base has it: what it says, and when it is gone, itself in its old place with its lines.
 * One step of undo. Where it was drawn since, and what a copy put beside it, stays.
 */
import { type ModdleElement, plainFlags } from '@tongban/bpmn';
import { middleOf } from '../diagram/geometry.ts';
import { elementOf, elementsOf, textOf } from '../diagram/moddle.ts';
import type { DiagramElement } from '../diagram/services.ts';
import type { FlowEditor } from '../flow-editor.ts';

/** Puts the element `id` of the file `xml` back into the flow of `editor`. */
export async function restoreElement(editor: FlowEditor, id: string, xml: string): Promise<void> {
  const { elementsById, rootElement } = await editor.get('moddle').fromXML(await plainFlags(xml), 'bpmn:Definitions');
  const wanted = elementsById[id];
  if (wanted === undefined) return;
  const base: Base = { editor, elements: elementsById, definitions: rootElement };
  editor.together(() => {
    if (wanted.$type === 'bpmn:SequenceFlow') restoreLine(base, wanted);
    else restoreNode(base, wanted);
  });
  editor.select(id);
}

interface Base {
  readonly editor: FlowEditor;
  readonly elements: Readonly<Record<string, ModdleElement>>;
  readonly definitions: ModdleElement;
}

/** What a file says by where things stand, and by lines. */
const STRUCTURE: ReadonlySet<string> = new Set([
  'id',
  'incoming',
  'outgoing',
  'flowElements',
  'artifacts',
  'laneSets',
  'attachedToRef',
  'sourceRef',
  'targetRef',
]);

/** What points to something that the file declares at its top. */
const ROOT_REFERENCES = ['messageRef', 'signalRef', 'errorRef', 'escalationRef'] as const;

function restoreNode(base: Base, wanted: ModdleElement): void {
  const { editor } = base;
  const id = textOf(wanted, 'id');
  const there = editor.element(id);
  const element = there?.type === wanted.$type ? there : there === undefined ? bring(base, wanted) : exchange(base, there, wanted);
  for (const inner of elementsOf(wanted, 'flowElements'))
    if (inner.$type !== 'bpmn:SequenceFlow' && there === undefined) restoreNode(base, inner);
  if (there === undefined) for (const line of linesOf(base, id)) restoreLine(base, line);
  say(base, element, wanted);
}

function linesOf({ elements }: Base, id: string): readonly ModdleElement[] {
  return Object.values(elements).filter(
    (one) =>
      one.$type === 'bpmn:SequenceFlow' &&
      [elementOf(one, 'sourceRef'), elementOf(one, 'targetRef')].some((end) => textOf(end, 'id') === id),
  );
}

function bring({ editor, definitions }: Base, wanted: ModdleElement): DiagramElement {
  const id = textOf(wanted, 'id');
  const businessObject = editor.get('bpmnFactory').create(wanted.$type, { id });
  const drawn = shapeOf(definitions, id);
  const shape = editor.get('elementFactory').createShape({
    type: wanted.$type,
    businessObject,
    ...(drawn?.['isExpanded'] === undefined ? {} : { isExpanded: drawn['isExpanded'] }),
  });
  const host = editor.element(textOf(elementOf(wanted, 'attachedToRef'), 'id'));
  const at = middleOf(boundsOf(drawn));
  const modeling = editor.get('modeling');
  return host === undefined
    ? modeling.createShape(shape, at, holderOf(editor, wanted))
    : modeling.createShape(shape, at, host, { attach: true });
}

// another kind: a new shape in its place, under the id that is locked
function exchange({ editor }: Base, there: DiagramElement, wanted: ModdleElement): DiagramElement {
  const [definition] = elementsOf(wanted, 'eventDefinitions');
  const made = editor.get('bpmnReplace').replaceElement(there, {
    type: wanted.$type,
    ...(definition === undefined ? {} : { eventDefinitionType: definition.$type }),
  });
  editor.get('modeling').updateProperties(made, { id: textOf(wanted, 'id') });
  return made;
}

function holderOf(editor: FlowEditor, wanted: ModdleElement): DiagramElement {
  const id = textOf(elementOf(wanted, '$parent'), 'id');
  const pools = editor.get('elementRegistry').getAll();
  const pool = pools.find(({ businessObject }) => textOf(elementOf(businessObject, 'processRef'), 'id') === id);
  return pool ?? editor.element(id) ?? editor.get('canvas').getRootElement();
}

function restoreLine(base: Base, wanted: ModdleElement): void {
  const { editor } = base;
  const modeling = editor.get('modeling');
  const [source, target] = ['sourceRef', 'targetRef'].map((end) => editor.element(textOf(elementOf(wanted, end), 'id')));
  if (source === undefined || target === undefined) return;
  const id = textOf(wanted, 'id');
  let line = editor.element(id);
  if (line === undefined) {
    line = modeling.connect(source, target, {
      type: wanted.$type,
      businessObject: editor.get('bpmnFactory').create(wanted.$type, { id }),
    });
  } else {
    if (line.source !== source) modeling.reconnectStart(line, source, middleOf(source));
    if (line.target !== target) modeling.reconnectEnd(line, target, middleOf(target));
  }
  say(base, line, wanted);
}

/** Makes `element` say what `wanted` says. */
function say(base: Base, element: DiagramElement, wanted: ModdleElement): void {
  const { businessObject } = element;
  const names = [...new Set([...Object.keys(wanted), ...Object.keys(businessObject)])].filter(
    (name) => !STRUCTURE.has(name) && !name.startsWith('$') && name !== 'di',
  );
  const changes = names.map((name) => [name, takenOver(base, wanted[name], wanted, businessObject)] as const);
  base.editor.get('modeling').updateProperties(element, Object.fromEntries(changes));
  for (const part of [businessObject, ...elementsOf(businessObject, 'eventDefinitions')]) pointAtOwn(base, element, part);
}

// parts come over as they were read; a default line is the one of this file
function takenOver(base: Base, value: unknown, from: ModdleElement, to: ModdleElement): unknown {
  if (Array.isArray(value)) return value.map((one) => takenOver(base, one, from, to));
  if (typeof value !== 'object' || value === null) return value;
  const part = value as ModdleElement;
  if (part.$type === 'bpmn:SequenceFlow') return base.editor.element(textOf(part, 'id'))?.businessObject;
  if (part.$parent === from) Object.assign(part, { $parent: to });
  return part;
}

// messages, signals and errors stand at the top of the file: those of this one are meant, and what it lacks is declared
function pointAtOwn({ editor }: Base, element: DiagramElement, part: ModdleElement): void {
  for (const reference of ROOT_REFERENCES) {
    const meant = elementOf(part, reference);
    if (meant === undefined) continue;
    const known = editor.declared.find((one) => textOf(one, 'id') === textOf(meant, 'id'));
    if (known === meant) continue;
    if (known === undefined) editor.declare(element, meant);
    else editor.setPart(element, part, { [reference]: known });
  }
}

function shapeOf(definitions: ModdleElement, id: string): ModdleElement | undefined {
  const planes = elementsOf(definitions, 'diagrams').flatMap((diagram) => elementOf(diagram, 'plane') ?? []);
  return planes.flatMap((plane) => elementsOf(plane, 'planeElement')).find((one) => textOf(elementOf(one, 'bpmnElement'), 'id') === id);
}

function boundsOf(shape: ModdleElement | undefined) {
  const bounds = elementOf(shape, 'bounds');
  const number = (name: string): number => (typeof bounds?.[name] === 'number' ? (bounds[name] as number) : 100);
  return { x: number('x'), y: number('y'), width: number('width'), height: number('height') };
}
