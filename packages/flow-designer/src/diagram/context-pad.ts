/** The small pad beside the selected element: what follows it, connect, delete; every entry is a button with a name. */
import { isFlowNode, KINDS, type KindName } from './kinds.ts';
import type { DiagramElement, DiagramEvent, GetService } from './services.ts';

/** The words of the pad. */
export type PadWords = (key: 'append' | 'connect' | 'delete' | 'addLaneAbove' | 'addLaneBelow' | 'splitLane', kind?: KindName) => string;

interface Entry {
  readonly group: string;
  readonly className: string;
  readonly title: string;
  readonly action: object;
}

/** Gives the pad its entries. `append` adds a kind behind an element, making room. */
export function provideContextPad(get: GetService, words: PadWords, append: (element: DiagramElement, kind: KindName) => void): void {
  const entriesOf = (element: DiagramElement): Record<string, Entry> => ({
    ...(canContinue(element) ? followers(get, element, words, append) : {}),
    ...(isFlowNode(element) && element.type !== 'bpmn:EndEvent' ? { connect: connectEntry(get, words) } : {}),
    ...(LANED.has(element.type) ? laneEntries(get, words) : {}),
    delete: {
      group: 'edit',
      className: 'bpmn-icon-trash',
      title: words('delete'),
      action: { click: () => get('modeling').removeElements([element]) },
    },
  });
  get('contextPad').registerProvider({
    getContextPadEntries: (element: DiagramElement) => entriesOf(element),
    getMultiElementContextPadEntries: (elements: readonly DiagramElement[]) => ({
      delete: {
        group: 'edit',
        className: 'bpmn-icon-trash',
        title: words('delete'),
        action: { click: () => get('modeling').removeElements([...elements]) },
      },
    }),
  });
  get('eventBus').on('contextPad.open', ({ current }: DiagramEvent) => nameEntries(current.html));
}

const LANED: ReadonlySet<string> = new Set(['bpmn:Participant', 'bpmn:Lane']);

function canContinue(element: DiagramElement): boolean {
  return isFlowNode(element) && element.type !== 'bpmn:EndEvent';
}

function followers(
  get: GetService,
  element: DiagramElement,
  words: PadWords,
  append: (element: DiagramElement, kind: KindName) => void,
): Record<string, Entry> {
  const kinds: readonly KindName[] =
    element.type === 'bpmn:EventBasedGateway' ? ['messageCatch', 'timerCatch'] : ['userTask', 'exclusiveGateway', 'endEvent'];
  const start = (kind: KindName) => (event: Event, source: DiagramElement) =>
    get('create').start(event, get('elementFactory').createShape(KINDS[kind].shape), { source });
  return Object.fromEntries(
    kinds.map((kind) => [
      `append.${kind}`,
      {
        group: 'model',
        className: KINDS[kind].icon,
        title: words('append', kind),
        action: { click: () => append(element, kind), dragstart: start(kind) },
      },
    ]),
  );
}

function connectEntry(get: GetService, words: PadWords): Entry {
  const start = (event: Event, element: DiagramElement): void => get('connect').start(event, element);
  return { group: 'connect', className: 'bpmn-icon-connection-multi', title: words('connect'), action: { click: start, dragstart: start } };
}

function laneEntries(get: GetService, words: PadWords): Record<string, Entry> {
  const lane = (name: string, className: string, title: string, click: (element: DiagramElement) => void): [string, Entry] => [
    name,
    { group: 'lane', className, title, action: { click: (_event: Event, element: DiagramElement) => click(element) } },
  ];
  return Object.fromEntries([
    lane('lane.above', 'bpmn-icon-lane-insert-above', words('addLaneAbove'), (element) => get('modeling').addLane(element, 'top')),
    lane('lane.split', 'bpmn-icon-lane-divide-two', words('splitLane'), (element) => get('modeling').splitLane(element, 2)),
    lane('lane.below', 'bpmn-icon-lane-insert-below', words('addLaneBelow'), (element) => get('modeling').addLane(element, 'bottom')),
  ]);
}

function nameEntries(pad: HTMLElement): void {
  for (const entry of pad.querySelectorAll<HTMLElement>('.entry')) {
    entry.tabIndex = 0;
    entry.setAttribute('role', 'button');
    entry.setAttribute('aria-label', entry.title);
    entry.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      entry.click();
    });
  }
}
