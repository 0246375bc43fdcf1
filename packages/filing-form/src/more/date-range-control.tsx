/** From one day to another: two dates, and how many days that is. */
import { type DateRangeField, dayOf, isJsonObject, type Json } from '@tongban/model';
import type { JSX } from 'react';
import { type ControlProps, groupProps } from '../controls/control-props.ts';
import { DateControl } from '../controls/date-control.tsx';
import { daysBetween } from '../day-math.ts';
import { useScope } from '../view/scope.ts';
import { moreMessages } from './more-messages.ts';

/** The control of a date range field. */
export function DateRangeControl(props: ControlProps<DateRangeField>): JSX.Element {
  const { field, value, ids, onChange, label, invalid } = props;
  const { locale } = useScope();
  const say = moreMessages.in(locale);
  const range = isJsonObject(value) ? value : {};
  const set = (end: 'from' | 'to', day: Json): void => {
    const next = { ...range, [end]: day };
    const kept = Object.fromEntries(Object.entries(next).filter(([, one]) => one !== null && one !== ''));
    onChange(Object.keys(kept).length === 0 ? null : kept);
  };
  const end = (name: 'from' | 'to'): JSX.Element => (
    <DateControl
      {...props}
      field={{ kind: 'date', id: field.id, key: field.key, label: field.label }}
      ids={{ control: name === 'from' ? ids.control : `${ids.control}-to`, label: ids.label }}
      value={range[name] ?? null}
      onChange={(day) => set(name, day)}
      onLeave={() => undefined}
      invalid={invalid && (range['from'] === undefined || range[name] === undefined || range['to'] !== undefined)}
      label={`${label} ${say(name)}`}
      compact
    />
  );
  const [from, to] = [dayOf(range['from'] ?? null), dayOf(range['to'] ?? null)];
  return (
    <div className="range" {...groupProps(props)}>
      {end('from')}
      <span aria-hidden="true">—</span>
      {end('to')}
      {from === undefined || to === undefined || to < from ? null : (
        <span className="hint">{say('rangeDays', { count: daysBetween(from, to) + 1 })}</span>
      )}
    </div>
  );
}
