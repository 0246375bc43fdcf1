/** What the portal elements tell the page around them. */

/** `tb-task-open`: somebody wants to work on a task. */
export class TaskOpenEvent extends Event {
  static readonly type = 'tb-task-open';
  readonly taskId: string;
  readonly caseId: string;

  constructor(taskId: string, caseId: string) {
    super(TaskOpenEvent.type, { bubbles: true, composed: true, cancelable: true });
    this.taskId = taskId;
    this.caseId = caseId;
  }
}

/** `tb-case-open`: somebody wants to see a case. */
export class CaseOpenEvent extends Event {
  static readonly type = 'tb-case-open';
  readonly caseId: string;

  constructor(caseId: string) {
    super(CaseOpenEvent.type, { bubbles: true, composed: true, cancelable: true });
    this.caseId = caseId;
  }
}

/** `tb-case-started`: a case was started; its first task is open when it is the person's own. */
export class CaseStartedEvent extends Event {
  static readonly type = 'tb-case-started';
  readonly caseId: string;
  readonly taskId: string | undefined;

  constructor(caseId: string, taskId: string | undefined) {
    super(CaseStartedEvent.type, { bubbles: true, composed: true });
    this.caseId = caseId;
    this.taskId = taskId;
  }
}

/** `tb-task-done`: a task was completed, returned, rejected or handed over. */
export class TaskDoneEvent extends Event {
  static readonly type = 'tb-task-done';
  readonly taskId: string;
  readonly caseId: string;

  constructor(taskId: string, caseId: string) {
    super(TaskDoneEvent.type, { bubbles: true, composed: true });
    this.taskId = taskId;
    this.caseId = caseId;
  }
}

/** `tb-inbox-open`: somebody wants to go back to the list. */
export class InboxOpenEvent extends Event {
  static readonly type = 'tb-inbox-open';

  constructor() {
    super(InboxOpenEvent.type, { bubbles: true, composed: true, cancelable: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'tb-task-open': TaskOpenEvent;
    'tb-case-open': CaseOpenEvent;
    'tb-case-started': CaseStartedEvent;
    'tb-task-done': TaskDoneEvent;
    'tb-inbox-open': InboxOpenEvent;
  }
}
