/** Legal time limits, and the clocks that run in a case. Amounts are whole numbers of the unit. */
import type { LocalText } from './text.ts';

/** Units of legal limits: 工作日, 日/天 (natural), 月, 年, 小时. */
export type LimitUnit = 'workingDay' | 'calendarDay' | 'month' | 'year' | 'hour';

/** Green ●, yellow ▲, red ■. */
export type Light = 'green' | 'yellow' | 'red';

/** What happens when a limit is over: it shows red. What becomes of a task then is `tb:expiry` on the task. */
export type OnExpiry = 'light';

/** Somebody should hear of a limit before its light turns, or as it turns. */
export interface LimitNotice {
  readonly light: 'yellow' | 'red';
  /** How long before, in units of the limit (parts are allowed); default 0. */
  readonly ahead?: number;
  /** Roles of the measure, or `performer` for whoever has the work in hand; default `['performer']`. */
  readonly to?: readonly string[];
}

/** A legal time limit of a measure. */
export interface Limit {
  readonly id: string;
  readonly name: LocalText;
  readonly amount: number;
  readonly unit: LimitUnit;
  /** Whether the day it starts counts; default `false` (the first day is the next one). */
  readonly firstDayCounts?: boolean;
  /** Yellow when the remaining part is at most this fraction; default `[1, 5]` (one fifth). */
  readonly yellow?: readonly [part: number, whole: number];
  /** Pause reasons that stop this limit, e.g. `correction` (补正), `publicity` (公示), `expertReview`, `onePlusX`. */
  readonly pauses?: readonly string[];
  readonly notices?: readonly LimitNotice[];
  readonly onExpiry?: OnExpiry;
  /** Document and article, e.g. `003 附件4 §四（三）`. */
  readonly source?: string;
}

/**
 * How long something lasts, in units of limits. The first day counts, unless it says otherwise: it does not count for the limit either, so that a
 * pause of three days moves a due day by three.
 */
export interface PauseTerm {
  readonly amount: number;
  readonly unit: LimitUnit;
  /** Default `true`. */
  readonly firstDayCounts?: boolean;
}

/** Why clocks may stand still, and how long when nothing else is said. Limits name it under `pauses`. */
export interface PauseReason {
  readonly id: string;
  /** Default: the usual name of the usual reasons (`publicity`: 公示), else the id. */
  readonly name?: LocalText;
  /** A pause ends by itself after this; without it, somebody ends it. */
  readonly term?: PauseTerm;
  /** How many working days before a planned end word of it is given; without it, none is. */
  readonly ahead?: number;
  /** Roles that get this word; default whoever began the pause. */
  readonly to?: readonly string[];
  /** Document and article. */
  readonly source?: string;
}

/** A stretch of time in which a clock stands still; `to` is absent while it lasts. Epoch milliseconds. */
export interface Pause {
  readonly reason: string;
  readonly from: number;
  readonly to?: number;
  /** While it lasts: when it is to end by itself, where that is planned. */
  readonly until?: number;
}

/** The running of a limit in one case. Epoch milliseconds. */
export interface Clock {
  readonly limitId: string;
  readonly startedAt: number;
  readonly stoppedAt?: number;
  readonly pauses: readonly Pause[];
}

/** A clock as people see it at one moment. */
export interface ClockReading {
  readonly limitId: string;
  readonly name: LocalText;
  readonly light: Light;
  readonly unit: LimitUnit;
  readonly amount: number;
  /** Units used so far and left; negative when overdue. Parts of a unit are kept as decimals. */
  readonly used: number;
  readonly remaining: number;
  /** Epoch milliseconds; moves while a pause lasts whose end is not planned. */
  readonly dueAt: number;
  /** The due day reaches a year whose holidays are not published yet. */
  readonly provisional: boolean;
  readonly paused: boolean;
  /** While paused: when it goes on by itself, where that is planned. The due instant reckons with it. */
  readonly resumesAt?: number;
  readonly stopped: boolean;
}
