/** 走这条路的条件: by what a form says, or as FEEL; or the way for all other cases. */
import { type FormField, textIn } from '@tongban/model';
import { html, nothing, type TemplateResult } from 'lit';
import { elementOf, textOf } from '../diagram/moddle.ts';
import { checkField, feelField, group, selectField, textField } from './fields.ts';
import type { PanelView } from './panel-view.ts';

const OPERATORS = ['=', '!=', '>', '>=', '<', '<='] as const;

/** The group of a line out of a gateway that chooses. */
export function conditionGroup(view: PanelView): TemplateResult {
  const { t, element, editor } = view;
  const { source, businessObject } = element;
  const isDefault = elementOf(source?.businessObject, 'default') === businessObject;
  const setDefault = (on: boolean): void => {
    if (source === undefined) return;
    editor.together(() => {
      editor.setProperties(source, { default: on ? businessObject : undefined });
      if (on) editor.setProperties(element, { conditionExpression: undefined });
    });
  };
  return group(
    t('condition'),
    ['condition', 'conditionExpression'],
    html`${checkField(view, { label: t('isDefault'), value: isDefault, onChange: setDefault })} ${isDefault ? nothing : conditionFields(view)}`,
  );
}

interface Simple {
  readonly field: string;
  readonly operator: string;
  /** As FEEL: a text in quotation marks, a number, true or false. */
  readonly value: string;
}

function conditionFields(view: PanelView): TemplateResult {
  const { t, element, editor } = view;
  const text = textOf(elementOf(element.businessObject, 'conditionExpression'), 'body').replace(/^\s*=\s*/, '');
  const write = (body: string): void =>
    editor.setProperties(element, {
      conditionExpression: body === '' ? undefined : editor.create('bpmn:FormalExpression', { body }, element.businessObject),
    });
  const simple = readSimple(text);
  return html`${text === '' || simple !== undefined ? simpleFields(view, simple, write) : nothing}
  ${feelField(view, { id: 'condition', label: t('conditionText'), hint: t('conditionHint'), value: text, onChange: write })}`;
}

function simpleFields(view: PanelView, simple: Simple | undefined, write: (feel: string) => void): TemplateResult {
  const { t } = view;
  const subjects = subjectsOf(view);
  const subject = subjects.find((one) => one.path === simple?.field);
  const put = (parts: Partial<Simple>): void => {
    const next = { field: '', operator: '=', value: '""', ...simple, ...parts };
    write(`${next.field} ${next.operator} ${next.value}`);
  };
  const chosen = (path: string): void => {
    const next = subjects.find((one) => one.path === path);
    if (path === '') write('');
    else put({ field: path, value: next?.choices[0]?.[0] ?? (next?.numeric === true ? '0' : '""') });
  };
  return html`<div class="box" role="group" aria-label=${t('simpleCondition')}>
    ${selectField(view, {
      id: 'condition-field',
      label: t('conditionField'),
      value: simple?.field ?? '',
      choices: [['', t('chooseField')], ...subjects.map((one) => [one.path, one.label] as const)],
      onChange: chosen,
    })}
    ${
      simple === undefined
        ? nothing
        : html`<div class="pair">
          ${selectField(view, {
            id: 'condition-operator',
            label: t('conditionOperator'),
            value: simple.operator,
            choices: OPERATORS.map((operator) => [operator, t(`operator.${operator}`)] as const),
            onChange: (operator) => put({ operator }),
          })}
          ${
            subject !== undefined && subject.choices.length > 0
              ? selectField(view, {
                  id: 'condition-value',
                  label: t('conditionValue'),
                  value: simple.value,
                  choices: subject.choices,
                  onChange: (value) => put({ value }),
                })
              : textField(view, {
                  id: 'condition-value',
                  label: t('conditionValue'),
                  value: simple.value.replace(/^"|"$/g, ''),
                  onChange: (value) =>
                    put({
                      value: subject?.numeric === true || /^(-?\d+(\.\d+)?|true|false)$/.test(value) ? value || '0' : JSON.stringify(value),
                    }),
                })
          }
        </div>`
    }
  </div>`;
}

function readSimple(text: string): Simple | undefined {
  const match = /^\s*([\p{L}_][\p{L}\p{N}_.]*)\s*(=|!=|>=|<=|>|<)\s*("(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?|true|false)\s*$/u.exec(text);
  return match === null ? undefined : { field: match[1] ?? '', operator: match[2] ?? '=', value: match[3] ?? '' };
}

interface Subject {
  readonly path: string;
  readonly label: string;
  readonly numeric: boolean;
  readonly choices: readonly (readonly [feel: string, label: string])[];
}

/** What a condition may ask: outcomes of steps, then the fields of forms. */
function subjectsOf(view: PanelView): readonly Subject[] {
  const { editor, context, locale } = view;
  const outcomes = editor.steps.flatMap(({ element }): readonly Subject[] => {
    const { outcomes: own } = editor.extensionOf(element);
    if (own === undefined) return [];
    const choices = own.choices.map((choice) => [JSON.stringify(choice.value), choice.label] as const);
    return [{ path: own.result, label: `${textOf(element.businessObject, 'name')}：${view.t('outcomes')}`, numeric: false, choices }];
  });
  const fields = (context?.forms ?? []).flatMap((form) =>
    valuesOf(form.fields).map((field): Subject => {
      const choices = 'choices' in field && field.kind !== 'opinion' && field.kind !== 'checkboxes' ? (field.choices ?? []) : [];
      return {
        path: field.kind === 'opinion' ? `${form.key}.${field.key}.choice` : `${form.key}.${field.key}`,
        label: `${textIn(form.title, locale)}：${textIn(field.label, locale)}`,
        numeric: field.kind === 'number' || field.kind === 'money',
        choices: choices.map((choice) => [JSON.stringify(choice.value), textIn(choice.label, locale)] as const),
      };
    }),
  );
  const seen = new Set<string>();
  return [...outcomes, ...fields].filter(({ path }) => !seen.has(path) && seen.add(path));
}

const COMPARABLE: ReadonlySet<FormField['kind']> = new Set([
  'text',
  'projectCode',
  'uscc',
  'number',
  'money',
  'date',
  'radio',
  'select',
  'opinion',
]);

function valuesOf(fields: readonly FormField[]): readonly FormField[] {
  return fields.flatMap((field) => (field.kind === 'section' ? valuesOf(field.fields) : COMPARABLE.has(field.kind) ? [field] : []));
}
