/** Registers the portal's tags and those they use. */
import '@tongban/element-kit/define';
import '@tongban/filing-form/define';
import { defineElement } from '@tongban/element-kit';
import { CaseElement } from './case.ts';
import { Deputies } from './deputies.ts';
import { FlowPictureElement } from './flow-picture.ts';
import { Inbox } from './inbox.ts';
import { IssuedDocumentElement } from './issued-document.ts';
import { OperationBar } from './operation-bar.ts';
import { StartCase } from './start-case.ts';
import { TaskElement } from './task.ts';
import { Timeline } from './timeline.ts';

defineElement('tb-inbox', Inbox);
defineElement('tb-start-case', StartCase);
defineElement('tb-deputies', Deputies);
defineElement('tb-task', TaskElement);
defineElement('tb-operation-bar', OperationBar);
defineElement('tb-case', CaseElement);
defineElement('tb-flow-picture', FlowPictureElement);
defineElement('tb-timeline', Timeline);
defineElement('tb-document', IssuedDocumentElement);
