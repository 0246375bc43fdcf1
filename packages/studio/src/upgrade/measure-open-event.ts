/** `tb-measure-open`: somebody wants to work on a measure. */
export class MeasureOpenEvent extends Event {
  static readonly type = 'tb-measure-open';
  readonly measureId: string;

  constructor(measureId: string) {
    super(MeasureOpenEvent.type, { bubbles: true, composed: true });
    this.measureId = measureId;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'tb-measure-open': MeasureOpenEvent;
  }
}
