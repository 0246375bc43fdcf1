/** A release made of a program alone, for hosts that run plain BPMN on the engine: no forms, no tables, no documents. */
import { china } from '@tongban/calendar';
import type { CalendarData, FeelExpression, Limit, MeasureManifest, Program, Release } from '@tongban/model';

/** What a program does not say. */
export interface BareRelease {
  /** Id of the measure under which cases are started and listed. */
  readonly measureId: string;
  readonly title: string;
  /** Id of the release; another program needs another one. */
  readonly releaseId: string;
  readonly version?: string;
  /** Default: the national calendar. */
  readonly calendar?: CalendarData;
  readonly limits?: readonly Limit[];
  readonly pauses?: MeasureManifest['pauses'];
  readonly roles?: MeasureManifest['roles'];
  readonly departments?: MeasureManifest['departments'];
}

/** Makes the release. */
export function bareRelease(program: Program, facts: BareRelease): Release {
  const { measureId, title, releaseId, version = '1', calendar = china, limits = [], pauses, roles = [], departments = [] } = facts;
  return {
    formatVersion: 1,
    id: releaseId,
    manifest: {
      ...{ formatVersion: 1, id: measureId, version, title: { 'zh-CN': title }, parameters: [], roles, departments, limits },
      ...(pauses === undefined ? {} : { pauses }),
      case: { title: JSON.stringify(title), key: 'null' },
      parts: { flow: 'flow.bpmn', forms: [], tables: [], documents: [], calendar: 'calendar.json', scenarios: [] },
    },
    program,
    ...{ forms: {}, decisions: {}, templates: {}, items: [], calendar },
    picture: { width: 0, height: 0, shapes: [], edges: [] },
    caseTitle: { text: JSON.stringify(title), tree: { kind: 'string', at: NOWHERE, value: title }, reads: [] },
    caseKey: NO_KEY,
  };
}

const NOWHERE = [0, 0] as const;
const NO_KEY: FeelExpression = { text: 'null', tree: { kind: 'null', at: NOWHERE }, reads: [] };
