/** A calendar day: typed in any usual way of writing, or chosen from a month. The browser's own date input speaks English here. */
import { closeFromOutside, formatDay, placeFloating, unplaceFloating } from '@tongban/element-kit';
import { isCalendarDay } from '@tongban/form';
import { type DateField, dayOf, type Json } from '@tongban/model';
import { type JSX, useEffect, useRef, useState } from 'react';
import { readDay } from '../day-math.ts';
import type { Say } from '../filing-messages.ts';
import { type FormCalendar, workingDaysUntil } from '../form-calendar.ts';
import { Icon } from '../view/icon.tsx';
import { useScope } from '../view/scope.ts';
import { type ControlProps, inputAria } from './control-props.ts';
import { MonthPicker } from './month-picker.tsx';
import { useTypedText } from './use-typed-text.ts';

/** The control of a date field. */
export function DateControl(props: ControlProps<DateField>): JSX.Element {
  const { value, ids, onChange, onLeave, label, verdict } = props;
  const { say, today, locale, calendar } = useScope();
  const [open, setOpen] = useState(false);
  const typed = useTypedText({ value, show, read, onChange, onLeave });
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const day = dayOf(value);
  const hint = props.compact ? '' : workingDayHint(calendar, today, day, say);
  const action = say('chooseDay', { label: day === undefined ? label : `${label} ${formatDay(day, locale)}` });

  useEffect(() => {
    const floating = panel.current;
    if (!open || floating === null || box.current === null) return undefined;
    placeFloating(floating, box.current);
    const stop = closeFromOutside(box.current, () => setOpen(false));
    return () => {
      stop();
      unplaceFloating(floating);
    };
  }, [open]);

  const close = (): void => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    <div className="date" ref={box}>
      <div className="input-group">
        <input
          className="input"
          type="text"
          inputMode="numeric"
          autoComplete="off"
          placeholder={props.compact ? undefined : say('dayHint')}
          id={ids.control}
          {...inputAria(props)}
          {...typed}
        />
        <button
          className="button icon-only attached"
          type="button"
          ref={button}
          aria-label={action}
          title={say('calendar')}
          aria-haspopup="dialog"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          <Icon name="calendar" />
        </button>
      </div>
      {open ? (
        <div className="floating calendar" ref={panel} role="dialog" aria-modal="true" aria-label={action}>
          <MonthPicker
            chosen={day}
            today={today}
            earliest={verdict.earliest}
            latest={verdict.latest}
            onChoose={(chosen) => {
              onChange({ $date: chosen });
              close();
            }}
            onClose={close}
          />
        </div>
      ) : null}
      {hint === '' ? null : (
        <p className="hint" role="status">
          {hint}
        </p>
      )}
    </div>
  );
}

/** What the county's calendar says of a day to come. */
function workingDayHint(calendar: FormCalendar | undefined, today: string, day: string | undefined, say: Say): string {
  if (calendar === undefined || day === undefined) return '';
  const count = workingDaysUntil(calendar, today, day);
  const rest = calendar.isWorkingDay(day) === false ? say('dayOff') : '';
  return [count === undefined ? '' : say('workingDays', { count }), rest].filter((part) => part !== '').join(say('list'));
}

function show(value: Json): string {
  return dayOf(value) ?? (typeof value === 'string' ? value : '');
}

function read(text: string): Json {
  const day = readDay(text);
  return day !== undefined && isCalendarDay(day) ? { $date: day } : text;
}
