/** The service task handlers that every engine has. */
import { documentConvert } from './document-convert.ts';
import { documentIssue } from './document-issue.ts';
import { documentSetStatus } from './document-set-status.ts';
import type { Handler } from './handler.ts';
import { projectCheck } from './project-check.ts';

/** By the name that flows use. */
export const builtInHandlers: Readonly<Record<string, Handler>> = {
  'project.check': projectCheck,
  'document.issue': documentIssue,
  'document.convert': documentConvert,
  'document.setStatus': documentSetStatus,
};
