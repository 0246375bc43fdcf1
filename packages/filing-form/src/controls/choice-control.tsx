/** One choice (radio, select) or several (checkboxes). */
import { type ChoiceField, type Json, textIn } from '@tongban/model';
import type { JSX } from 'react';
import { useScope } from '../view/scope.ts';
import { type ControlProps, groupProps, inputAria } from './control-props.ts';

/** The control of a select field. */
export function SelectControl(props: ControlProps<ChoiceField>): JSX.Element {
  const { field, value, ids, onChange, onLeave } = props;
  const { say, locale } = useScope();
  const current = typeof value === 'string' ? value : '';
  const known = current === '' || field.choices.some((choice) => choice.value === current);
  return (
    <select
      className="select"
      id={ids.control}
      {...inputAria(props)}
      value={current}
      onChange={(event) => onChange(event.currentTarget.value === '' ? null : event.currentTarget.value)}
      onBlur={onLeave}
    >
      <option value="">{say('pleaseChoose')}</option>
      {known ? null : <option value={current}>{current}</option>}
      {field.choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {textIn(choice.label, locale)}
        </option>
      ))}
    </select>
  );
}

/** The control of a radio field. */
export function RadioControl(props: ControlProps<ChoiceField>): JSX.Element {
  const { field, value, ids, onChange, invalid, required } = props;
  const { locale } = useScope();
  return (
    <div
      className="choices"
      {...groupProps(props)}
      role="radiogroup"
      aria-invalid={invalid ? true : undefined}
      aria-required={required ? true : undefined}
    >
      {field.choices.map((choice, index) => (
        <label className="choice" key={choice.value}>
          <input
            type="radio"
            id={index === 0 ? ids.control : undefined}
            name={ids.control}
            value={choice.value}
            checked={value === choice.value}
            onChange={() => onChange(choice.value)}
          />
          {textIn(choice.label, locale)}
        </label>
      ))}
    </div>
  );
}

/** The control of a checkboxes field. */
export function CheckboxesControl(props: ControlProps<ChoiceField>): JSX.Element {
  const { field, value, ids, onChange, describedBy, invalid } = props;
  const { locale } = useScope();
  const chosen = stringsOf(value);
  const toggle = (choice: string, on: boolean): void => {
    const next = field.choices.map((one) => one.value).filter((one) => (one === choice ? on : chosen.includes(one)));
    onChange(next);
  };
  return (
    <div className="choices" {...groupProps(props)}>
      {field.choices.map((choice, index) => (
        <label className="choice" key={choice.value}>
          <input
            type="checkbox"
            id={index === 0 ? ids.control : undefined}
            aria-invalid={invalid ? true : undefined}
            aria-describedby={describedBy}
            checked={chosen.includes(choice.value)}
            onChange={(event) => toggle(choice.value, event.currentTarget.checked)}
          />
          {textIn(choice.label, locale)}
        </label>
      ))}
    </div>
  );
}

/** The strings of a list value; none when it is something else. */
export function stringsOf(value: Json): readonly string[] {
  return Array.isArray(value) ? (value as readonly Json[]).filter((entry) => typeof entry === 'string') : [];
}
