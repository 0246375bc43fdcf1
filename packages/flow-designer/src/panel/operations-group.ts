/** 可以做什么: what a task allows beside completing it; where it may be sent back to, by name. */
import { OPERATION_KINDS, type Operation, type OperationKind } from '@tongban/model';
import { html, nothing, type TemplateResult } from 'lit';
import { nameOf } from '../diagram/kinds.ts';
import { checkField, group, selectField } from './fields.ts';
import type { PanelView } from './panel-view.ts';
import { performerFields } from './performer-group.ts';
import { replaced } from './replaced.ts';

/** Those in which somebody may be asked why. */
const REASONED: ReadonlySet<OperationKind> = new Set([
  'return',
  'reject',
  'transfer',
  'delegate',
  'addSigner',
  'removeSigner',
  'withdraw',
  'withdrawCase',
]);

/** Those that go to somebody. */
const GIVEN: ReadonlySet<OperationKind> = new Set(['transfer', 'delegate', 'addSigner', 'copy']);

/** The group of a user task. */
export function operationsGroup(view: PanelView): TemplateResult {
  const { t, extension } = view;
  const operations = extension.operations ?? [];
  return group(
    t('operations'),
    ['operations', 'operation'],
    html`<div class="choices column">${OPERATION_KINDS.map((kind) => operationField(view, operations, kind))}</div>`,
    view.words('operationsHint'),
  );
}

function operationField(view: PanelView, operations: readonly Operation[], kind: OperationKind): TemplateResult {
  const { words } = view;
  const operation = operations.find((one) => one.kind === kind);
  const put = (next: Operation | undefined): void => {
    const at = operations.findIndex((one) => one.kind === kind);
    const rest = operations.filter((one) => one.kind !== kind);
    const all = next === undefined ? rest : at === -1 ? [...rest, next] : replaced(operations, at, next);
    view.change({ operations: all.length === 0 ? undefined : all });
  };
  return html`${checkField(view, {
    label: words(`operation.${kind}`),
    value: operation !== undefined,
    onChange: (on) => put(on ? { kind } : undefined),
  })}
  ${
    operation === undefined
      ? nothing
      : html`<div class="indented">
        ${GIVEN.has(kind) ? receivers(view, operation, put) : nothing}
        ${kind === 'return' ? returnTargets(view, operation, put) : nothing} ${REASONED.has(kind) ? reasonField(view, operation, put) : nothing}
      </div>`
  }`;
}

// whoever may do the task, or every colleague, unless it is said here
function receivers(view: PanelView, operation: Operation, put: (operation: Operation) => void): TemplateResult {
  const { words } = view;
  const id = `operation-${operation.kind}-to`;
  const { to, ...rest } = operation;
  const says = to !== undefined || view.chosen.get(id) === 'some';
  const choose = (value: string): void => {
    view.choose(id, value);
    if (value === 'all' && to !== undefined) put(rest);
  };
  return html`${selectField(view, {
    id,
    label: words('operationTo'),
    value: says ? 'some' : 'all',
    hint: words(operation.kind === 'transfer' ? 'operationToTransferHint' : 'operationToHint'),
    choices: [
      ['all', words(operation.kind === 'transfer' ? 'toPerformers' : 'toColleagues')],
      ['some', words('toSome')],
    ],
    onChange: choose,
  })}
  ${says ? html`<div class="indented">${performerFields(view, id, to ?? {}, (next) => put(next === undefined ? rest : { ...rest, to: next }))}</div>` : nothing}`;
}

function returnTargets(view: PanelView, operation: Operation, put: (operation: Operation) => void): TemplateResult {
  const { words, editor, element } = view;
  const tasks = editor.steps.map((step) => step.element).filter((one) => one.type === 'bpmn:UserTask' && one !== element);
  const targets = operation.targets ?? [];
  const gone = targets.filter((id) => !tasks.some((task) => task.id === id));
  const toggle = (id: string, on: boolean): void => {
    const { targets: _, ...rest } = operation;
    const next = on ? [...targets, id] : targets.filter((one) => one !== id);
    put(next.length === 0 ? rest : { ...rest, targets: next });
  };
  return html`<div class="choices column" role="group" aria-label=${words('returnTargets')}>
    <span class="small muted">${words('returnTargets')}</span>
    ${tasks.map((task) => checkField(view, { label: nameOf(task) || task.id, value: targets.includes(task.id), onChange: (on) => toggle(task.id, on) }))}
    ${gone.map((id) => checkField(view, { label: words('unknownChoice', { id }), value: true, onChange: (on) => toggle(id, on) }))}
  </div>`;
}

// asked by default where somebody is refused
function reasonField(view: PanelView, operation: Operation, put: (operation: Operation) => void): TemplateResult {
  const byDefault = operation.kind === 'return' || operation.kind === 'reject';
  return checkField(view, {
    label: view.words('operationReason'),
    value: operation.reason ?? byDefault,
    onChange: (reason) => {
      const { reason: _, ...rest } = operation;
      put(reason === byDefault ? rest : { ...rest, reason });
    },
  });
}
