/** `tb-part-change`: a panel of the studio has a new value for its part of the measure. */
export class PartChangeEvent<T = unknown> extends Event {
  static readonly type = 'tb-part-change';
  readonly value: T;

  constructor(value: T) {
    super(PartChangeEvent.type, { bubbles: false, composed: false });
    this.value = value;
  }
}
