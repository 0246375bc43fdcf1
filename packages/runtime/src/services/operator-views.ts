/** What people of the office look at before they act: loaded when it is first asked for, so that running cases does without it. */

export { previewEntry } from './entry-preview.ts';
export { entrySheet } from './entry-sheet.ts';
export { flowElements } from './flow-elements.ts';
export { incidentView } from './incident-view.ts';
export { pausedCases, pausesOfCase, previewPause } from './pause-views.ts';
