/** What people of the office look at before they act, and what they do seldom: loaded when it is first asked for, so that running cases does without it. */

export { calendarOf, calendarsInUse, previewCalendar, rescheduleCases, saveCalendar } from './calendars.ts';
export { broadcastSignal, deliverMessage, receiveMessage } from './deliver.ts';
export { enterCase } from './enter-case.ts';
export { previewEntry } from './entry-preview.ts';
export { entrySheet } from './entry-sheet.ts';
export { erasePerson } from './erase-person.ts';
export { evidenceOf, verifiedEvidence } from './evidence.ts';
export { flowElements } from './flow-elements.ts';
export { incidentView } from './incident-view.ts';
export { migrateCases, previewMigration } from './migrate-cases.ts';
export { pausedCases, pausesOfCase, previewPause } from './pause-views.ts';
export { rescheduledCases } from './rescheduled.ts';
