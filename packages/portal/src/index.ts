/**
 * The elements people work in; each talks to a `CaseService`, in the page or over HTTP. Importing this registers nothing.
 *
 * @example
 * ```ts
 * import '@tongban/portal/define';
 * import { createCaseClient } from '@tongban/client';
 * document.querySelector('tb-inbox').service = createCaseClient({ baseUrl: '/api/v1' });
 * ```
 */
// elements
export { CaseElement } from './case.ts';
export { Deputies } from './deputies.ts';
// events
export { CaseOpenEvent, CaseStartedEvent, InboxOpenEvent, TaskDoneEvent, TaskOpenEvent } from './events.ts';
export { FlowPictureElement } from './flow-picture.ts';
export { Inbox } from './inbox.ts';
export { IssuedDocumentElement } from './issued-document.ts';
export { portalMessages } from './portal-messages.ts';
export { StartCase } from './start-case.ts';
export { TaskElement } from './task.ts';
export { Timeline } from './timeline.ts';
