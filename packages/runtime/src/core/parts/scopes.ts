/** Called processes and ad-hoc sub-processes. */
import { doneInAdHoc, preparedAdHoc } from '../ad-hoc.ts';
import { goBack } from '../go-back.ts';
import { adHocSubProcess } from '../nodes/ad-hoc-sub-process.ts';
import { callActivity } from '../nodes/call-activity.ts';
import type { AblePart } from './part.ts';

export const scopes: AblePart<'scopes'> = {
  name: 'scopes',
  nodes: [callActivity, adHocSubProcess],
  ability: { prepareAdHoc: preparedAdHoc, doneInAdHoc, goBack },
};
