/** What `<tb-flow-designer>` tells its host. */
import type { MeasureManifest, Scenario } from '@tongban/model';

/** `tb-flow-change`: the flow was edited; `xml` is the whole file, formatted. */
export class FlowChangeEvent extends Event {
  static readonly type = 'tb-flow-change';
  readonly xml: string;

  constructor(xml: string) {
    super(FlowChangeEvent.type, { bubbles: true, composed: true });
    this.xml = xml;
  }
}

/** `tb-flow-select`: another element is selected; empty when none is. */
export class FlowSelectEvent extends Event {
  static readonly type = 'tb-flow-select';
  readonly elementId: string;

  constructor(elementId: string) {
    super(FlowSelectEvent.type, { bubbles: true, composed: true });
    this.elementId = elementId;
  }
}

/** `tb-measure-change`: something of the measure itself was edited from the flow, e.g. a limit. */
export class MeasureChangeEvent extends Event {
  static readonly type = 'tb-measure-change';
  readonly manifest: MeasureManifest;

  constructor(manifest: MeasureManifest) {
    super(MeasureChangeEvent.type, { bubbles: true, composed: true });
    this.manifest = manifest;
  }
}

/** `tb-scenario-save`: what was clicked in a trial is to be kept as a sample case of the measure. */
export class ScenarioSaveEvent extends Event {
  static readonly type = 'tb-scenario-save';
  readonly scenario: Scenario;

  constructor(scenario: Scenario) {
    super(ScenarioSaveEvent.type, { bubbles: true, composed: true });
    this.scenario = scenario;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'tb-flow-change': FlowChangeEvent;
    'tb-flow-select': FlowSelectEvent;
    'tb-measure-change': MeasureChangeEvent;
    'tb-scenario-save': ScenarioSaveEvent;
  }
}
