/** 由多人办理: over which list, at the same time or one after another, and where the results go. */
import type { Each } from '@tongban/model';
import { html, nothing, type TemplateResult } from 'lit';
import { elementOf, textOf } from '../diagram/moddle.ts';
import { feelField, group, nameField, selectField } from './fields.ts';
import type { PanelView } from './panel-view.ts';
import { voteFields } from './vote-fields.ts';

const LOOP = 'bpmn:MultiInstanceLoopCharacteristics';

/** The group of an activity. */
export function eachGroup(view: PanelView): TemplateResult {
  const { t, words, element } = view;
  const loop = elementOf(element.businessObject, 'loopCharacteristics');
  const value = loop?.$type !== LOOP ? 'no' : loop['isSequential'] === true ? 'sequential' : 'parallel';
  return group(
    t('each'),
    ['each', 'collection', 'completionCondition', 'loop', 'vote'],
    html`${selectField(view, {
      id: 'each-mode',
      help: 'eachMode',
      label: t('each'),
      hideLabel: true,
      value,
      choices: [
        ['no', words('eachNo')],
        ['parallel', t('eachParallel')],
        ['sequential', t('eachSequential')],
      ],
      onChange: (mode) => setMode(view, mode),
    })}
    ${value === 'no' ? nothing : html`${eachFields(view)} ${voteFields(view)}`}`,
  );
}

function eachFields(view: PanelView): TemplateResult {
  const { words, extension } = view;
  const each = extension.each ?? { collection: '', element: 'item' };
  const put = (parts: { readonly [Part in keyof Each]?: Each[Part] | undefined }): void => {
    const next = Object.fromEntries(Object.entries({ ...each, ...parts }).filter(([, value]) => value !== undefined && value !== ''));
    view.change({ each: { collection: '', element: 'item', ...next } });
  };
  const loop = elementOf(view.element.businessObject, 'loopCharacteristics');
  return html`${feelField(view, {
    id: 'each-collection',
    label: words('eachCollection'),
    hint: words('eachCollectionHint'),
    value: each.collection,
    required: true,
    onChange: (collection) => put({ collection }),
  })}
  ${nameField(view, { id: 'each-element', help: 'eachElement', label: words('eachElement'), value: each.element, onChange: (name) => put({ element: name }) })}
  ${feelField(view, { id: 'each-result', help: 'eachResult', label: words('eachResult'), value: each.result ?? '', onChange: (result) => put({ result }) })}
  ${nameField(view, { id: 'each-results', help: 'eachResults', label: words('eachResults'), value: each.results ?? '', optional: true, onChange: (results) => put({ results }) })}
  ${feelField(view, {
    id: 'each-completion',
    label: words('completion'),
    hint: words('completionHint'),
    value: textOf(elementOf(loop, 'completionCondition'), 'body'),
    onChange: (body) => {
      if (loop === undefined) return;
      const expression = body === '' ? undefined : view.editor.create('bpmn:FormalExpression', { body }, loop);
      view.editor.setPart(view.element, loop, { completionCondition: expression });
    },
  })}`;
}

function setMode(view: PanelView, mode: string): void {
  const { editor, element } = view;
  const present = elementOf(element.businessObject, 'loopCharacteristics');
  if (mode === 'no') editor.setProperties(element, { loopCharacteristics: undefined });
  else if (present?.$type === LOOP) editor.setPart(element, present, { isSequential: mode === 'sequential' });
  else
    editor.setProperties(element, {
      loopCharacteristics: editor.create(LOOP, { isSequential: mode === 'sequential' }, element.businessObject),
    });
}
