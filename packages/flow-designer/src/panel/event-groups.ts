/** What events say: which message, when time is over, who may start, what an end means. */
import { type Arrival, type EndingKind, textIn } from '@tongban/model';
import { html, nothing, type TemplateResult } from 'lit';
import { elementOf, elementsOf, textOf } from '../diagram/moddle.ts';
import { checkField, feelField, group, selectField, textField } from './fields.ts';
import { filingFields } from './filings-group.ts';
import { limitFields } from './limit-group.ts';
import type { PanelView } from './panel-view.ts';
import { performerFields } from './performer-group.ts';

/** 收到什么消息: a message event or receive task, and who may record that it came. */
export function arrivalGroup(view: PanelView): TemplateResult {
  const { t, words, extension, editor, element } = view;
  const { arrival } = extension;
  const put = (parts: { readonly [Part in keyof Arrival]?: Arrival[Part] | undefined }): void => {
    const next = Object.entries({ correlation: 'case.key', ...arrival, ...parts }).filter(
      ([, value]) => value !== undefined && value !== '',
    );
    view.change({ arrival: { correlation: '', ...Object.fromEntries(next) } });
  };
  return group(
    t('arrival'),
    ['arrival', 'message', 'messageRef'],
    html`${textField(view, {
      id: 'message-name',
      label: words('messageName'),
      hint: words('messageHint'),
      value: editor.messageOf(element),
      error: editor.messageOf(element) === '' ? t('required') : undefined,
      onChange: (name) => editor.setMessage(element, name),
    })}
    ${checkField(view, { label: words('arrivalOn'), value: arrival !== undefined, onChange: (on) => (on ? put({}) : view.change({ arrival: undefined })) })}
    ${
      arrival === undefined
        ? nothing
        : html`${feelField(view, {
            id: 'arrival-correlation',
            label: words('correlation'),
            hint: words('correlationHint'),
            value: arrival.correlation,
            required: true,
            onChange: (correlation) => put({ correlation }),
          })}
          ${textField(view, { id: 'arrival-label', help: 'arrivalLabel', label: words('arrivalLabel'), value: arrival.label ?? '', onChange: (label) => put({ label }) })}
          <h3>${words('arrivalPerformer')}</h3>
          ${performerFields(view, 'arrival-performer', arrival.performer ?? {}, (performer) => put({ performer }))}
          <h3>${words('arrivalFilings')}</h3>
          ${filingFields(view, 'arrival-filings', arrival.filings ?? [], (filings) => put({ filings: filings.length === 0 ? undefined : filings }))}`
    }`,
  );
}

/** 什么时候到时: a timer, by a limit of the measure or by a time of its own. */
export function timerGroup(view: PanelView): TemplateResult {
  const { words, element, editor } = view;
  const definition = elementsOf(element.businessObject, 'eventDefinitions')[0];
  const property = ['timeDate', 'timeDuration', 'timeCycle'].find((one) => elementOf(definition, one) !== undefined) ?? 'timeDuration';
  const text = textOf(elementOf(definition, property), 'body');
  const isIso = /^-?P|^R\d*\/|^\d{4}-/.test(text);
  const byLimit = (view.extension.clocks ?? []).length > 0;
  const write = (body: string): void => {
    if (definition === undefined) return;
    editor.setPart(element, definition, {
      [property]: body === '' ? undefined : editor.create('bpmn:FormalExpression', { body }, definition),
    });
  };
  const field = { id: 'timer', label: words('timerFeel'), hint: words('timerFeelHint'), value: text, onChange: write };
  return group(
    words('timer'),
    ['timer', 'clock', 'clocks', 'limit', 'timeDuration', 'timeDate', 'timeCycle'],
    html`${limitFields(view)} ${byLimit && text === '' ? nothing : isIso ? textField(view, field) : feelField(view, field)}
    ${
      element.type === 'bpmn:BoundaryEvent'
        ? checkField(view, {
            label: words('interrupting'),
            value: element.businessObject['cancelActivity'] !== false,
            onChange: (cancelActivity) => editor.setProperties(element, { cancelActivity }),
          })
        : nothing
    }`,
  );
}

/** 谁能发起: roles by name, or FEEL over the settings. */
export function startGroup(view: PanelView): TemplateResult {
  const { words, extension, context, locale } = view;
  const roles = extension.start?.roles ?? '';
  const byFeel = roles.startsWith('=');
  const chosen = byFeel ? [] : roles.split(/\s+/).filter(Boolean);
  const put = (next: string): void => view.change({ start: next === '' ? undefined : { roles: next } });
  const toggle = (id: string, on: boolean): void => put((on ? [...chosen, id] : chosen.filter((one) => one !== id)).join(' '));
  return group(
    words('start_'),
    ['start', 'roles'],
    html`${checkField(view, { label: words('startByFeel'), value: byFeel, onChange: (on) => put(on ? `=[${chosen.map((id) => JSON.stringify(id)).join(', ')}]` : '') })}
    ${
      byFeel
        ? feelField(view, {
            id: 'start-feel',
            help: 'startFeel',
            label: words('startFeel'),
            value: roles.slice(1),
            required: true,
            onChange: (feel) => put(`=${feel}`),
          })
        : html`<div role="group" aria-label=${words('startRoles')}>
          ${(context?.manifest.roles ?? []).map((role) =>
            checkField(view, { label: textIn(role.name, locale), value: chosen.includes(role.id), onChange: (on) => toggle(role.id, on) }),
          )}
        </div>`
    }`,
    words('startHint'),
  );
}

const ENDINGS: readonly EndingKind[] = ['completed', 'rejected', 'expired', 'reapply', 'withdrawn', 'terminated', 'voided'];

/** 这样结束意味着: how the case ended, for people. */
export function endingGroup(view: PanelView): TemplateResult {
  const { t, extension } = view;
  return group(
    t('ending'),
    ['ending'],
    selectField(view, {
      id: 'ending',
      help: 'ending',
      label: t('ending'),
      hideLabel: true,
      value: extension.ending ?? '',
      choices: [['', t('ending.none')], ...ENDINGS.map((kind) => [kind, t(`ending.${kind}`)] as const)],
      onChange: (kind) => view.change({ ending: kind === '' ? undefined : (kind as EndingKind) }),
    }),
  );
}
