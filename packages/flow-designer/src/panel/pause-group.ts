/** 办理期间暂停计时: the reason under which limits stand still while the step is open, and which limits those are. */
import { type Limit, textIn } from '@tongban/model';
import { html, nothing, type TemplateResult } from 'lit';
import { checkField, group, nameField, selectField } from './fields.ts';
import type { PanelView } from './panel-view.ts';
import { pauseReasons } from './pause-reasons.ts';

const OTHER = '+';

/** The group of an activity. */
export function pauseGroup(view: PanelView): TemplateResult {
  const { words, extension, context } = view;
  const { pauses = '' } = extension;
  const reasons = pauseReasons(context?.manifest, words);
  const isOther = view.chosen.get('pause') === OTHER || (pauses !== '' && !reasons.some(([reason]) => reason === pauses));
  return group(
    words('pause'),
    ['pause', 'pauses'],
    html`${selectField(view, {
      id: 'pause',
      help: 'pause',
      label: words('pause'),
      hideLabel: true,
      value: isOther ? OTHER : pauses,
      choices: [['', words('pauseNone')], ...reasons, [OTHER, words('pauseOther')]],
      onChange: (reason) => {
        view.choose('pause', reason);
        if (reason !== OTHER) view.change({ pauses: reason === '' ? undefined : reason });
      },
    })}
    ${isOther ? nameField(view, { id: 'pause-reason', help: 'pauseReason', label: words('pauseReason'), value: pauses, onChange: (reason) => view.change({ pauses: reason }) }) : nothing}
    ${pauses === '' ? nothing : limitBoxes(view, pauses)}`,
    words('pauseHint'),
  );
}

function limitBoxes(view: PanelView, reason: string): TemplateResult | typeof nothing {
  const { words, context, locale } = view;
  const manifest = context?.manifest;
  if (manifest === undefined || manifest.limits.length === 0) return nothing;
  const stops = ({ pauses = [] }: Limit): boolean => pauses.includes(reason);
  const toggle = (limit: Limit, on: boolean): void => {
    const limits = manifest.limits.map((one) => (one.id === limit.id ? withPause(one, reason, on) : one));
    view.changeManifest({ ...manifest, limits });
  };
  return html`<div class="indented" role="group" aria-label=${words('pauseLimits')}>
    <span class="small muted">${words('pauseLimits')}</span>
    ${manifest.limits.some(stops) ? nothing : html`<p class="small warning-text">${words('pauseNoLimits')}</p>`}
    ${manifest.limits.map((limit) => checkField(view, { label: textIn(limit.name, locale), value: stops(limit), onChange: (on) => toggle(limit, on) }))}
  </div>`;
}

/** `limit`, standing still for `reason` or not any more. */
export function withPause(limit: Limit, reason: string, on: boolean): Limit {
  const { pauses = [], ...rest } = limit;
  const next = on ? [...new Set([...pauses, reason])] : pauses.filter((one) => one !== reason);
  return next.length === 0 ? rest : { ...rest, pauses: next };
}
