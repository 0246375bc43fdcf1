/** What the system does by itself: a rule table, a registered action, values kept in variables. */
import { type Assign, type Handler, textIn } from '@tongban/model';
import { html, nothing, type TemplateResult } from 'lit';
import { addButton, feelField, group, nameField, removeButton, selectField, textField } from './fields.ts';
import type { PanelView } from './panel-view.ts';
import { replaced } from './replaced.ts';

/** 用哪个规则: the group of a business rule task. */
export function ruleGroup(view: PanelView): TemplateResult {
  const { t, words, extension, context } = view;
  const rule = extension.rule ?? { decision: '', result: 'result' };
  return group(
    t('rule'),
    ['rule', 'decision'],
    html`${selectField(view, {
      id: 'rule-decision',
      help: 'ruleDecision',
      label: words('decision'),
      value: rule.decision,
      choices: [
        ['', words('chooseDecision')],
        ...(context?.decisions ?? []).map(({ id, name }) => [id, name === undefined ? id : `${id}　${name}`] as const),
      ],
      onChange: (decision) => view.change({ rule: decision === '' ? undefined : { ...rule, decision } }),
    })}
    ${nameField(view, { id: 'rule-result', help: 'ruleResult', label: words('ruleResult'), value: rule.result, onChange: (result) => view.change({ rule: { ...rule, result } }) })}`,
  );
}

const ISSUE = 'document.issue';

/** 系统做什么: the group of a service task. */
export function handlerGroup(view: PanelView): TemplateResult {
  const { t, words, extension, context, locale } = view;
  const handler = extension.handler ?? { name: '', inputs: {} };
  const put = (parts: Partial<Handler>): void => view.change({ handler: withoutEmptyResult({ ...handler, ...parts }) });
  const inputs = Object.entries(handler.inputs);
  const replace = (at: number, ...entry: readonly (readonly [string, string])[]): void =>
    put({ inputs: Object.fromEntries(replaced<readonly [string, string]>(inputs, at, ...entry)) });
  const template = handler.inputs['template'] ?? '';
  return group(
    t('handler'),
    ['handler', 'inputs', 'input'],
    html`${textField(view, { id: 'handler-name', label: words('handlerName'), hint: words('handlerHint'), value: handler.name, onChange: (name) => put({ name }) })}
    ${
      handler.name === ISSUE
        ? selectField(view, {
            id: 'handler-template',
            help: 'handlerTemplate',
            label: words('handlerTemplate'),
            value: template,
            choices: [
              ['', words('chooseTemplate')],
              ...(context?.templates ?? []).map(({ id, name }) => [JSON.stringify(id), textIn(name, locale) || id] as const),
            ],
            onChange: (value) => put({ inputs: { ...handler.inputs, template: value } }),
          })
        : nothing
    }
    ${inputs.map(([name, value], at) =>
      handler.name === ISSUE && name === 'template'
        ? nothing
        : html`<div class="box">
          <div class="entry-head"><span class="entry-title">${name}</span>${removeButton(view, words('removeInput', { name }), () => replace(at))}</div>
          ${nameField(view, { id: `input-${at}-name`, help: 'inputName', label: words('inputName'), value: name, onChange: (next) => replace(at, [next, value]) })}
          ${feelField(view, { id: `input-${at}-value`, help: 'inputValue', label: words('inputValue'), value, required: true, onChange: (next) => replace(at, [name, next]) })}
        </div>`,
    )}
    ${addButton(view, words('addInput'), () => put({ inputs: { ...handler.inputs, [freeName(Object.keys(handler.inputs), 'input')]: 'null' } }))}
    ${nameField(view, { id: 'handler-result', help: 'handlerResult', label: words('handlerResult'), value: handler.result ?? '', optional: true, onChange: (result) => put({ result }) })}`,
  );
}

const PASSING = ['in', 'out'] as const;

/** 记录与计算: the group of every node that runs. */
export function assignsGroup(view: PanelView): TemplateResult {
  const { t, words, extension } = view;
  const assigns = extension.assigns ?? [];
  const passes = view.element.type === 'bpmn:CallActivity';
  const put = (next: readonly Assign[]): void => view.change({ assigns: next.length === 0 ? undefined : next });
  return group(
    t('assigns'),
    ['assigns', 'assign', 'script'],
    html`${assigns.map((assign, at) => {
      const change = (parts: Partial<Assign>): void => put(replaced(assigns, at, { ...assign, ...parts }));
      return html`<div class="box">
        <div class="entry-head">
          <span class="entry-title">${assign.variable}</span>${removeButton(view, words('removeAssign', { name: assign.variable }), () => put(replaced(assigns, at)))}
        </div>
        <div class="pair">
          ${nameField(view, { id: `assign-${at}-variable`, help: 'assignVariable', label: words('assignVariable'), value: assign.variable, onChange: (variable) => change({ variable }) })}
          ${selectField(view, {
            id: `assign-${at}-at`,
            help: 'assignAt',
            label: words('assignAt'),
            value: assign.at,
            choices: [
              ['start', words('at.start')],
              ['end', words('at.end')],
              ...(passes ? PASSING.map((passing) => [passing, words(`at.${passing}`)] as const) : []),
            ],
            onChange: (value) => change({ at: value as Assign['at'] }),
          })}
        </div>
        ${feelField(view, { id: `assign-${at}-value`, help: 'assignValue', label: words('assignValue'), value: assign.value, required: true, onChange: (value) => change({ value }) })}
      </div>`;
    })}
    ${addButton(view, words('addAssign'), () => {
      const variable = freeName(
        assigns.map((assign) => assign.variable),
        'value',
      );
      put([...assigns, { variable, value: 'null', at: 'end' }]);
    })}`,
    words('assignsHint'),
  );
}

function withoutEmptyResult({ result, ...rest }: Handler): Handler {
  return result === undefined || result === '' ? rest : { ...rest, result };
}

function freeName(taken: readonly string[], base: string): string {
  for (let number = 1; ; number++) if (!taken.includes(`${base}${number}`)) return `${base}${number}`;
}
