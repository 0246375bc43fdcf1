/** Writes a {@link FlowExtension} into moddle objects. Only our own elements are touched; foreign ones stay, before ours. */
import type { Arrival, Filing, FlowExtension, Handler, Performer, Vote } from '@tongban/model';
import { type CreateElement, elementOf, elementsOf, type ModdleElement } from './moddle-element.ts';
import { present } from './present.ts';

/** One change to make, in the words of bpmn-js: `modeling.updateModdleProperties(shape, element, properties)`. */
export interface ExtensionChange {
  readonly element: ModdleElement;
  readonly properties: { readonly extensionElements?: ModdleElement | undefined; readonly loopCharacteristics?: ModdleElement | undefined };
}

/** Makes `extension` everything of ours on `element`. `create` is `moddle.create`, or `bpmnFactory.create` of bpmn-js. */
export function setExtension(create: CreateElement, element: ModdleElement, extension: FlowExtension): void {
  for (const { element: target, properties } of extensionChanges(create, element, extension)) Object.assign(target, properties);
}

/** The changes that {@link setExtension} makes, for an editor that makes them on its command stack. Nothing is touched. */
export function extensionChanges(create: CreateElement, element: ModdleElement, extension: FlowExtension): readonly ExtensionChange[] {
  const own = fromExtension(create, extension);
  const repeats = own.filter(({ $type }) => ON_LOOPS.has($type));
  const rest = own.filter(({ $type }) => !ON_LOOPS.has($type));
  const loop = elementOf(element, 'loopCharacteristics');
  const changes = [{ element, properties: { extensionElements: extensionElements(create, element, rest) } }];
  if (loop !== undefined)
    return [...changes, { element: loop, properties: { extensionElements: extensionElements(create, loop, repeats) } }];
  return repeats.length === 0 ? changes : [...changes, { element, properties: { loopCharacteristics: newLoop(create, element, repeats) } }];
}

/** What stands on the loop characteristics of an activity. */
const ON_LOOPS: ReadonlySet<string> = new Set(['tb:Each', 'tb:Vote']);

/** Our elements for `extension`, in the order in which they are written. */
export function fromExtension(create: CreateElement, extension: FlowExtension): readonly ModdleElement[] {
  const {
    performer,
    policy,
    expiry,
    filings,
    outcomes,
    operations,
    each,
    vote,
    assigns,
    call,
    handler,
    rule,
    arrival,
    start,
    clocks,
    pauses,
    ending,
  } = extension;
  return [
    performer && create('tb:Performer', performerProperties(performer)),
    policy && create('tb:Policy', { ...policy }),
    expiry && create('tb:Expiry', { ...expiry }),
    filings && fromFilings(create, filings),
    outcomes &&
      create('tb:Outcomes', { result: outcomes.result, outcomes: outcomes.choices.map((choice) => create('tb:Outcome', { ...choice })) }),
    operations &&
      create('tb:Operations', {
        operations: operations.map(({ kind, targets, reason, to }) => {
          const performer = to && create('tb:Performer', performerProperties(to));
          return create('tb:Operation', present({ kind, targets: targets?.join(' '), reason, performer }));
        }),
      }),
    each && create('tb:Each', { ...each }),
    vote && fromVote(create, vote),
    ...(assigns ?? []).map((assign) => create('tb:Assign', { ...assign })),
    call && create('tb:Call', { ...call }),
    handler && fromHandler(create, handler),
    rule && create('tb:Rule', { ...rule }),
    arrival && fromArrival(create, arrival),
    start && create('tb:Start', { ...start }),
    ...(clocks ?? []).map((limit) => create('tb:Clock', { limit })),
    pauses && create('tb:Pause', { reason: pauses }),
    ending && create('tb:Ending', { kind: ending }),
  ].filter((value): value is ModdleElement => value !== undefined);
}

function extensionElements(create: CreateElement, element: ModdleElement, own: readonly ModdleElement[]): ModdleElement | undefined {
  const foreign = elementsOf(elementOf(element, 'extensionElements'), 'values').filter((value) => !value.$type.startsWith('tb:'));
  if (foreign.length + own.length === 0) return undefined;
  const container = create('bpmn:ExtensionElements', { values: [...foreign, ...own] });
  for (const value of own) adoptChildren(value).$parent = container;
  container.$parent = element;
  return container;
}

function newLoop(create: CreateElement, element: ModdleElement, repeats: readonly ModdleElement[]): ModdleElement {
  const loop = create('bpmn:MultiInstanceLoopCharacteristics');
  loop.extensionElements = extensionElements(create, loop, repeats) as ModdleElement;
  loop.$parent = element;
  return loop;
}

function performerProperties({ starter, role, department, person }: Performer): object {
  return present({ starter, role, department, person });
}

function fromFilings(create: CreateElement, filings: readonly Filing[]): ModdleElement {
  return create('tb:Filings', {
    filings: filings.map(({ form, access, fields }) =>
      create('tb:Filing', {
        form,
        access,
        fields: Object.entries(fields ?? {}).map(([ref, fieldAccess]) => create('tb:Field', { ref, access: fieldAccess })),
      }),
    ),
  });
}

function fromVote(create: CreateElement, { agree, abstain, veto, ...vote }: Vote): ModdleElement {
  return create('tb:Vote', present({ ...vote, agree: agree.join(' '), abstain: abstain?.join(' '), veto: veto?.join(' ') }));
}

function fromHandler(create: CreateElement, { name, inputs, result }: Handler): ModdleElement {
  const children = Object.entries(inputs).map(([input, value]) => create('tb:Input', { name: input, value }));
  return create('tb:Handler', present({ name, result, inputs: children }));
}

function fromArrival(create: CreateElement, { correlation, label, performer, filings }: Arrival): ModdleElement {
  return create(
    'tb:Arrival',
    present({
      correlation,
      label,
      performer: performer && create('tb:Performer', performerProperties(performer)),
      filings: filings && fromFilings(create, filings),
    }),
  );
}

/** Editors walk up by `$parent`, so every child knows its own. */
function adoptChildren(element: ModdleElement): ModdleElement {
  for (const property of ['filings', 'fields', 'outcomes', 'operations', 'inputs', 'performer']) {
    const one = elementOf(element, property);
    for (const child of one === undefined ? elementsOf(element, property) : [one]) adoptChildren(child).$parent = element;
  }
  return element;
}
