/** Changes texts of a form, e.g. one that is typed or many that are pasted; reverting brings back those there were. */
import type { FormDocument, LocalText } from '@tongban/model';
import type { DesignCommand } from '../design-command.ts';
import { sameJson } from '../same-json.ts';
import { withTexts } from './form-texts.ts';

/** See the module comment. `undefined` when nothing changes. */
export function changeTexts(form: FormDocument, changes: ReadonlyMap<string, LocalText | undefined>): DesignCommand | undefined {
  const after = withTexts(form, changes);
  if (sameJson(form, after)) return undefined;
  const [only] = changes.size === 1 ? changes.keys() : [];
  return {
    kind: 'changeTexts',
    subject: '',
    ...(only === undefined ? {} : { topic: `text ${only}` }),
    execute: () => after,
    revert: () => form,
  };
}
