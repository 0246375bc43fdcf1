/** A fixed clause with its version, and the tick that acknowledges it. */
import { type ClauseField, isJsonObject, type Json, textIn } from '@tongban/model';
import type { JSX } from 'react';
import { useScope } from '../view/scope.ts';
import type { ControlProps } from './control-props.ts';

/** The control of a clause field. */
export function ClauseControl({
  field,
  value,
  ids,
  onChange,
  onLeave,
  describedBy,
  invalid,
  required,
}: ControlProps<ClauseField>): JSX.Element {
  const { say } = useScope();
  return (
    <div className="clause">
      <ClauseWords field={field} id={`${ids.control}-text`} />
      {field.acknowledge === false ? null : (
        <label className="choice">
          <input
            type="checkbox"
            id={ids.control}
            aria-labelledby={`${ids.label} ${ids.control}-words`}
            aria-describedby={[`${ids.control}-text`, describedBy ?? ''].join(' ').trim()}
            aria-invalid={invalid ? true : undefined}
            aria-required={required ? true : undefined}
            checked={isAcknowledged(field, value)}
            onChange={(event) => onChange({ version: field.version, acknowledged: event.currentTarget.checked })}
            onBlur={onLeave}
          />
          <span id={`${ids.control}-words`}>{say('acknowledge')}</span>
        </label>
      )}
    </div>
  );
}

/** A clause to be read, and whether it was acknowledged. */
export function ClauseText({ field, value }: { readonly field: ClauseField; readonly value: Json }): JSX.Element {
  const { say, mode } = useScope();
  const done = isAcknowledged(field, value);
  return (
    <div className="clause">
      <ClauseWords field={field} />
      {field.acknowledge === false || mode === 'print' ? null : (
        <p className={done ? 'small' : 'small muted'}>{say(done ? 'acknowledged' : 'notAcknowledged')}</p>
      )}
    </div>
  );
}

function ClauseWords({ field, id }: { readonly field: ClauseField; readonly id?: string }): JSX.Element {
  const { say, locale, mode } = useScope();
  return (
    <p className="prose" id={id}>
      {textIn(field.text, locale)}
      {mode === 'print' ? null : <span className="version">{say('clauseVersion', { version: field.version })}</span>}
    </p>
  );
}

function isAcknowledged(field: ClauseField, value: Json): boolean {
  return isJsonObject(value) && value['acknowledged'] === true && value['version'] === field.version;
}
