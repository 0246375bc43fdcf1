/** The small pad beside the selected element: what follows it, connect, delete; every entry is a button with a name. */
import { onceDragged } from '../once-dragged.ts';
import { isPassage } from '../steps/outline.ts';
import { isFlowNode, KINDS, type KindName, replacementsOf } from './kinds.ts';
import type { DiagramElement, DiagramEvent, GetService } from './services.ts';

/** The words of the pad. */
export type PadWords = (
  key: 'append' | 'appendOnLine' | 'beside' | 'connect' | 'replace' | 'delete' | 'addLaneAbove' | 'addLaneBelow' | 'splitLane',
  kind?: KindName,
) => string;

/** What the pad does beside what bpmn-js does by itself. */
export interface PadEdits {
  /** Adds a kind behind an element, or on a line, making room. */
  append(element: DiagramElement, kind: KindName): void;
  /** Puts a step beside one, at the same time. */
  beside(element: DiagramElement): void;
  /** Lets people choose what else it may be. */
  replace(element: DiagramElement): void;
}

interface Entry {
  readonly group: string;
  readonly className: string;
  readonly title: string;
  readonly action: object;
}

/** Gives the pad its entries. */
export function provideContextPad(get: GetService, words: PadWords, edits: PadEdits): void {
  const entriesOf = (element: DiagramElement): Record<string, Entry> => ({
    ...(canContinue(element) || element.type === 'bpmn:SequenceFlow' ? followers(get, element, words, edits) : {}),
    ...(isPassage(element) && !element.type.endsWith('Gateway') ? { beside: besideEntry(words, edits) } : {}),
    ...(canContinue(element) ? { connect: connectEntry(get, words) } : {}),
    ...(replacementsOf(element, true).length > 1 ? { replace: replaceEntry(words, edits) } : {}),
    ...(LANED.has(element.type) ? laneEntries(get, words) : {}),
    delete: deleteEntry(words, () => get('modeling').removeElements([element])),
  });
  get('contextPad').registerProvider({
    getContextPadEntries: (element: DiagramElement) => entriesOf(element),
    getMultiElementContextPadEntries: (elements: readonly DiagramElement[]) => ({
      delete: deleteEntry(words, () => get('modeling').removeElements([...elements])),
    }),
  });
  get('eventBus').on('contextPad.open', ({ current }: DiagramEvent) => readyEntries(get, current.html));
}

const LANED: ReadonlySet<string> = new Set(['bpmn:Participant', 'bpmn:Lane']);

function canContinue(element: DiagramElement): boolean {
  return isFlowNode(element) && element.type !== 'bpmn:EndEvent';
}

function followers(get: GetService, element: DiagramElement, words: PadWords, { append }: PadEdits): Record<string, Entry> {
  const start = (kind: KindName) => (event: Event, source: DiagramElement) =>
    get('create').start(event, get('elementFactory').createShape(KINDS[kind].shape), { source });
  const onLine = element.type === 'bpmn:SequenceFlow';
  return Object.fromEntries(
    kindsBehind(element).map((kind) => [
      `append.${kind}`,
      {
        group: 'model',
        className: KINDS[kind].icon,
        title: words(onLine ? 'appendOnLine' : 'append', kind),
        action: { click: () => append(element, kind), ...(onLine ? {} : { dragstart: start(kind) }) },
      },
    ]),
  );
}

function kindsBehind({ type }: DiagramElement): readonly KindName[] {
  if (type === 'bpmn:SequenceFlow') return ['userTask', 'exclusiveGateway'];
  return type === 'bpmn:EventBasedGateway' ? ['messageCatch', 'timerCatch'] : ['userTask', 'exclusiveGateway', 'endEvent'];
}

function besideEntry(words: PadWords, { beside }: PadEdits): Entry {
  const click = (_event: Event, element: DiagramElement): void => beside(element);
  return { group: 'connect', className: KINDS.parallelGateway.icon, title: words('beside'), action: { click } };
}

function replaceEntry(words: PadWords, { replace }: PadEdits): Entry {
  const click = (_event: Event, element: DiagramElement): void => replace(element);
  return { group: 'edit', className: 'bpmn-icon-screw-wrench', title: words('replace'), action: { click } };
}

function deleteEntry(words: PadWords, click: () => void): Entry {
  return { group: 'edit', className: 'bpmn-icon-trash', title: words('delete'), action: { click } };
}

function connectEntry(get: GetService, words: PadWords): Entry {
  const start = (event: Event, element: DiagramElement): void => get('connect').start(event, element);
  return { group: 'connect', className: 'bpmn-icon-connection-multi', title: words('connect'), action: { click: start, dragstart: start } };
}

function laneEntries(get: GetService, words: PadWords): Record<string, Entry> {
  const lane = (
    name: string,
    className: string,
    title: string,
    add: (element: DiagramElement) => DiagramElement | undefined,
  ): [string, Entry] => [
    name,
    { group: 'lane', className, title, action: { click: (_event: Event, element: DiagramElement) => nameLane(get, add(element)) } },
  ];
  return Object.fromEntries([
    lane('lane.above', 'bpmn-icon-lane-insert-above', words('addLaneAbove'), (element) => get('modeling').addLane(element, 'top')),
    lane('lane.split', 'bpmn-icon-lane-divide-two', words('splitLane'), (element) => {
      get('modeling').splitLane(element, 2);
      return element.children?.find(({ type }) => type === 'bpmn:Lane');
    }),
    lane('lane.below', 'bpmn-icon-lane-insert-below', words('addLaneBelow'), (element) => get('modeling').addLane(element, 'bottom')),
  ]);
}

// a lane without the name of a department says nothing
function nameLane(get: GetService, lane: DiagramElement | undefined): void {
  if (lane === undefined) return;
  get('selection').select(lane);
  get('directEditing').activate(lane);
}

// a press does not take the focus: a name that is being typed would end, and the pad be made anew under the pointer
function readyEntries(get: GetService, pad: HTMLElement): void {
  for (const entry of pad.querySelectorAll<HTMLElement>('.entry')) {
    entry.draggable = false;
    entry.addEventListener('mousedown', (press) => {
      press.preventDefault();
      onceDragged(press, (event) => get('contextPad').triggerEntry(entry.dataset['action'] ?? '', 'dragstart', event));
    });
    entry.addEventListener('click', () => get('directEditing').isActive() && get('directEditing').complete(), true);
    entry.tabIndex = 0;
    entry.setAttribute('role', 'button');
    entry.setAttribute('aria-label', entry.title);
    entry.addEventListener('keydown', (event) => {
      const walked = neighbourAt(pad, entry, event.key);
      if (event.key !== 'Enter' && event.key !== ' ' && walked === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      if (walked === undefined) entry.click();
      else walked.focus();
    });
  }
}

function neighbourAt(pad: HTMLElement, entry: HTMLElement, key: string): HTMLElement | undefined {
  const entries = [...pad.querySelectorAll<HTMLElement>('.entry')];
  const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[key];
  return by === undefined ? undefined : entries[(entries.indexOf(entry) + by + entries.length) % entries.length];
}
