/** 到期以后: what becomes of a task when one of its limits is over. Whatever decides or closes by itself names its legal basis. */
import { type ExpiryAct, type TaskExpiry, textIn } from '@tongban/model';
import { html, nothing, type TemplateResult } from 'lit';
import { nameOf } from '../diagram/kinds.ts';
import { group, selectField, textField } from './fields.ts';
import type { PanelView } from './panel-view.ts';

const ACTS: readonly ExpiryAct[] = ['remind', 'escalate', 'return', 'complete', 'reject'];

/** The group of a user task; nothing while no limit runs there. */
export function expiryGroup(view: PanelView): TemplateResult | typeof nothing {
  const { words, extension } = view;
  const { expiry, clocks = [] } = extension;
  const [first] = clocks;
  if (first === undefined && expiry === undefined) return nothing;
  const choose = (does: string): void =>
    view.change({
      expiry:
        does === '' ? undefined : { ...kept(expiry, does as ExpiryAct), limit: expiry?.limit ?? first ?? '', does: does as ExpiryAct },
    });
  return group(
    words('expiry'),
    ['expiry'],
    html`${selectField(view, {
      id: 'expiry-does',
      help: 'expiryDoes',
      label: words('expiry'),
      hideLabel: true,
      value: expiry?.does ?? '',
      choices: [['', words('does.nothing')], ...ACTS.map((act) => [act, words(`does.${act}`)] as const)],
      onChange: choose,
    })}
    ${expiry === undefined ? nothing : details(view, expiry)}`,
    words('expiryHint'),
  );
}

function details(view: PanelView, expiry: TaskExpiry): TemplateResult {
  const { t, words, extension, context, locale, editor, element } = view;
  const { clocks = [], outcomes } = extension;
  const put = (parts: Partial<TaskExpiry>): void => view.change({ expiry: { ...expiry, ...parts } });
  const limitName = (id: string): string => textIn(context?.manifest.limits.find((limit) => limit.id === id)?.name, locale) || id;
  const tasks = editor.steps.map((step) => step.element).filter((one) => one.type === 'bpmn:UserTask' && one !== element);
  return html`${
    clocks.length < 2 && clocks[0] === expiry.limit
      ? nothing
      : selectField(view, {
          id: 'expiry-limit',
          help: 'expiryLimit',
          label: words('expiryLimit'),
          value: expiry.limit,
          choices: clocks.map((id) => [id, limitName(id)] as const),
          onChange: (limit) => put({ limit }),
        })
  }
  ${
    expiry.does === 'complete' && outcomes !== undefined
      ? selectField(view, {
          id: 'expiry-outcome',
          help: 'expiryOutcome',
          label: words('expiryOutcome'),
          value: expiry.outcome ?? '',
          choices: [['', words('chooseOne')], ...outcomes.choices.map((choice) => [choice.value, choice.label] as const)],
          error: expiry.outcome === undefined ? t('required') : undefined,
          onChange: (outcome) => put({ outcome }),
        })
      : nothing
  }
  ${
    expiry.does === 'return'
      ? selectField(view, {
          id: 'expiry-target',
          help: 'expiryTarget',
          label: words('expiryTarget'),
          value: expiry.target ?? '',
          choices: [['', words('chooseOne')], ...tasks.map((task) => [task.id, nameOf(task) || task.id] as const)],
          error: expiry.target === undefined ? t('required') : undefined,
          onChange: (target) => put({ target }),
        })
      : nothing
  }
  ${
    expiry.does === 'complete' || expiry.does === 'reject'
      ? textField(view, {
          id: 'expiry-basis',
          label: words('expiryBasis'),
          hint: words('expiryBasisHint'),
          value: expiry.basis ?? '',
          error: (expiry.basis ?? '') === '' ? words('expiryBasisMissing') : undefined,
          onChange: (basis) => put({ basis }),
        })
      : nothing
  }`;
}

// what still means something after another choice
function kept(expiry: TaskExpiry | undefined, does: ExpiryAct): Partial<TaskExpiry> {
  const { outcome, target, basis } = expiry ?? {};
  return {
    ...(does === 'complete' && outcome !== undefined ? { outcome } : {}),
    ...(does === 'return' && target !== undefined ? { target } : {}),
    ...((does === 'complete' || does === 'reject') && basis !== undefined ? { basis } : {}),
  };
}
