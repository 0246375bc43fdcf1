/** What the views beside the canvas ask of the designer. Inside the designer only. */
import type { DesignCommand } from '../design-command.ts';

/** `tb-view-go`: the field is to be shown in the form; `''` is the form itself. */
export class ViewGoEvent extends Event {
  static readonly type = 'tb-view-go';
  readonly fieldId: string;

  constructor(fieldId: string) {
    super(ViewGoEvent.type, { bubbles: true, composed: false });
    this.fieldId = fieldId;
  }
}

/** `tb-view-run`: the form is to be edited; `settled` ends the step. */
export class ViewRunEvent extends Event {
  static readonly type = 'tb-view-run';
  readonly command: DesignCommand;
  readonly settled: boolean;

  constructor(command: DesignCommand, settled = true) {
    super(ViewRunEvent.type, { bubbles: true, composed: false });
    this.command = command;
    this.settled = settled;
  }
}

declare global {
  interface HTMLElementEventMap {
    'tb-view-go': ViewGoEvent;
    'tb-view-run': ViewRunEvent;
  }
}
