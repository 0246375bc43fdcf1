/** The real measure, as the studio hands it to the designer. */
import type { FormDocument, MeasureManifest } from '@tongban/model';
import flowXml from '../../../measures/mock-approval/flow.bpmn?raw';
import acceptance from '../../../measures/mock-approval/forms/acceptance.form.json?raw';
import application from '../../../measures/mock-approval/forms/application.form.json?raw';
import circulation from '../../../measures/mock-approval/forms/circulation.form.json?raw';
import entryCheck from '../../../measures/mock-approval/forms/entry-check.form.json?raw';
import jointMeeting from '../../../measures/mock-approval/forms/joint-meeting.form.json?raw';
import landDocuments from '../../../measures/mock-approval/forms/land-documents.form.json?raw';
import notice from '../../../measures/mock-approval/forms/notice.form.json?raw';
import promise from '../../../measures/mock-approval/forms/promise.form.json?raw';
import manifestText from '../../../measures/mock-approval/measure.json?raw';
import type { FlowContext } from '../flow-context.ts';

/** 模拟审批: its flow. */
export const realFlow: string = flowXml;

/** 模拟审批: what its flow may refer to. */
export const realContext: FlowContext = {
  manifest: JSON.parse(manifestText) as MeasureManifest,
  forms: [application, promise, acceptance, entryCheck, notice, circulation, jointMeeting, landDocuments].map(
    (text) => JSON.parse(text) as FormDocument,
  ),
  decisions: [{ id: 'DT-07' }, { id: 'DT-15', name: '准入条件' }, { id: 'DT-16', name: '重新报批情形' }],
  templates: [
    { id: 'acceptance-slip', name: { 'zh-CN': '投资建设项目模拟审批受理单' } },
    { id: 'mock-notice' },
    { id: 'rejection-notice' },
  ],
};
