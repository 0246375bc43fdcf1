/** What people of the office look at before they act on cases from outside: nothing here changes a case. Times are epoch milliseconds. */
import type { Department } from './actor.ts';
import type { CalendarData } from './calendar-data.ts';
import type { NamedId } from './case-operations.ts';
import type { FormView, Page } from './case-service.ts';
import type { Problem } from './errors.ts';
import type { FlowNodeKind } from './flow.ts';
import type { CaseClockReading, EnterOrder, IncidentSummary, MovedClock, PageQuery, PauseOrder } from './host-service.ts';
import type { Item } from './item.ts';
import type { JsonObject } from './json.ts';
import type { ClockReading, PauseTerm } from './limit.ts';

/** An incident with what can be corrected before it is tried again. */
export interface IncidentView extends IncidentSummary {
  /** Variables that its step can read, by name. */
  readonly variables: JsonObject;
  /** The forms of the case as they stand, all of them to be written. */
  readonly forms: readonly FormView[];
  /** What FEEL in these forms may read beside them. */
  readonly context: JsonObject;
  readonly items: readonly Item[];
  readonly departments: readonly Department[];
  readonly calendar: CalendarData;
}

/** A pause that lasts. */
export interface LastingPause {
  readonly reason: string;
  readonly name: string;
  /** Absent while no clock stands still for it. */
  readonly since?: number;
  /** It was begun by command and can be ended by one; else the flow, or a correction, ends it. */
  readonly byCommand: boolean;
  /** When it ends by itself, where that is planned. */
  readonly until?: number;
}

/** A reason for which the clocks of a case may stand still, and for how long when nothing else is said. */
export interface PauseChoice extends NamedId {
  readonly term?: PauseTerm;
}

/** How the clocks of a case stand still, and for what reasons they may. */
export interface CasePauses {
  readonly caseId: string;
  readonly title: string;
  /** What limits of the measure list under `pauses`. */
  readonly reasons: readonly PauseChoice[];
  readonly lasting: readonly LastingPause[];
  readonly clocks: readonly CaseClockReading[];
}

/** A running case whose clocks stand still. */
export interface PausedCase {
  readonly caseId: string;
  readonly title: string;
  readonly key?: string;
  readonly applicant?: string;
  readonly pauses: readonly LastingPause[];
  /** Its most urgent clock. */
  readonly clock?: ClockReading;
}

/** A pause that is thought of; for a reason that lasts by command, another end of that pause: `until`, `to` for ending it then, or `openEnded`. */
export type PausePreviewQuery = Pick<PauseOrder, 'caseId' | 'reason' | 'from' | 'until' | 'term' | 'openEnded'> & {
  /** When it ends, or would if somebody ended it then; a moment to come is allowed here. */
  readonly to?: number;
};

/** A calendar by which cases are reckoned. */
export interface CalendarInUse {
  readonly calendar: CalendarData;
  /** Number of its latest edition; 0: it is the one that came with the measure. */
  readonly version: number;
  /** Titles of the measures whose current release uses it. */
  readonly measures: readonly string[];
}

/** An element of a release, for choosing. */
export interface FlowElement {
  readonly nodeId: string;
  /** Its name, or its id when it has none. */
  readonly name: string;
  readonly kind: FlowNodeKind;
  /** The sub-process it is in. */
  readonly within?: string;
  /** Whether a case from paper can stand there. */
  readonly entry: boolean;
}

/** What entering a case from paper asks for. */
export interface EntrySheet {
  readonly releaseId: string;
  readonly title: string;
  readonly elements: readonly FlowElement[];
  /** The forms of the measure, all to be written, with what the register knows of the project. */
  readonly forms: readonly FormView[];
  /** What FEEL in these forms may read beside them. */
  readonly context: JsonObject;
  readonly items: readonly Item[];
  readonly departments: readonly Department[];
  readonly calendar: CalendarData;
}

/** What would become of a case from paper; nothing is entered. */
export interface EntryPreview {
  /** Not empty: it cannot be entered. */
  readonly problems: readonly Problem[];
  readonly clocks: readonly CaseClockReading[];
  /** Tasks that it would open. */
  readonly opens: readonly NamedId[];
}

/** The questions of the HostService that are asked before something is done. */
export interface HostViews {
  /** @throws RUNTIME_NOT_ALLOWED, RUNTIME_CASE_UNKNOWN, RUNTIME_INCIDENT_CLOSED */
  incident(caseId: string, incidentId: number): Promise<IncidentView>;
  /** For operators, and for the offices that work on the case. @throws RUNTIME_NOT_ALLOWED, RUNTIME_CASE_UNKNOWN */
  pauses(caseId: string): Promise<CasePauses>;
  /** The clocks that a pause would move; none by one that has no end yet. @throws RUNTIME_NOT_ALLOWED, RUNTIME_CASE_UNKNOWN */
  previewPause(query: PausePreviewQuery): Promise<readonly MovedClock[]>;
  /** Running cases whose clocks stand still, started last first; `limit` counts the cases looked at. @throws RUNTIME_NOT_ALLOWED */
  pausedCases(query?: PageQuery): Promise<Page<PausedCase>>;
  /** What entering a case of a measure asks for. @throws RUNTIME_NOT_ALLOWED, RUNTIME_RELEASE_UNKNOWN, RUNTIME_PROJECT_UNKNOWN */
  entrySheet(query: Pick<EnterOrder, 'measureId' | 'projectCode'>): Promise<EntrySheet>;
  /** What would become of a case from paper. */
  previewEnter(order: Omit<EnterOrder, 'commandId'>): Promise<EntryPreview>;
  /** The calendars by which the current releases reckon. @throws RUNTIME_NOT_ALLOWED */
  calendars(): Promise<readonly CalendarInUse[]>;
  /** The elements of a release: those that somebody or something can stand at. @throws RUNTIME_RELEASE_UNKNOWN */
  flowElements(releaseId: string): Promise<readonly FlowElement[]>;
}
