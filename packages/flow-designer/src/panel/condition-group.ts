/** 走这条路的条件: by choosing what forms and steps say, and as FEEL; or the way for all other cases. */
import type { FeelChangeEvent } from '@tongban/element-kit/feel';
import { html, nothing, type TemplateResult } from 'lit';
import { elementOf } from '../diagram/moddle.ts';
import { conditionOf } from '../words.ts';
import { checkField, feelField, group } from './fields.ts';
import type { PanelView } from './panel-view.ts';

/** The group of a line out of a gateway that chooses. */
export function conditionGroup(view: PanelView): TemplateResult {
  const { t, words, element, editor } = view;
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
    html`${checkField(view, { label: words('isDefault'), value: isDefault, onChange: setDefault })} ${isDefault ? nothing : conditionFields(view)}`,
  );
}

function conditionFields(view: PanelView): TemplateResult {
  const { words, element, editor } = view;
  const text = conditionOf(element);
  const write = (body: string): void => {
    if (body === conditionOf(element)) return;
    editor.setProperties(element, {
      conditionExpression: body === '' ? undefined : editor.create('bpmn:FormalExpression', { body }, element.businessObject),
    });
  };
  return html`<tb-condition-builder
      id="condition-builder"
      .names=${view.names}
      .value=${text}
      ?readonly=${view.readonly}
      @tb-feel-change=${(event: FeelChangeEvent) => {
        event.stopPropagation();
        write(event.value);
      }}
    ></tb-condition-builder>
    ${feelField(view, { id: 'condition', label: words('conditionText'), hint: words('conditionHint'), value: text, onChange: write })}`;
}
