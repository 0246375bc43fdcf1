/** 没有人办、或是同一个人时: what happens when nobody is found for a task, or somebody who has acted already. */
import type { EmptyPolicy, SamePolicy, TaskPolicy } from '@tongban/model';
import { html, nothing, type TemplateResult } from 'lit';
import { group, selectField } from './fields.ts';
import type { PanelView } from './panel-view.ts';

const EMPTY: readonly EmptyPolicy[] = ['incident', 'skip', 'administrator'];
const SAME: readonly SamePolicy[] = ['ask', 'skip'];

/** The group of a user task. */
export function policyGroup(view: PanelView): TemplateResult {
  const { words, extension } = view;
  const { policy = {}, outcomes } = extension;
  const skips = policy.empty === 'skip' || policy.same === 'skip';
  const put = (parts: { readonly [Part in keyof TaskPolicy]?: TaskPolicy[Part] | undefined }): void => {
    const next = Object.entries({ ...policy, ...parts }).filter(([, value]) => value !== undefined && value !== '');
    view.change({ policy: next.length === 0 ? undefined : Object.fromEntries(next) });
  };
  return group(
    words('policy'),
    ['policy'],
    html`${selectField(view, {
      id: 'policy-empty',
      help: 'policyEmpty',
      label: words('policyEmpty'),
      value: policy.empty ?? 'incident',
      choices: EMPTY.map((one) => [one, words(`empty.${one}`)] as const),
      onChange: (one) => put({ empty: one === 'incident' ? undefined : (one as EmptyPolicy) }),
    })}
    ${selectField(view, {
      id: 'policy-same',
      help: 'policySame',
      label: words('policySame'),
      value: policy.same ?? 'ask',
      choices: SAME.map((one) => [one, words(`same.${one}`)] as const),
      onChange: (one) => put({ same: one === 'ask' ? undefined : (one as SamePolicy) }),
    })}
    ${
      (skips || policy.outcome !== undefined) && outcomes !== undefined
        ? selectField(view, {
            id: 'policy-outcome',
            help: 'policyOutcome',
            label: words('policyOutcome'),
            value: policy.outcome ?? '',
            choices: [['', '—'], ...outcomes.choices.map((choice) => [choice.value, choice.label] as const)],
            onChange: (outcome) => put({ outcome }),
          })
        : nothing
    }`,
  );
}
