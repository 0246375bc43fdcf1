/** 多久办完: which limits of the measure run here, amount and unit, and their details; a new limit is made on the spot. */
import { type Limit, type LimitUnit, type MeasureManifest, textIn } from '@tongban/model';
import { html, nothing, type TemplateResult } from 'lit';
import { nameOf } from '../diagram/kinds.ts';
import { limitLock } from '../locks/lock-group.ts';
import { lockMessages } from '../locks/lock-messages.ts';
import { type SeenLock, seenLock } from '../locks/seen-lock.ts';
import { addButton, group, selectField, textField } from './fields.ts';
import { limitDetails } from './limit-details.ts';
import type { PanelView } from './panel-view.ts';
import { replaced } from './replaced.ts';

const UNITS: readonly LimitUnit[] = ['workingDay', 'calendarDay', 'month', 'year', 'hour'];
const NEW = '+';

/** The group of an activity. */
export function limitGroup(view: PanelView): TemplateResult {
  return group(view.t('limits'), ['limit', 'limits', 'clock', 'clocks'], limitFields(view), view.words('limitsHint'));
}

/** The fields alone: a timer has them too. */
export function limitFields(view: PanelView): TemplateResult {
  const clocks = view.extension.clocks ?? [];
  const another = clocks.length > 0 && view.chosen.get('limits') === String(clocks.length);
  const shown = clocks.length === 0 || another ? [...clocks, ''] : clocks;
  return html`${shown.map((id, at) => limitField(view, clocks, id, at))}
  ${clocks.length === 0 || another ? nothing : addButton(view, view.words('addAnotherLimit'), () => view.choose('limits', String(clocks.length)))}`;
}

function limitField(view: PanelView, clocks: readonly string[], id: string, at: number): TemplateResult {
  const { t, words, locale, context } = view;
  const manifest = context?.manifest;
  const limits = manifest?.limits ?? [];
  const limit = limits.find((one) => one.id === id);
  const putClock = (next: string): void => {
    const all = next === '' ? replaced(clocks, at) : replaced(clocks, at, next);
    view.change({ clocks: all.length === 0 ? undefined : all });
  };
  return html`${selectField(view, {
    id: `limit-${at}`,
    help: 'limitChoice',
    label: words('limitChoice'),
    value: id,
    choices: [
      ['', words('noLimit')],
      ...limits.map((one) => [one.id, `${textIn(one.name, locale)}（${one.amount} ${t(`unit.${one.unit}`)}）`] as const),
      ...(manifest === undefined ? [] : [[NEW, words('newLimit')] as const]),
    ],
    onChange: (value) => {
      if (value !== NEW) putClock(value);
      else if (manifest !== undefined) view.together(() => putClock(addLimit(view, manifest)));
    },
  })}
  ${limit === undefined || manifest === undefined ? nothing : amountFields(view, manifest, limit, at)}`;
}

function amountFields(whole: PanelView, manifest: MeasureManifest, limit: Limit, at: number): TemplateResult {
  const { t, words } = whole;
  const given = seenLock(whole.context, 'limit', limit.id);
  const [mayShorten, most] = shortest(whole, limit, given);
  const rest: PanelView = given?.by === undefined ? whole : { ...whole, readonly: true };
  const view: PanelView = given?.by === undefined || mayShorten ? whole : rest;
  const id = `limit-${at}-amount`;
  const write = (next: Limit): void =>
    view.changeManifest({ ...manifest, limits: manifest.limits.map((one) => (one.id === limit.id ? next : one)) });
  const put = (parts: Partial<Limit>): void => write({ ...limit, ...parts });
  return html`<div class="pair">
      ${textField(view, {
        id,
        kind: 'number',
        help: 'limitAmount',
        label: words('limitAmount'),
        value: String(limit.amount),
        error: view.rejected.get(id),
        onChange: (text) => {
          const good = /^[1-9]\d{0,4}$/.test(text);
          const longer = good && Number(text) > most;
          const tooLong = lockMessages.for(view)('longer', { base: given?.by ?? '', most });
          view.reject(id, !good ? words('limitAmountWrong') : longer ? tooLong : undefined);
          if (good && !longer) put({ amount: Number(text) });
        },
      })}
      ${selectField(rest, {
        id: `limit-${at}-unit`,
        help: 'limitUnit',
        label: words('limitUnit'),
        value: limit.unit,
        choices: UNITS.map((unit) => [unit, t(`unit.${unit}`)] as const),
        onChange: (unit) => put({ unit: unit as LimitUnit }),
      })}
    </div>
    ${limitDetails(rest, `limit-${at}`, limit, write)} ${limitLock(whole, `limit-${at}`, limit.id)}
    <p class="hint">${words('limitShared')}</p>`;
}

// a limit that may only be shortened: how long it may be at most
function shortest({ context }: PanelView, { id }: Limit, given: SeenLock | undefined): readonly [may: boolean, most: number] {
  const most = context?.lockedBy?.manifest.limits.find((limit) => limit.id === id)?.amount;
  const may = given?.by !== undefined && given.lock.rule === 'shorter' && most !== undefined;
  return [may, may ? most : Number.POSITIVE_INFINITY];
}

function addLimit(view: PanelView, manifest: MeasureManifest): string {
  const base = view.element.id.replace(/^(Task|Activity|Event)_/, '').toLowerCase();
  const taken = new Set(manifest.limits.map((limit) => limit.id));
  let id = `${base}-limit`;
  for (let number = 2; taken.has(id); number++) id = `${base}-limit-${number}`;
  const name = { 'zh-CN': view.words('newLimitName', { name: nameOf(view.element) || view.element.id }) };
  view.changeManifest({ ...manifest, limits: [...manifest.limits, { id, name, amount: 5, unit: 'workingDay' }] });
  return id;
}
