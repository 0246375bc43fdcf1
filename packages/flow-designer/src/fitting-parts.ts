/** What of our extension means something on which kind of element: the rest goes when the kind is changed. */
import type { FlowExtension } from '@tongban/model';
import type { KindName } from './diagram/kinds.ts';

type Part = keyof FlowExtension;

const EVERYWHERE: readonly Part[] = ['assigns'];
const ACTIVITY: readonly Part[] = [...EVERYWHERE, 'each', 'clocks', 'pauses'];

const PARTS: Readonly<Partial<Record<KindName, readonly Part[]>>> = {
  userTask: [...ACTIVITY, 'performer', 'policy', 'expiry', 'filings', 'outcomes', 'operations', 'vote'],
  serviceTask: [...ACTIVITY, 'handler'],
  businessRuleTask: [...ACTIVITY, 'rule'],
  scriptTask: ACTIVITY,
  manualTask: ACTIVITY,
  sendTask: [...ACTIVITY, 'handler'],
  callActivity: [...ACTIVITY, 'call'],
  subProcess: ACTIVITY,
  receiveTask: [...ACTIVITY, 'arrival'],
  messageCatch: [...EVERYWHERE, 'arrival'],
  messageBoundary: [...EVERYWHERE, 'arrival'],
  timerCatch: [...EVERYWHERE, 'clocks'],
  timerBoundary: [...EVERYWHERE, 'clocks'],
  endEvent: [...EVERYWHERE, 'ending'],
  terminateEnd: [...EVERYWHERE, 'ending'],
};

/** `extension` without what `kind` has no use for. */
export function fittingParts(extension: FlowExtension, kind: KindName): FlowExtension {
  const parts = PARTS[kind] ?? EVERYWHERE;
  return Object.fromEntries(Object.entries(extension).filter(([part]) => parts.includes(part as Part)));
}
