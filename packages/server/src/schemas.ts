/** The shapes of what the API takes. The same schemas validate requests and make the OpenAPI document. */
import { OPERATION_KINDS } from '@tongban/model';
import * as v from 'valibot';

const id = (description: string, maximum = 200) => v.pipe(v.string(), v.minLength(1), v.maxLength(maximum), v.description(description));
const text = (description: string, maximum: number) => v.pipe(v.string(), v.maxLength(maximum), v.description(description));

/** The id that makes a command repeatable without effect. */
export const commandId = id('Made by the client; the same id gives the first answer again.');
const revision = v.pipe(v.number(), v.integer(), v.minValue(0), v.description('Revision of the task that the person was editing.'));
const values = v.pipe(
  v.record(v.string(), v.record(v.string(), v.unknown())),
  v.description('Form values by form id; each is an object by field key, in the wire forms of @tongban/model.'),
);
const outcome = v.optional(id('One of the outcomes of the task.'));
const comment = v.optional(text('Words of the person, shown on the time line.', 4000));
const operation = v.picklist(OPERATION_KINDS);
const caseOperation = v.picklist(['withdraw', 'withdrawCase', 'urge', 'copy', 'suspend', 'resume', 'terminate', 'void', 'jump']);
const reason = v.optional(text('Why; asked by most operations.', 2000));
const ids = (description: string) => v.optional(v.pipe(v.array(id(description)), v.maxLength(200)));
const light = v.picklist(['green', 'yellow', 'red']);
const whole = v.pipe(v.string(), v.regex(/^\d{1,6}$/), v.transform(Number), v.integer());

export const noInput = v.object({});
export const taskPath = v.object({ taskId: id('Task id.') });
export const casePath = v.object({ caseId: id('Case id.') });
export const incidentPath = v.object({
  caseId: id('Case id.'),
  incidentId: v.pipe(v.string(), v.regex(/^\d{1,15}$/), v.transform(Number), v.integer()),
});
export const activityPath = v.object({ caseId: id('Case id.'), nodeId: id('Id of the step.') });
export const measurePath = v.object({ measureId: id('Measure id.') });
export const releasePath = v.object({ releaseId: id('Release id, `sha256:<hex>`.') });

export const projectQuery = v.object({ text: v.optional(text('Text in code or name.', 100)) });
export const taskQuery = v.object({
  box: v.picklist(['todo', 'done', 'started', 'copied']),
  text: v.optional(text('Text in title, project code or applicant.', 100)),
  light: v.optional(light),
  cursor: v.optional(text('From the previous page.', 500)),
  limit: v.optional(v.pipe(whole, v.minValue(1), v.maxValue(200))),
});
export const peopleQuery = v.object({
  text: v.optional(text('Text in name or id.', 100)),
  taskId: v.optional(id('Only people whom the operation on this task admits.')),
  kind: v.optional(operation),
  of: v.optional(v.picklist(['department'])),
});
export const changeQuery = v.object({
  cursor: v.optional(v.pipe(v.string(), v.regex(/^\d{1,15}$/), v.description('Position to go on from, as a notice gave it.'))),
});
export const uploadBody = v.object({
  name: id('File name.', 255),
  mediaType: text('Media type; may be empty.', 200),
  bytes: v.pipe(v.number(), v.integer(), v.minValue(1), v.description('Size of the whole file.')),
  digest: v.pipe(v.string(), v.regex(/^sha256:[0-9a-f]{64}$/), v.description('`sha256:<hex>` of the whole file.')),
});
export const partQuery = v.object({ offset: v.pipe(v.string(), v.regex(/^\d{1,12}$/), v.transform(Number), v.integer()) });
export const fileQuery = v.object({ name: id('File name.', 255) });

export const startBody = v.object({
  commandId,
  releaseId: id('Release to start on.'),
  projectCode: v.optional(id('Unified project code.', 64)),
});
const variables = (description: string) => v.optional(v.pipe(v.record(v.string(), v.unknown()), v.description(description)));
export const retryBody = v.object({
  commandId,
  variables: variables('Variables to set before it is tried again.'),
  data: v.optional(values),
});
export const startActivityBody = v.object({
  commandId,
  within: v.optional(v.pipe(v.number(), v.integer(), v.description('Which opening of the sub-process, when it is open several times.'))),
});
export const claimBody = v.object({ commandId, revision });
export const fillBody = v.object({ commandId, revision, values, outcome, comment });
const taskOperation = {
  kind: operation,
  target: v.optional(id('Node to return to.')),
  goOn: v.optional(v.picklist(['steps', 'back'])),
  reason,
  to: v.optional(id('Person to hand over or delegate to.')),
  people: ids('Persons to add as signers, or to send a copy.'),
  departments: ids('Departments to send a copy.'),
  position: v.optional(v.picklist(['before', 'after', 'beside'])),
  votes: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10_000))),
  signer: v.optional(id('Signer to remove, one of those offered.')),
};
export const previewBody = v.object(taskOperation);
export const operateBody = v.object({ commandId, revision, ...taskOperation });
const onCase = {
  kind: caseOperation,
  reason,
  people: ids('Persons to send a copy.'),
  departments: ids('Departments to send a copy.'),
  places: ids('Places to jump from, as the case offers them.'),
  targets: ids('Nodes to jump to.'),
};
export const casePreviewBody = v.object(onCase);
export const caseOperateBody = v.object({ commandId, ...onCase });
export const readBody = v.object({ commandId });
const instant = (description: string) => v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(8.64e15), v.description(description));
const some = (description: string) => v.optional(v.pipe(v.array(id(description)), v.minLength(1), v.maxLength(100)));
export const deputyPath = v.object({ deputyshipId: id('Deputyship id.') });
export const deputyQuery = v.object({
  person: v.optional(id('Of whom: the one who asks; for administrators another person, or `*` for all.')),
  over: v.optional(
    v.pipe(
      v.picklist(['true', 'false']),
      v.transform((text) => text === 'true'),
    ),
  ),
});
export const deputyBody = v.object({
  commandId,
  principal: v.optional(id('Whose tasks; default the one who asks. For administrators.')),
  deputy: id('A colleague of the same department.'),
  startsAt: instant('From when, in epoch milliseconds.'),
  endsAt: instant('Until when.'),
  scope: v.optional(
    v.object({
      roles: some('Only tasks asked of one of these roles.'),
      measures: some('Only in these measures.'),
      items: some('Only about items with these codes.'),
    }),
  ),
  reason,
});
export const messageBody = v.object({
  commandId,
  name: id('Message name.'),
  key: id('Correlation value, e.g. the project code.'),
  values: v.optional(values),
});
export const draftBody = v.object({
  revision,
  files: v.pipe(v.record(id('Path inside the measure.', 300), v.nullable(v.string())), v.description('Whole files by path; null deletes.')),
});
export const publishBody = v.object({ commandId, revision, note: v.optional(text('What changed.', 2000)) });
export const currentBody = v.object({ commandId });
export const copyBody = v.object({ releaseId: id('Release of a level above.'), title: text('What the copy is called.', 200) });
export const upgradeBody = v.object({ ...draftBody.entries, releaseId: id('Release that the copy goes over to.') });
export const undoUpgradeBody = v.object({ revision });

// What hosts and administrators do to cases from outside.

const page = { cursor: v.optional(text('From the previous page.', 500)), limit: v.optional(v.pipe(whole, v.minValue(1), v.maxValue(200))) };
const bodyPage = { cursor: page.cursor, limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(200))) };
const yesNo = v.pipe(
  v.picklist(['true', 'false']),
  v.transform((word) => word === 'true'),
);
const person = v.object({ id: id('Person id.'), name: text('Name.', 200) });
const day = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/));
const localText = v.objectWithRest({ 'zh-CN': text('In Chinese.', 500) }, v.string());
const minutes = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1440));
const calendar = v.object({
  formatVersion: v.literal(1),
  id: id('Calendar id.'),
  name: localText,
  offsetMinutes: v.pipe(v.number(), v.integer(), v.minValue(-840), v.maxValue(840)),
  weekend: v.pipe(v.array(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(7))), v.maxLength(7)),
  holidays: v.pipe(v.array(v.object({ name: localText, from: day, to: day })), v.maxLength(2000)),
  makeUpDays: v.pipe(v.array(day), v.maxLength(2000)),
  hours: v.optional(v.pipe(v.array(v.tuple([minutes, minutes])), v.maxLength(24))),
  publishedFrom: v.optional(day),
  publishedThrough: day,
});
const migration = {
  to: id('Release that the cases go to.'),
  from: v.optional(id('Only cases of this release.')),
  caseIds: ids('Only these cases.'),
  mapping: v.optional(v.pipe(v.record(v.string(), id('Id of an element.')), v.description('New id by old id, where they differ.'))),
};

export const caseQuery = v.object({
  measureId: v.optional(id('Measure id.')),
  startedBy: v.optional(id('Person id.')),
  open: v.optional(yesNo),
  incidents: v.optional(
    v.pipe(
      v.literal('true'),
      v.transform(() => true as const),
    ),
  ),
  text: v.optional(text('Text in title, key or applicant.', 100)),
  light: v.optional(light),
  ...page,
});
export const historyQuery = v.object({
  after: v.optional(v.pipe(v.string(), v.regex(/^\d{1,15}$/), v.transform(Number), v.integer())),
  limit: page.limit,
});
const paperCase = {
  measureId: id('Measure id.'),
  starter: person,
  startedAt: instant('When it began.'),
  places: v.pipe(
    v.array(v.object({ nodeId: id('Where it stands.'), since: instant('Since when.'), assignee: v.optional(person) })),
    v.minLength(1),
    v.maxLength(200),
  ),
  done: v.optional(
    v.pipe(
      v.array(
        v.object({
          nodeId: id('What was done.'),
          at: instant('When.'),
          byName: v.optional(text('By whom.', 200)),
          outcome: v.optional(text('How.', 200)),
          comment,
        }),
      ),
      v.maxLength(1000),
    ),
  ),
  projectCode: v.optional(id('Unified project code.', 64)),
  variables: variables('Variables of the case.'),
  data: v.optional(v.pipe(v.record(v.string(), v.record(v.string(), v.unknown())), v.description('Fields by form key.'))),
  comment,
};
export const enterBody = v.object({ commandId, ...paperCase });
export const entryQuery = v.object({ measureId: paperCase.measureId, projectCode: paperCase.projectCode });
export const enterPreviewBody = v.object(paperCase);
export const receiveBody = v.object({
  commandId,
  name: id('Message name.'),
  key: text('Correlation value.', 200),
  variables: variables('What the message brings.'),
  ttlMs: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.description('How long it is kept when nobody waits for it.'))),
});
export const signalBody = v.object({ commandId, name: id('Signal name.'), variables: variables('What the signal brings.') });
const planned = {
  until: v.optional(instant('It ends by itself then.')),
  term: v.optional(
    v.pipe(
      v.object({
        amount: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000)),
        unit: v.picklist(['workingDay', 'calendarDay', 'month', 'year', 'hour']),
        firstDayCounts: v.optional(v.boolean()),
      }),
      v.description('It ends by itself after this; neither: as the measure says of the reason.'),
    ),
  ),
  openEnded: v.optional(v.pipe(v.boolean(), v.description('Somebody ends it, whatever the measure says of the reason.'))),
};
export const pauseBody = v.object({
  commandId,
  reason: id('One that limits of the measure list under `pauses`.'),
  from: v.optional(instant('Since when; default now.')),
  to: v.optional(instant('Until when, for a stretch that is over.')),
  ...planned,
  comment,
});
export const resumeBody = v.object({ commandId, reason: pauseBody.entries.reason, comment });
export const movePauseBody = v.object({
  commandId,
  reason: v.pipe(v.string(), v.minLength(1), v.maxLength(200), v.description('Of a pause that lasts.')),
  until: v.optional(instant('It ends by itself then; absent: somebody ends it.')),
  comment: v.pipe(v.string(), v.minLength(1), v.maxLength(2000), v.description('Why.')),
});
export const pausePreviewBody = v.object({
  reason: pauseBody.entries.reason,
  from: pauseBody.entries.from,
  to: v.optional(instant('When it ends, or would if somebody ended it then.')),
  ...planned,
});
export const calendarPath = v.object({ calendarId: id('Calendar id.') });
export const calendarQuery = v.object({ version: v.optional(v.pipe(whole, v.minValue(0))) });
export const editionPath = v.object({ calendarId: id('Calendar id.'), version: whole });
export const calendarBody = v.object({
  calendar,
  version: v.pipe(v.number(), v.integer(), v.minValue(0), v.description('Of the edition that was edited; 0 when there was none.')),
});
export const calendarPreviewBody = v.object({ calendar: v.optional(calendar), ...bodyPage });
export const migrationPreviewBody = v.object({ ...migration, ...bodyPage });
export const migrationBody = v.object({ commandId, ...migration });
export const incidentQuery = v.object({ measureId: v.optional(id('Measure id.')), ...page });
export const pageQuery = v.object(page);
export const eraseBody = v.object({ commandId, person: id('Id of the person.') });
