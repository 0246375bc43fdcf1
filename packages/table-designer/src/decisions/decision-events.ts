/** What `<tb-decision-designer>` tells its host. */
import type { DecisionModel } from '@tongban/model';

/** `tb-decisions-change`: the model was edited, undone or redone. */
export class DecisionsChangeEvent extends Event {
  static readonly type = 'tb-decisions-change';
  readonly model: DecisionModel;

  constructor(model: DecisionModel) {
    super(DecisionsChangeEvent.type, { bubbles: true, composed: true });
    this.model = model;
  }
}

/** `tb-decision-select`: another element of the model is shown. */
export class DecisionSelectEvent extends Event {
  static readonly type = 'tb-decision-select';
  readonly id: string;

  constructor(id: string) {
    super(DecisionSelectEvent.type, { bubbles: true, composed: true });
    this.id = id;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'tb-decisions-change': DecisionsChangeEvent;
    'tb-decision-select': DecisionSelectEvent;
  }
}
