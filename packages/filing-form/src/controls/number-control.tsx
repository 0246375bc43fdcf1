/** A number with its unit, or money. What is typed is kept exactly: it never becomes a binary float. */
import { capitalAmount, numberText, parseNumberText } from '@tongban/form';
import type { Json, NumberField } from '@tongban/model';
import type { JSX } from 'react';
import { useScope } from '../view/scope.ts';
import { type ControlProps, inputAria } from './control-props.ts';
import { useTypedText } from './use-typed-text.ts';

/** The control of a number or money field. */
export function NumberControl(props: ControlProps<NumberField>): JSX.Element {
  const { field, value, ids, onChange, onLeave, compact } = props;
  const { say } = useScope();
  const typed = useTypedText({ value, show, read, onChange, onLeave });
  const capital = field.kind === 'money' && !compact ? capitalOf(field, value) : undefined;
  const unitId = `${ids.control}-unit`;
  const { 'aria-describedby': describedBy, ...aria } = inputAria(props);
  return (
    <>
      <div className="input-group">
        <input
          className="input number"
          type="text"
          inputMode="decimal"
          autoComplete="off"
          id={ids.control}
          {...aria}
          aria-describedby={[field.unit === undefined ? '' : unitId, describedBy ?? ''].join(' ').trim() || undefined}
          {...typed}
        />
        {field.unit === undefined ? null : (
          <span className="unit" id={unitId}>
            {field.unit}
          </span>
        )}
      </div>
      {capital === undefined ? null : <p className="hint">{say('capital', { amount: capital })}</p>}
    </>
  );
}

function show(value: Json): string {
  return typeof value === 'string' ? value : numberText(value);
}

function read(text: string): Json {
  const number = parseNumberText(text);
  return number === undefined ? text : number;
}

function capitalOf(field: NumberField, value: Json): string | undefined {
  if (value === null || typeof value === 'string') return undefined;
  return field.unit === '万元' || field.unit === '元' ? capitalAmount(value, field.unit) : undefined;
}
