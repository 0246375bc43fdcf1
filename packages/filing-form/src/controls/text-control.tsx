/** One or several lines of text: text, longText, phone, uscc, idNumber, projectCode. */
import type { Json, TextField } from '@tongban/model';
import type { JSX } from 'react';
import { useScope } from '../view/scope.ts';
import { type ControlProps, inputAria } from './control-props.ts';
import { useTypedText } from './use-typed-text.ts';

/** The control of a text field. */
export function TextControl(props: ControlProps<TextField>): JSX.Element {
  const { field, value, ids, onChange, onLeave } = props;
  const typed = useTypedText({ value, show: textOf, read: (text) => text, onChange, onLeave });
  const common = { id: ids.control, ...inputAria(props), ...typed };
  if (field.kind === 'longText' && !props.compact) {
    return (
      <>
        <textarea className="textarea" rows={4} {...common} />
        <LengthNote field={field} text={typed.value} />
      </>
    );
  }
  return <input className="input" type="text" autoComplete="off" spellCheck={false} inputMode={INPUT_MODE[field.kind]} {...common} />;
}

const INPUT_MODE: Partial<Record<TextField['kind'], 'tel' | 'text'>> = { phone: 'tel' };

function LengthNote({ field, text }: { readonly field: TextField; readonly text: string }): JSX.Element | null {
  const { say } = useScope();
  if (field.maxLength === undefined) return null;
  const count = [...text].length;
  return (
    <p className={count > field.maxLength ? 'length over' : 'length'} aria-hidden="true">
      {say('characters', { count, limit: field.maxLength })}
    </p>
  );
}

function textOf(value: Json): string {
  return typeof value === 'string' ? value : '';
}
