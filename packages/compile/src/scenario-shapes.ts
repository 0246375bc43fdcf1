/** The shapes of the steps of sample cases, by what is done. */
import { list, object, oneOf, optional, type Shape, someText } from './check-shape.ts';

/** `YYYY-MM-DDTHH:MM`. */
export const moment: Shape[string] = { expected: 'YYYY-MM-DDTHH:MM', fits: isMoment };

const anything: Shape[string] = optional({ expected: '', fits: () => true });
const by: Shape = { do: someText, as: someText };
const atTask: Shape = { ...by, task: someText, of: anything };
const onCase: Shape = { ...by, reason: optional(someText) };

/** The steps, by `do`. */
export const STEP_SHAPES: Readonly<Record<string, Shape>> = {
  start: { ...by, projectCode: someText },
  enter: {
    ...{ ...by, starter: someText, startedAt: moment, places: list, done: optional(list), projectCode: optional(someText) },
    ...{ variables: optional(object), data: optional(object), reason: optional(someText) },
  },
  complete: { ...atTask, outcome: optional(someText), values: optional(object), comment: optional(someText) },
  draft: { ...atTask, values: object },
  claim: atTask,
  return: { ...atTask, to: someText, reason: someText, back: optional(oneOf(true)) },
  reject: { ...atTask, reason: someText },
  transfer: { ...atTask, person: someText, reason: optional(someText) },
  delegate: { ...atTask, person: someText, reason: optional(someText) },
  addSigner: {
    ...{ ...atTask, people: list, position: optional(oneOf('before', 'after', 'beside')) },
    ...{ votes: optional({ expected: '0 … 10000', fits: (value: unknown) => Number.isSafeInteger(value) }), reason: optional(someText) },
  },
  removeSigner: { ...atTask, signer: someText, reason: optional(someText) },
  copy: { ...onCase, task: optional(someText), of: anything, people: optional(list), departments: optional(list) },
  read: by,
  withdraw: onCase,
  withdrawCase: onCase,
  urge: onCase,
  suspend: onCase,
  resume: onCase,
  terminate: onCase,
  void: onCase,
  jump: { ...by, from: list, to: list, reason: someText },
  begin: { ...by, task: someText },
  message: { ...by, name: someText, key: someText, values: optional(object) },
  receive: { ...by, name: someText, key: someText, variables: optional(object) },
  signal: { ...by, name: someText, variables: optional(object) },
  setDeputy: { ...by, person: someText, for: someText, scope: optional(object) },
  endDeputy: by,
  pauseClocks: { ...by, reason: someText, from: optional(moment), to: optional(moment) },
  resumeClocks: { ...by, reason: someText },
  editCalendar: { ...by, holidays: optional(list), makeUpDays: optional(list) },
  migrate: { ...by, parameters: optional(object) },
  retry: { ...by, task: someText, variables: optional(object) },
  wait: { do: someText, for: optional(someText), until: optional(moment) },
  refused: { do: someText, step: object, code: someText },
};

/** What an expectation may say. */
export const EXPECTATION_SHAPE: Shape = {
  ...{ tasks: optional(list), held: optional(list), inboxes: optional(object), copies: optional(object), incidents: optional(list) },
  ...{ ended: optional(someText), open: optional(oneOf(true, false)), suspended: optional(oneOf(true, false)) },
  ...{ values: optional(object), lights: optional(object), due: optional(object), documents: optional(object) },
  ...{ round: optional({ expected: '1, 2 …', fits: (value: unknown) => Number.isSafeInteger(value) }), said: optional(someText) },
};

function isMoment(value: unknown): boolean {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(value);
}
