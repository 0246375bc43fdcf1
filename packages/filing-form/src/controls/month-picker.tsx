/** A month to choose a day from, by the date picker dialog pattern of WAI-ARIA: arrows, Home, End, Page Up, Page Down, Escape. */
import { formatDay } from '@tongban/element-kit';
import { type JSX, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { addDays, addMonths, weekdayOf, weeksOf } from '../day-math.ts';
import { Icon } from '../view/icon.tsx';
import { useScope } from '../view/scope.ts';

/** What it shows and tells. */
export interface MonthPickerProps {
  readonly chosen: string | undefined;
  readonly today: string;
  readonly earliest: string | undefined;
  readonly latest: string | undefined;
  readonly onChoose: (day: string) => void;
  readonly onClose: () => void;
}

/** One month of days; one of them has the focus. */
export function MonthPicker({ chosen, today, earliest, latest, onChoose, onClose }: MonthPickerProps): JSX.Element {
  const { say, locale, calendar } = useScope();
  const clamp = (day: string): string =>
    earliest !== undefined && day < earliest ? earliest : latest !== undefined && day > latest ? latest : day;
  const [day, setDay] = useState(() => clamp(chosen ?? today));
  const box = useRef<HTMLDivElement>(null);
  const follow = useRef(true);
  const [year = '', month = ''] = day.split('-');
  /** 休 on weekdays that are off, 班 on weekends that are worked. */
  const markOf = (at: string): string => {
    const works = calendar?.isWorkingDay(at);
    return works === undefined || works === weekdayOf(at) < 5 ? '' : say(works ? 'worked' : 'off');
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus follows the day
  useEffect(() => {
    if (follow.current) box.current?.querySelector<HTMLElement>('[tabindex="0"][data-day]')?.focus();
  }, [day]);

  const go = (to: string, focus: boolean): void => {
    follow.current = focus;
    setDay(clamp(to));
  };
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      onClose();
      return;
    }
    if (event.key === 'Tab') keepInside(event, box.current);
    if (!(event.target as HTMLElement).matches('[data-day]')) return;
    const to = KEYS[event.key]?.(day, event.shiftKey);
    if (to === undefined) return;
    event.preventDefault();
    go(to, true);
  };
  const turn = (months: number, name: 'previous' | 'next' | 'previousYear' | 'nextYear', label: string): JSX.Element => (
    <button
      className="button quiet icon-only"
      type="button"
      aria-label={label}
      title={label}
      onClick={() => go(addMonths(day, months), false)}
    >
      <Icon name={name} />
    </button>
  );
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys of the dialog around it
    <div ref={box} onKeyDown={press}>
      <div className="calendar-head">
        {turn(-12, 'previousYear', say('previousYear'))}
        {turn(-1, 'previous', say('previousMonth'))}
        <h3 aria-live="polite">{say('yearMonth', { year: Number(year), month: Number(month) })}</h3>
        {turn(1, 'next', say('nextMonth'))}
        {turn(12, 'nextYear', say('nextYear'))}
      </div>
      <table className="month">
        <thead>
          <tr>
            {WEEK.map((weekday) => (
              <th key={weekday} scope="col">
                {say('weekdays')[weekday]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(day).map((week) => (
            <tr key={week[0]}>
              {week.map((at) => (
                <td key={at}>
                  <button
                    className={at.startsWith(`${year}-${month}-`) ? 'day' : 'day outside'}
                    type="button"
                    data-day={at}
                    tabIndex={at === day ? 0 : -1}
                    aria-label={`${formatDay(at, locale)} ${markOf(at)}`.trim()}
                    data-mark={markOf(at) || undefined}
                    aria-pressed={at === chosen}
                    aria-current={at === today ? 'date' : undefined}
                    data-weekend={weekdayOf(at) > 4 ? '' : undefined}
                    disabled={at !== clamp(at)}
                    onClick={() => onChoose(at)}
                  >
                    {Number(at.slice(8))}
                  </button>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <div className="calendar-foot">
        <button className="button quiet" type="button" disabled={today !== clamp(today)} onClick={() => onChoose(today)}>
          {say('today')}
        </button>
        <button className="button quiet" type="button" onClick={onClose}>
          {say('close')}
        </button>
      </div>
    </div>
  );
}

const WEEK = [0, 1, 2, 3, 4, 5, 6] as const;

const KEYS: Readonly<Record<string, (day: string, shift: boolean) => string>> = {
  ArrowLeft: (day) => addDays(day, -1),
  ArrowRight: (day) => addDays(day, 1),
  ArrowUp: (day) => addDays(day, -7),
  ArrowDown: (day) => addDays(day, 7),
  Home: (day) => addDays(day, -weekdayOf(day)),
  End: (day) => addDays(day, 6 - weekdayOf(day)),
  PageUp: (day, shift) => addMonths(day, shift ? -12 : -1),
  PageDown: (day, shift) => addMonths(day, shift ? 12 : 1),
};

/** A modal dialog keeps Tab inside. */
function keepInside(event: KeyboardEvent, box: HTMLElement | null): void {
  const stops = [...(box?.querySelectorAll<HTMLElement>('button:not(:disabled):not([tabindex="-1"])') ?? [])];
  const leaving = event.shiftKey ? stops[0] : stops.at(-1);
  if (event.target !== leaving) return;
  event.preventDefault();
  (event.shiftKey ? stops.at(-1) : stops[0])?.focus();
}
