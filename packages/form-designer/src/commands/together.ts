/** Several edits as one step: done in order, taken back in the opposite order. */
import type { FormDocument } from '@tongban/model';
import type { DesignCommand } from '../design-command.ts';

/** One of the edits, on the form as those before it left it; `undefined` does nothing. */
export type DesignEdit = (form: FormDocument) => DesignCommand | undefined;

/** What the whole is called, and what is selected when it is done and when it is taken back. */
export type TogetherAs = Pick<DesignCommand, 'kind' | 'subject' | 'subjects' | 'subjectsBefore'>;

/** See the module comment. `undefined` when nothing would change. */
export function together(form: FormDocument, as: TogetherAs, edits: readonly DesignEdit[]): DesignCommand | undefined {
  const commands: DesignCommand[] = [];
  let now = form;
  for (const edit of edits) {
    const command = edit(now);
    if (command === undefined) continue;
    commands.push(command);
    now = command.execute(now);
  }
  if (commands.length === 0) return undefined;
  return {
    ...as,
    execute: (before) => commands.reduce((each, command) => command.execute(each), before),
    revert: (after) => commands.reduceRight((each, command) => command.revert(each), after),
  };
}
