/** What can be mended at a press, by the code of the problem. Each is one step of undo. */
import type { FlowExtension, Performer, Problem } from '@tongban/model';
import { KINDS } from '../diagram/kinds.ts';
import { elementOf } from '../diagram/moddle.ts';
import type { DiagramElement } from '../diagram/services.ts';
import type { FlowContext } from '../flow-context.ts';
import type { FlowEditor } from '../flow-editor.ts';
import { restoreElement } from '../locks/restore-element.ts';
import type { FixName } from './check-messages.ts';

/** A mending: its words, and how it is done. */
export interface Fix {
  readonly name: FixName;
  readonly run: () => void;
}

interface Subject {
  readonly editor: FlowEditor;
  readonly element: DiagramElement;
  readonly problem: Problem;
  readonly context: FlowContext | undefined;
}

/** The mending of `problem`; nothing when it has to be done by hand. */
export function fixOf(editor: FlowEditor, problem: Problem, context: FlowContext | undefined): Fix | undefined {
  const { elementId = '' } = problem.place;
  const element = editor.element(elementId);
  const base = context?.lockedBy?.xml;
  if (base !== undefined && RESTORED.has(problem.code))
    return { name: 'restoreBase', run: () => void restoreElement(editor, elementId, base) };
  return element === undefined ? undefined : FIXES[problem.code]?.({ editor, element, problem, context });
}

/** What a copy changed of what its base locks. */
const RESTORED: ReadonlySet<string> = new Set(['OVERLAY_LOCKED_CHANGED', 'OVERLAY_LOCKED_REMOVED']);

type Mend = (subject: Subject) => Fix | undefined;

const FIXES: Readonly<Record<string, Mend>> = {
  COMPILE_NO_WAY_OUT: ({ editor, element }) =>
    element.outgoing.length > 0 ? undefined : { name: 'addEnd', run: () => void editor.insert('endEvent', '', element) },
  COMPILE_NO_WAY_IN: ({ editor, element }) =>
    element.incoming.length > 0 ? undefined : { name: 'removeLost', run: () => editor.remove(element) },
  COMPILE_NO_START: ({ editor }) => addStart(editor),
  COMPILE_CONDITION_MISSING: ({ editor, element }) => {
    const { source } = element;
    if (source === undefined || elementOf(source.businessObject, 'default') !== undefined) return undefined;
    return { name: 'makeDefault', run: () => editor.setProperties(source, { default: element.businessObject }) };
  },
  COMPILE_DEFAULT_MISSING: ({ editor, element }) => {
    const last = element.outgoing.at(-1);
    return last === undefined ? undefined : { name: 'lastDefault', run: () => setDefault(editor, element, last) };
  },
  COMPILE_CONDITION_IGNORED: ({ editor, element }) => ({
    name: 'removeCondition',
    run: () => editor.setProperties(element, { conditionExpression: undefined }),
  }),
  COMPILE_JOIN_NEVER: ({ editor, element }) => ({
    name: 'joinByChoice',
    run: () => editor.replace(element, KINDS.exclusiveGateway),
  }),
  COMPILE_JOIN_NOT_ALWAYS: ({ editor, element }) =>
    element.type === 'bpmn:ParallelGateway'
      ? { name: 'joinInclusive', run: () => editor.replace(element, KINDS.inclusiveGateway) }
      : undefined,
  COMPILE_DONE_TWICE: ({ editor, element }) =>
    element.type === 'bpmn:ExclusiveGateway'
      ? { name: 'joinParallel', run: () => editor.replace(element, KINDS.parallelGateway) }
      : undefined,
  COMPILE_RETURN_TARGET_UNKNOWN: (subject) => change(subject, 'removeTargets', withoutTarget),
  COMPILE_OPERATION_NOT_SUPPORTED: (subject) => change(subject, 'removeOperation', withoutOperation),
  COMPILE_FORM_UNKNOWN: (subject) => change(subject, 'removeForm', withoutForm),
  COMPILE_FIELD_UNKNOWN: (subject) => change(subject, 'removeFields', withoutField),
  COMPILE_LIMIT_UNKNOWN: (subject) => change(subject, 'removeClock', withoutClock),
  COMPILE_ROLE_UNKNOWN: (subject) => (isOfArrival(subject) ? undefined : change(subject, 'removeRole', withoutRole)),
  COMPILE_DEPARTMENT_UNKNOWN: (subject) => (isOfArrival(subject) ? undefined : change(subject, 'removeDepartment', withoutDepartment)),
  COMPILE_PAUSE_UNKNOWN: (subject) => change(subject, 'removePause', ({ pauses: _, ...rest }) => rest),
  COMPILE_EXPIRY_LIMIT: ({ editor, element }) => withoutExpiry(editor, element),
  COMPILE_FIELD_NOT_WRITTEN: ({ editor, problem }) => letFirstWrite(editor, String(problem.details['form'] ?? '')),
};

// who records an arrival is set in a group of its own
function isOfArrival({ problem }: Subject): boolean {
  return problem.place.property?.startsWith('arrival') === true;
}

function withoutExpiry(editor: FlowEditor, element: DiagramElement): Fix {
  const { expiry: _, ...rest } = editor.extensionOf(element);
  return { name: 'removeExpiry', run: () => editor.setExtension(element, rest) };
}

function addStart(editor: FlowEditor): Fix | undefined {
  const first = editor.steps.find(({ element }) => element.incoming.length === 0 && element.host === undefined)?.element;
  const parent = first?.parent;
  if (first === undefined || parent === undefined) return undefined;
  const modeling = editor.get('modeling');
  return {
    name: 'addStart',
    run: () =>
      editor.together(() => {
        const at = { x: first.x - 80, y: first.y + first.height / 2 };
        modeling.connect(modeling.createShape(KINDS.startEvent.shape, at, parent), first);
      }),
  };
}

function setDefault(editor: FlowEditor, gateway: DiagramElement, line: DiagramElement): void {
  editor.together(() => {
    editor.setProperties(gateway, { default: line.businessObject });
    editor.setProperties(line, { conditionExpression: undefined });
  });
}

function letFirstWrite(editor: FlowEditor, form: string): Fix | undefined {
  const first = editor.steps.find(({ element }) => element.type === 'bpmn:UserTask')?.element;
  if (first === undefined || form === '') return undefined;
  const extension = editor.extensionOf(first);
  const others = (extension.filings ?? []).filter((filing) => filing.form !== form);
  return {
    name: 'letWrite',
    run: () => editor.setExtension(first, { ...extension, filings: [...others, { form, access: 'write' }] }),
  };
}

type Change = (extension: FlowExtension, id: string) => FlowExtension;

function change({ editor, element, problem }: Subject, name: FixName, by: Change): Fix | undefined {
  const { id, operation } = problem.details;
  const subject = typeof id === 'string' ? id : operation;
  if (typeof subject !== 'string') return undefined;
  return { name, run: () => editor.setExtension(element, by(editor.extensionOf(element), subject)) };
}

const withoutTarget: Change = ({ operations = [], ...rest }, id) => ({
  ...rest,
  operations: operations.map(({ targets, ...operation }) => {
    const left = targets?.filter((target) => target !== id) ?? [];
    return left.length === 0 ? operation : { ...operation, targets: left };
  }),
});

const withoutOperation: Change = ({ operations = [], ...rest }, kind) => {
  const left = operations.filter((operation) => operation.kind !== kind);
  return left.length === 0 ? rest : { ...rest, operations: left };
};

const withoutForm: Change = ({ filings = [], ...rest }, form) => {
  const left = filings.filter((filing) => filing.form !== form);
  return left.length === 0 ? rest : { ...rest, filings: left };
};

const withoutField: Change = ({ filings = [], ...rest }, ref) => ({
  ...rest,
  filings: filings.map(({ fields = {}, ...filing }) => {
    const left = Object.fromEntries(Object.entries(fields).filter(([one]) => one !== ref));
    return Object.keys(left).length === 0 ? filing : { ...filing, fields: left };
  }),
});

const withoutRole: Change = ({ performer, start, ...rest }, id) => {
  const { role, ...other } = performer ?? {};
  const roles = start === undefined || start.roles.startsWith('=') ? start?.roles : startingWithout(start.roles, id);
  return {
    ...rest,
    ...performing(role === undefined || role === id ? other : { ...other, role }),
    ...(roles === undefined || roles === '' ? {} : { start: { roles } }),
  };
};

const withoutDepartment: Change = ({ performer, ...rest }, id) => {
  const { department, ...other } = performer ?? {};
  return { ...rest, ...performing(department === undefined || department === id ? other : { ...other, department }) };
};

function startingWithout(roles: string, id: string): string {
  return roles
    .split(/\s+/)
    .filter((role) => role !== id)
    .join(' ');
}

function performing(performer: Performer): Pick<FlowExtension, 'performer'> {
  return Object.keys(performer).length === 0 ? {} : { performer };
}

const withoutClock: Change = ({ clocks = [], ...rest }, id) => {
  const left = clocks.filter((clock) => clock !== id);
  return left.length === 0 ? rest : { ...rest, clocks: left };
};
