/** `tb:` elements → {@link FlowExtension}. Lenient: what is half typed is read as far as it goes; `checkExtension` says what is missing. */
import {
  type Arrival,
  type Assign,
  type CallRule,
  type Each,
  type EmptyPolicy,
  type EndingKind,
  type ExpiryAct,
  type FieldAccess,
  type Filing,
  type FlowExtension,
  type Handler,
  isSafeName,
  type Operation,
  type OperationKind,
  type Outcome,
  type Performer,
  type RemovedVotes,
  type SamePolicy,
  type TaskExpiry,
  type TaskPolicy,
  type Vote,
  type VoteBase,
  type VoteEnd,
  type VoteRule,
} from '@tongban/model';
import { ALLOWED } from './extension-schema.ts';
import { elementOf, elementsOf, flagOf, type ModdleElement, textOf } from './moddle-element.ts';
import { present } from './present.ts';

/** Everything of ours on `element`, and on its loop characteristics. */
export function toExtension(element: ModdleElement): FlowExtension {
  const own = ownElements(element);
  const loop = ownElements(elementOf(element, 'loopCharacteristics'));
  const one = <T>(type: string, read: (found: ModdleElement) => T | undefined): T | undefined => {
    const found = own.find((value) => value.$type === type);
    return found === undefined ? undefined : read(found);
  };
  const ofLoop = <T>(type: string, read: (found: ModdleElement) => T): T | undefined => {
    const found = [...loop, ...own].find((value) => value.$type === type);
    return found === undefined ? undefined : read(found);
  };
  const assigns = own.filter((value) => value.$type === 'tb:Assign').map(toAssign);
  const clocks = own.filter((value) => value.$type === 'tb:Clock').flatMap((value) => textOf(value, 'limit') ?? []);
  return present<FlowExtension>({
    performer: one('tb:Performer', toPerformer),
    policy: one('tb:Policy', toPolicy),
    expiry: one('tb:Expiry', toExpiry),
    filings: one('tb:Filings', toFilings),
    outcomes: one('tb:Outcomes', toOutcomes),
    operations: one('tb:Operations', toOperations),
    each: ofLoop('tb:Each', toEach),
    vote: ofLoop('tb:Vote', toVote),
    assigns: assigns.length === 0 ? undefined : assigns,
    call: one('tb:Call', toCall),
    handler: one('tb:Handler', toHandler),
    rule: one('tb:Rule', (rule) => ({ decision: text(rule, 'decision'), result: text(rule, 'result') })),
    arrival: one('tb:Arrival', toArrival),
    start: one('tb:Start', (start) => ({ roles: text(start, 'roles') })),
    clocks: clocks.length === 0 ? undefined : clocks,
    pauses: one('tb:Pause', (pause) => textOf(pause, 'reason')),
    ending: one('tb:Ending', (ending) => word<EndingKind>(ending, 'Ending.kind')),
  });
}

function ownElements(element: ModdleElement | undefined): readonly ModdleElement[] {
  return elementsOf(elementOf(element, 'extensionElements'), 'values').filter((value) => value.$type.startsWith('tb:'));
}

function toPerformer(element: ModdleElement): Performer {
  return present<Performer>({
    starter: flagOf(element, 'starter'),
    role: textOf(element, 'role'),
    department: textOf(element, 'department'),
    person: textOf(element, 'person'),
  });
}

function toPolicy(element: ModdleElement): TaskPolicy {
  return present<TaskPolicy>({
    empty: word<EmptyPolicy>(element, 'Policy.empty'),
    same: word<SamePolicy>(element, 'Policy.same'),
    outcome: textOf(element, 'outcome'),
  });
}

function toExpiry(element: ModdleElement): TaskExpiry {
  return present<TaskExpiry>({
    limit: text(element, 'limit'),
    does: word<ExpiryAct>(element, 'Expiry.does') ?? 'remind',
    outcome: textOf(element, 'outcome'),
    target: textOf(element, 'target'),
    basis: textOf(element, 'basis'),
  });
}

function toFilings(element: ModdleElement): readonly Filing[] {
  return elementsOf(element, 'filings').map((filing) => {
    const fields = elementsOf(filing, 'fields').flatMap((field): readonly (readonly [string, FieldAccess])[] => {
      const ref = textOf(field, 'ref');
      return ref === undefined || !isSafeName(ref) ? [] : [[ref, word<FieldAccess>(field, 'Field.access') ?? 'read']];
    });
    return present<Filing>({
      form: text(filing, 'form'),
      access: word<FieldAccess>(filing, 'Filing.access') ?? 'read',
      fields: fields.length === 0 ? undefined : Object.fromEntries(fields),
    });
  });
}

function toOutcomes(element: ModdleElement): NonNullable<FlowExtension['outcomes']> {
  const choices = elementsOf(element, 'outcomes').map((outcome) =>
    present<Outcome>({
      value: text(outcome, 'value'),
      label: text(outcome, 'label'),
      reason: flagOf(outcome, 'reason'),
      danger: flagOf(outcome, 'danger'),
    }),
  );
  return { result: text(element, 'result'), choices };
}

function toOperations(element: ModdleElement): readonly Operation[] {
  return elementsOf(element, 'operations').flatMap((operation) => {
    const kind = word<OperationKind>(operation, 'Operation.kind');
    if (kind === undefined) return [];
    const to = elementOf(operation, 'performer');
    const facts = { kind, targets: words(operation, 'targets'), reason: flagOf(operation, 'reason') };
    return [present<Operation>({ ...facts, to: to === undefined ? undefined : toPerformer(to) })];
  });
}

function toEach(element: ModdleElement): Each {
  return present<Each>({
    collection: text(element, 'collection'),
    element: text(element, 'element'),
    results: textOf(element, 'results'),
    result: textOf(element, 'result'),
  });
}

function toVote(element: ModdleElement): Vote {
  return present<Vote>({
    rule: word<VoteRule>(element, 'Vote.rule') ?? 'all',
    result: text(element, 'result'),
    agree: words(element, 'agree') ?? [],
    abstain: words(element, 'abstain'),
    veto: words(element, 'veto'),
    needed: textOf(element, 'needed'),
    more: flagOf(element, 'more'),
    of: word<VoteBase>(element, 'Vote.of'),
    quorum: textOf(element, 'quorum'),
    weight: textOf(element, 'weight'),
    choice: textOf(element, 'choice'),
    until: word<VoteEnd>(element, 'Vote.until'),
    removed: word<RemovedVotes>(element, 'Vote.removed'),
  });
}

function toAssign(element: ModdleElement): Assign {
  return { variable: text(element, 'variable'), value: text(element, 'value'), at: word<Assign['at']>(element, 'Assign.at') ?? 'end' };
}

function toCall(element: ModdleElement): CallRule {
  return present<CallRule>({ in: word<'all'>(element, 'Call.in'), out: word<'all'>(element, 'Call.out') });
}

function toHandler(element: ModdleElement): Handler {
  const inputs = elementsOf(element, 'inputs').flatMap((input): readonly (readonly [string, string])[] => {
    const name = textOf(input, 'name');
    return name === undefined || !isSafeName(name) ? [] : [[name, text(input, 'value')]];
  });
  return present<Handler>({ name: text(element, 'name'), inputs: Object.fromEntries(inputs), result: textOf(element, 'result') });
}

function toArrival(element: ModdleElement): Arrival {
  const performer = elementOf(element, 'performer');
  const filings = elementOf(element, 'filings');
  return present<Arrival>({
    correlation: text(element, 'correlation'),
    label: textOf(element, 'label'),
    performer: performer === undefined ? undefined : toPerformer(performer),
    filings: filings === undefined ? undefined : toFilings(filings),
  });
}

function text(element: ModdleElement, attribute: string): string {
  return textOf(element, attribute) ?? '';
}

/** An attribute that is a list of words. */
function words(element: ModdleElement, attribute: string): readonly string[] | undefined {
  return textOf(element, attribute)?.split(/\s+/);
}

/** The value of `Tag.attribute` when it is one of the words allowed there. */
function word<Word extends string>(element: ModdleElement, key: string): Word | undefined {
  const value = textOf(element, key.slice(key.indexOf('.') + 1));
  return value !== undefined && ALLOWED[key]?.includes(value) ? (value as Word) : undefined;
}
