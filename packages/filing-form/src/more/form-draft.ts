/** The draft of one form: its values with the step one was at, kept as the page's {@link FormDrafts} says. */
import { DeviceDraft, type HostAnswer, type HostDraft } from '@tongban/element-kit';
import type { FormValues } from '@tongban/model';
import type { DraftAnswer, FormDrafts, KeptDraft } from '../form-drafts.ts';

/** What is kept of a form. */
export interface FormTyped {
  readonly values: FormValues;
  readonly step: number;
}

/** The form the draft is of. */
export interface DraftedForm {
  readonly drafts: FormDrafts;
  typed(): FormTyped;
  show(typed: FormTyped): void;
  changed(): void;
}

/** Opens the draft of a form. */
export function openFormDraft({ drafts, ...form }: DraftedForm): DeviceDraft<FormTyped> {
  const { key, onDevice } = drafts;
  return new DeviceDraft({
    ...form,
    port: {
      key,
      ...(onDevice === undefined ? {} : { onDevice }),
      load: async () => {
        const kept = await drafts.load();
        return kept && hostDraft(kept);
      },
      save: async ({ values, step }, after) => hostAnswer(await drafts.save({ values, step, after })),
    },
  });
}

function hostAnswer(answer: DraftAnswer): HostAnswer<FormTyped> {
  if ('kept' in answer) return { kept: hostDraft(answer.kept) };
  return 'conflict' in answer ? { conflict: hostDraft(answer.conflict) } : answer;
}

function hostDraft(draft: KeptDraft): HostDraft<FormTyped> {
  const { values, step = 0, ...facts } = draft;
  return { ...facts, typed: { values, step } };
}
