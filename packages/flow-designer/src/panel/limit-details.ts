/** 时限细节: what a limit is called and rests on, its first day, its yellow light, what stops it, and who hears of it. */
import { type Limit, type LimitNotice, textIn } from '@tongban/model';
import { html, type TemplateResult } from 'lit';
import { addButton, checkField, removeButton, selectField, textField } from './fields.ts';
import type { PanelView } from './panel-view.ts';
import { withPause } from './pause-group.ts';
import { pauseReasons } from './pause-reasons.ts';
import { replaced } from './replaced.ts';

const YELLOW = { default: '', half: '1/2', third: '1/3', quarter: '1/4', tenth: '1/10' } as const;
const PERFORMER = 'performer';

type Change = (limit: Limit) => void;

/** The fields; `id` begins the ids of all of them. */
export function limitDetails(view: PanelView, id: string, limit: Limit, onChange: Change): TemplateResult {
  const { words, locale, context } = view;
  const put = (parts: { readonly [Part in keyof Limit]?: Limit[Part] | undefined }): void => onChange(cleaned({ ...limit, ...parts }));
  const { firstDayCounts, yellow, pauses, notices, source } = limit;
  const count = [firstDayCounts, yellow, pauses, notices, source].filter((one) => one !== undefined).length;
  return html`<details class="limit-details">
    <summary>${words('limitDetails', { count })}</summary>
    <div class="fields">
      ${textField(view, {
        id: `${id}-name`,
        help: 'limitName',
        label: words('limitName'),
        value: textIn(limit.name, locale),
        onChange: (name) => {
          if (name !== '') put({ name: { ...limit.name, [locale]: name } });
        },
      })}
      ${checkField(view, { label: words('limitFirstDay'), value: firstDayCounts === true, onChange: (on) => put({ firstDayCounts: on ? true : undefined }) })}
      ${yellowField(view, id, limit, onChange)}
      <div role="group" aria-label=${words('limitPauses')}>
        <span class="small muted">${words('limitPauses')}</span>
        <div class="choices">${pauseReasons(context?.manifest, words).map(([reason, label]) =>
          checkField(view, { label, value: (pauses ?? []).includes(reason), onChange: (on) => onChange(withPause(limit, reason, on)) }),
        )}</div>
      </div>
      ${noticeFields(view, id, limit, (next) => put({ notices: next.length === 0 ? undefined : next }))}
      ${textField(view, { id: `${id}-source`, help: 'limitSource', label: words('limitSource'), value: source ?? '', onChange: (text) => put({ source: text === '' ? undefined : text }) })}
    </div>
  </details>`;
}

function yellowField(view: PanelView, id: string, limit: Limit, onChange: Change): TemplateResult {
  const { words } = view;
  const [part, whole] = limit.yellow ?? [1, 5];
  const value = limit.yellow === undefined ? '' : `${part}/${whole}`;
  const known = Object.entries(YELLOW).map(([name, share]) => [share, words(`yellow.${name as keyof typeof YELLOW}`)] as const);
  const choices = known.some(([share]) => share === value) ? known : [...known, [value, words('yellowOf', { part, whole })] as const];
  return selectField(view, {
    id: `${id}-yellow`,
    help: 'limitYellow',
    label: words('limitYellow'),
    value,
    choices,
    onChange: (share) => {
      const { yellow: _, ...rest } = limit;
      const [over = 1, under = 5] = share.split('/').map(Number);
      onChange(share === '' ? rest : { ...rest, yellow: [over, under] });
    },
  });
}

function noticeFields(view: PanelView, id: string, limit: Limit, onChange: (notices: readonly LimitNotice[]) => void): TemplateResult {
  const { words } = view;
  const notices = limit.notices ?? [];
  return html`<div class="fields" role="group" aria-label=${words('notices')}>
    ${notices.map((notice, at) => noticeBox(view, `${id}-notice-${at}`, limit, notice, at, (next) => onChange(next === undefined ? replaced(notices, at) : replaced(notices, at, next))))}
    ${addButton(view, words('addNotice'), () => onChange([...notices, { light: 'yellow' }]))}
  </div>`;
}

function noticeBox(
  view: PanelView,
  id: string,
  limit: Limit,
  notice: LimitNotice,
  at: number,
  onChange: (notice: LimitNotice | undefined) => void,
): TemplateResult {
  const { words, t, context, locale } = view;
  const to = notice.to ?? [PERFORMER];
  const people = [
    [PERFORMER, words('noticePerformer')] as const,
    ...(context?.manifest.roles ?? []).map((role) => [role.id, textIn(role.name, locale)] as const),
  ];
  const toggle = (who: string, on: boolean): void => {
    const next = on ? [...to, who] : to.filter((one) => one !== who);
    const { to: _, ...rest } = notice;
    onChange(next.length === 0 || (next.length === 1 && next[0] === PERFORMER) ? rest : { ...rest, to: next });
  };
  return html`<div class="box" role="group" aria-label=${words('noticeOf', { number: at + 1 })}>
    <div class="entry-head">
      <span class="entry-title">${words('noticeOf', { number: at + 1 })}</span>
      ${removeButton(view, words('removeNotice', { number: at + 1 }), () => onChange(undefined))}
    </div>
    <div class="pair">
      ${selectField(view, {
        id: `${id}-light`,
        help: 'noticeLight',
        label: words('noticeLight'),
        value: notice.light,
        choices: [
          ['yellow', words('notice.yellow')],
          ['red', words('notice.red')],
        ],
        onChange: (light) => onChange({ ...notice, light: light as LimitNotice['light'] }),
      })}
      ${textField(view, {
        id: `${id}-ahead`,
        help: 'noticeAhead',
        kind: 'number',
        label: words('noticeAhead', { unit: t(`unit.${limit.unit}`) }),
        value: String(notice.ahead ?? 0),
        error: view.rejected.get(`${id}-ahead`),
        onChange: (text) => {
          const good = /^\d{1,4}(\.\d{1,2})?$/.test(text);
          view.reject(`${id}-ahead`, good ? undefined : words('noticeAheadWrong'));
          const { ahead: _, ...rest } = notice;
          if (good) onChange(Number(text) === 0 ? rest : { ...rest, ahead: Number(text) });
        },
      })}
    </div>
    <div role="group" aria-label=${words('noticeTo')}>
      <span class="small muted">${words('noticeTo')}</span>
      <div class="choices">${people.map(([who, label]) => checkField(view, { label, value: to.includes(who), onChange: (on) => toggle(who, on) }))}</div>
    </div>
  </div>`;
}

function cleaned(limit: { readonly [Part in keyof Limit]?: Limit[Part] | undefined }): Limit {
  return Object.fromEntries(Object.entries(limit).filter(([, value]) => value !== undefined)) as unknown as Limit;
}
