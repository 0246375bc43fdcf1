/** 怎样算通过: how the choices of many become one decision: 会签, 或签, 票签 with weights, 一票否决, quorum. */
import type { RemovedVotes, Vote, VoteBase, VoteRule } from '@tongban/model';
import { html, nothing, type TemplateResult } from 'lit';
import { checkField, feelField, nameField, selectField, textField } from './fields.ts';
import type { PanelView } from './panel-view.ts';

const RULES: readonly VoteRule[] = ['all', 'any', 'share'];
const BASES: readonly VoteBase[] = ['all', 'cast'];
const REMOVED: readonly RemovedVotes[] = ['leave', 'abstain'];

/** The fields of a task of many that has outcomes to choose between. */
export function voteFields(view: PanelView): TemplateResult | typeof nothing {
  const { t, words, extension, change } = view;
  const { vote, outcomes } = extension;
  if (outcomes === undefined && vote === undefined) return nothing;
  const first = outcomes?.choices[0]?.value;
  const start = (rule: VoteRule): Vote => ({
    result: `${outcomes?.result ?? 'vote'}Vote`,
    agree: first === undefined ? [] : [first],
    ...vote,
    rule,
    ...(rule === 'share' ? { needed: vote?.needed ?? '1/2', more: vote?.more ?? true } : {}),
  });
  return html`${selectField(view, {
    id: 'vote-rule',
    help: 'voteRule',
    label: t('vote'),
    value: vote?.rule ?? '',
    choices: [['', words('vote.none')], ...RULES.map((rule) => [rule, words(`vote.${rule}`)] as const)],
    onChange: (rule) => change({ vote: rule === '' ? undefined : withoutShare(start(rule as VoteRule)) }),
  })}
  ${vote === undefined ? nothing : detailFields(view, vote)}`;
}

function detailFields(view: PanelView, vote: Vote): TemplateResult {
  const { words, change } = view;
  const put = (parts: { readonly [Part in keyof Vote]?: Vote[Part] | undefined }): void =>
    change({ vote: cleaned({ ...vote, ...parts }) as Vote });
  return html`${choiceBoxes(view, words('voteAgree'), vote.agree, (agree) => put({ agree }))}
    ${choiceBoxes(view, words('voteAbstain'), vote.abstain ?? [], (abstain) => put({ abstain }))}
    ${choiceBoxes(view, words('voteVeto'), vote.veto ?? [], (veto) => put({ veto }))}
    ${vote.rule === 'share' ? shareFields(view, vote, put) : nothing}
    ${feelField(view, { id: 'vote-weight', label: words('voteWeight'), hint: words('voteWeightHint'), value: vote.weight ?? '', onChange: (weight) => put({ weight }) })}
    ${partField(view, 'vote-quorum', words('voteQuorum'), words('voteQuorumHint'), vote.quorum ?? '', (quorum) => put({ quorum }))}
    ${feelField(view, { id: 'vote-choice', label: words('voteChoice'), hint: words('voteChoiceHint'), value: vote.choice ?? '', onChange: (choice) => put({ choice }) })}
    ${selectField(view, {
      id: 'vote-removed',
      help: 'voteRemoved',
      label: words('voteRemoved'),
      value: vote.removed ?? 'leave',
      choices: REMOVED.map((one) => [one, words(`removed.${one}`)] as const),
      onChange: (one) => put({ removed: one === 'leave' ? undefined : (one as RemovedVotes) }),
    })}
    ${checkField(view, { label: words('voteEveryone'), value: vote.until === 'everyone', onChange: (on) => put({ until: on ? 'everyone' : undefined }) })}
    ${nameField(view, { id: 'vote-result', label: words('voteResult'), hint: words('voteResultHint'), value: vote.result, onChange: (result) => put({ result }) })}`;
}

function shareFields(
  view: PanelView,
  vote: Vote,
  put: (parts: { readonly needed?: string; readonly more?: true | undefined; readonly of?: VoteBase | undefined }) => void,
): TemplateResult {
  const { words } = view;
  return html`${partField(view, 'vote-needed', words('voteNeeded'), words('voteNeededHint'), vote.needed ?? '', (needed) => put({ needed }), true)}
  ${selectField(view, {
    id: 'vote-of',
    help: 'voteOf',
    label: words('voteOf'),
    value: vote.of ?? 'all',
    choices: BASES.map((one) => [one, words(`of.${one}`)] as const),
    onChange: (one) => put({ of: one === 'all' ? undefined : (one as VoteBase) }),
  })}
  ${checkField(view, { label: words('voteMore'), value: vote.more === true, onChange: (on) => put({ more: on ? true : undefined }) })}`;
}

// a part of the votes, or a number of them
function partField(
  view: PanelView,
  id: string,
  label: string,
  hint: string,
  value: string,
  onChange: (part: string) => void,
  required = false,
): TemplateResult {
  return textField(view, {
    id,
    label,
    hint,
    value,
    error: view.rejected.get(id),
    onChange: (part) => {
      const good = (part === '' && !required) || /^(\d{1,5}(\/[1-9]\d{0,4})?|\d{1,3}(\.\d+)?%)$/.test(part);
      view.reject(id, good ? undefined : view.words('voteNeededWrong'));
      if (good) onChange(part);
    },
  });
}

// the outcomes of the task, those that a vote names and the task no longer has included
function choiceBoxes(
  view: PanelView,
  label: string,
  chosen: readonly string[],
  onChange: (chosen: readonly string[]) => void,
): TemplateResult {
  const choices = view.extension.outcomes?.choices ?? [];
  const gone = chosen.filter((value) => !choices.some((choice) => choice.value === value));
  const toggle = (value: string, on: boolean): void => onChange(on ? [...chosen, value] : chosen.filter((one) => one !== value));
  return html`<div class="indented" role="group" aria-label=${label}>
    <span class="small muted">${label}</span>
    ${choices.map((choice) => checkField(view, { label: choice.label, value: chosen.includes(choice.value), onChange: (on) => toggle(choice.value, on) }))}
    ${gone.map((value) => checkField(view, { label: view.words('unknownChoice', { id: value }), value: true, onChange: (on) => toggle(value, on) }))}
  </div>`;
}

function withoutShare(vote: Vote): Vote {
  if (vote.rule === 'share') return vote;
  const { needed: _needed, more: _more, of: _of, ...rest } = vote;
  return rest;
}

function cleaned(vote: object): object {
  const given = Object.entries(vote).filter(
    ([name, value]) => value !== undefined && value !== '' && (name === 'agree' || !isEmptyList(value)),
  );
  return Object.fromEntries(given);
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}
