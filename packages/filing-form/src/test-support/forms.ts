/** The real forms of the mock approval, compiled, and people who meet them; for tests. */

import { parseFeel } from '@tongban/feel-parser';
import { compileForm } from '@tongban/form';
import type { Actor, CompiledForm, Department, FormDocument, Item } from '@tongban/model';
import creditPromise from '../../../measures/forms/F-05.form.json';
import tolerantApplication from '../../../measures/forms/F-06.form.json';
import tolerantNotice from '../../../measures/forms/F-07.form.json';
import creditCertificate from '../../../measures/forms/F-08.form.json';
import acceptance from '../../../measures/mock-approval/forms/acceptance.form.json';
import application from '../../../measures/mock-approval/forms/application.form.json';
import circulation from '../../../measures/mock-approval/forms/circulation.form.json';
import entryCheck from '../../../measures/mock-approval/forms/entry-check.form.json';
import jointMeeting from '../../../measures/mock-approval/forms/joint-meeting.form.json';
import landDocuments from '../../../measures/mock-approval/forms/land-documents.form.json';
import notice from '../../../measures/mock-approval/forms/notice.form.json';
import promise from '../../../measures/mock-approval/forms/promise.form.json';

const OTHER_NAMES = ['application', 'promise', 'item'];

/** Compiles a document with the parser of the workspace; throws with its problems when it has an error. */
export function compiled(document: unknown): CompiledForm {
  const answer = compileForm(document as FormDocument, (text, names) => parseFeel(text, { names }), OTHER_NAMES);
  if (answer.compiled === undefined) throw new Error(answer.problems.map(({ sentences }) => sentences.en).join('\n'));
  return answer.compiled;
}

/** Every form of the measure, by file name, and the paper forms of no measure. */
export const documents: Readonly<Record<string, unknown>> = {
  acceptance,
  application,
  circulation,
  'entry-check': entryCheck,
  'joint-meeting': jointMeeting,
  'land-documents': landDocuments,
  notice,
  promise,
  'F-05': creditPromise,
  'F-06': tolerantApplication,
  'F-07': tolerantNotice,
  'F-08': creditCertificate,
};

/** One of the forms, compiled. */
export function form(name: string): CompiledForm {
  return compiled(documents[name]);
}

export const departments: readonly Department[] = [
  { id: 'natural-resources', name: '县自然资源局' },
  { id: 'market-supervision', name: '县市场监管局' },
  { id: 'development-reform', name: '县发改局' },
  { id: 'housing', name: '县住建局' },
];

export const items: readonly Item[] = [
  item('FG-01', '固定资产投资项目节能审查', 'development-reform'),
  item('ZR-02', '建设工程规划许可证核发', 'natural-resources'),
  item('ZR-03', '建设用地规划许可证核发', 'natural-resources'),
  item('ZJ-01', '建筑工程施工许可证核发', 'housing'),
  { ...item('ZR-01', '建设项目用地预审与选址意见书核发', 'natural-resources'), modes: ['tolerant'] },
];

export const applicant: Actor = {
  id: 'u1',
  name: '马建国',
  tenant: 'jishishan',
  roles: ['applicant'],
  onBehalfOf: { id: 'e1', name: '积石山县绿源新能源有限公司' },
};

export const landOfficer: Actor = {
  id: 'u2',
  name: '李自然',
  tenant: 'jishishan',
  roles: ['handler'],
  department: 'natural-resources',
};

function item(code: string, name: string, department: string): Item {
  return { code, name: { 'zh-CN': name, en: code }, department, kind: 'promised', modes: ['mock'] };
}
