/** One choice (radio, select) or several (checkboxes). */
import { type ChoiceField, type Json, textIn } from '@tongban/model';
import type { JSX } from 'react';
import { useScope } from '../view/scope.ts';
import { type ControlProps, inputAria } from './control-props.ts';

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
  const { field, value, ids, onChange, onLeave, describedBy, invalid, required, compact, label } = props;
  const { locale } = useScope();
  return (
    <div
      className="choices"
      role="radiogroup"
      aria-labelledby={compact ? undefined : ids.label}
      aria-label={compact ? label : undefined}
      aria-describedby={describedBy}
      aria-invalid={invalid ? true : undefined}
      aria-required={required ? true : undefined}
      onBlur={leaving(onLeave)}
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
  const { field, value, ids, onChange, onLeave, describedBy, invalid, compact, label } = props;
  const { locale } = useScope();
  const chosen = stringsOf(value);
  const toggle = (choice: string, on: boolean): void => {
    const next = field.choices.map((one) => one.value).filter((one) => (one === choice ? on : chosen.includes(one)));
    onChange(next);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: its legend is the label of the field
    <div
      className="choices"
      role="group"
      aria-labelledby={compact ? undefined : ids.label}
      aria-label={compact ? label : undefined}
      aria-describedby={describedBy}
      onBlur={leaving(onLeave)}
    >
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

/** Calls `onLeave` when the focus leaves the whole group. */
export function leaving(onLeave: () => void): (event: React.FocusEvent) => void {
  return ({ currentTarget, relatedTarget }) => {
    if (!currentTarget.contains(relatedTarget as Node | null)) onLeave();
  };
}
