/** 锁定: what copies of this measure may not change of an element or a limit; in a copy, what its base locked and why. */
import { icon } from '@tongban/element-kit';
import { LOCK_RULES, type Lock, type LockRule, locksSame } from '@tongban/model';
import { html, nothing, type TemplateResult } from 'lit';
import { isFlowNode } from '../diagram/kinds.ts';
import { group, selectField, textField } from '../panel/fields.ts';
import type { PanelView } from '../panel/panel-view.ts';
import { lockMessages } from './lock-messages.ts';
import { lockWords } from './lock-words.ts';
import { type SeenLock, seenLock, setsLocks } from './seen-lock.ts';

/** In a copy: that the element is locked, and why. */
export function lockNote(view: PanelView): TemplateResult | typeof nothing {
  const seen = seenLock(view.context, 'element', view.element.id);
  return seen?.by === undefined ? nothing : note(view, seen);
}

/** The group of an element, in a measure that sets its own locks. */
export function lockGroup(view: PanelView): TemplateResult | typeof nothing {
  const { element, context } = view;
  if (!setsLocks(context) || !(isFlowNode(element) || element.type === 'bpmn:SequenceFlow')) return nothing;
  const words = lockMessages.for(view);
  return group(words('title'), ['lock', 'locks'], lockFields(view, 'lock', { part: 'element', id: element.id }), words('hint'));
}

/** Below a limit: its lock to set, or what the base locked. */
export function limitLock(view: PanelView, id: string, limitId: string): TemplateResult | typeof nothing {
  const seen = seenLock(view.context, 'limit', limitId);
  if (seen?.by !== undefined) return note(view, seen);
  return setsLocks(view.context) ? lockFields(view, `${id}-lock`, { part: 'limit', id: limitId }) : nothing;
}

function note(view: PanelView, seen: SeenLock): TemplateResult {
  return html`<div class="callout lock-note">${icon('lock')}<p>${lockWords(view, seen)}</p></div>`;
}

function lockFields(view: PanelView, id: string, subject: { readonly part: 'element' | 'limit'; readonly id: string }): TemplateResult {
  const words = lockMessages.for(view);
  const { context } = view;
  const lock = seenLock(context, subject.part, subject.id)?.lock;
  const put = (rule: LockRule | '', reason: string): void => {
    if (context === undefined) return;
    const next = { ...subject, rule, ...(reason === '' ? {} : { reason }) } as Lock;
    const others = (context.manifest.locks ?? []).filter((one) => !locksSame(one, next));
    const { locks: _, ...rest } = context.manifest;
    const locks = rule === '' ? others : [...others, next];
    view.changeManifest(locks.length === 0 ? rest : { ...rest, locks });
  };
  const isLimit = subject.part === 'limit';
  return html`${selectField(view, {
    id: `${id}-rule`,
    label: words(isLimit ? 'limitRule' : 'rule'),
    value: lock?.rule ?? '',
    hint: words(isLimit ? 'limitRuleHint' : 'ruleHint'),
    choices: [['', words('rule.none')], ...[...LOCK_RULES[subject.part]].reverse().map((rule) => [rule, words(`rule.${rule}`)] as const)],
    onChange: (rule) => put(rule as LockRule | '', lock?.reason ?? ''),
  })}
  ${
    lock === undefined
      ? nothing
      : textField(view, {
          id: `${id}-reason`,
          label: words('reason'),
          value: lock.reason ?? '',
          hint: words('reasonHint'),
          onChange: (reason) => put(lock.rule, reason),
        })
  }`;
}
