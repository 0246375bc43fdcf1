/** What the FEEL field tells. */

/** `tb-feel-input`: the text is being typed. */
export class FeelInputEvent extends Event {
  static readonly type = 'tb-feel-input';
  readonly value: string;

  constructor(value: string) {
    super(FeelInputEvent.type, { bubbles: true, composed: true });
    this.value = value;
  }
}

/** `tb-feel-change`: the text is settled: the field was left, or Enter was pressed in a field of one line. */
export class FeelChangeEvent extends Event {
  static readonly type = 'tb-feel-change';
  readonly value: string;

  constructor(value: string) {
    super(FeelChangeEvent.type, { bubbles: true, composed: true });
    this.value = value;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'tb-feel-input': FeelInputEvent;
    'tb-feel-change': FeelChangeEvent;
  }
}
