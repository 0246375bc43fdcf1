/** The opinion of a department: a choice and reasons; who wrote it and when is recorded by the system. */
import { formatDay } from '@tongban/element-kit';
import { OPINION_CHOICES } from '@tongban/form';
import { isJsonObject, type Json, type OpinionField, textIn } from '@tongban/model';
import type { JSX } from 'react';
import { useScope } from '../view/scope.ts';
import { type ControlProps, groupProps } from './control-props.ts';
import { useTypedText } from './use-typed-text.ts';

/** The control of an opinion field. */
export function OpinionControl(props: ControlProps<OpinionField>): JSX.Element {
  const { field, value, ids, onChange, describedBy, invalid, required } = props;
  const { say, locale } = useScope();
  const opinion = isJsonObject(value) ? value : {};
  const typed = useTypedText({
    value: opinion['text'] ?? '',
    show: (text) => (typeof text === 'string' ? text : ''),
    read: (text) => text,
    onChange: (text) => onChange({ choice: opinion['choice'] ?? '', text }),
    onLeave: () => undefined,
  });
  return (
    <div className="opinion" {...groupProps(props)}>
      <div
        className="choices"
        role="radiogroup"
        aria-label={say('opinionChoice')}
        aria-describedby={describedBy}
        aria-invalid={invalid ? true : undefined}
        aria-required={required ? true : undefined}
      >
        {(field.choices ?? OPINION_CHOICES).map((choice, index) => (
          <label className="choice" key={choice.value}>
            <input
              type="radio"
              id={index === 0 ? ids.control : undefined}
              name={ids.control}
              value={choice.value}
              checked={opinion['choice'] === choice.value}
              onChange={() => onChange({ choice: choice.value, text: opinion['text'] ?? '' })}
            />
            {textIn(choice.label, locale)}
          </label>
        ))}
      </div>
      <textarea
        className="textarea"
        rows={3}
        aria-label={say('opinionText')}
        aria-describedby={describedBy}
        aria-invalid={invalid && (opinion['choice'] ?? '') !== '' ? true : undefined}
        placeholder={say('opinionText')}
        {...typed}
      />
      <p className="hint">{say('opinionBy')}</p>
    </div>
  );
}

/** An opinion to be read; on paper with the place for name, seal and day. */
export function OpinionText({ field, value }: { readonly field: OpinionField; readonly value: Json }): JSX.Element {
  const { say, locale, mode, departments } = useScope();
  const opinion = isJsonObject(value) ? value : undefined;
  const choice = (field.choices ?? OPINION_CHOICES).find((one) => one.value === opinion?.['choice']);
  const department = textOr(opinion?.['department']) ?? field.department;
  const day = textOr(opinion?.['day']);
  const signed = [departments.find(({ id }) => id === department)?.name, textOr(opinion?.['byName'])].filter((part) => part !== undefined);
  return (
    <div className="opinion-text">
      {opinion === undefined ? (
        mode === 'print' ? null : (
          <p className="muted">{say('emptyOpinion')}</p>
        )
      ) : (
        <>
          {choice === undefined ? null : <p className="opinion-choice">{textIn(choice.label, locale)}</p>}
          <p className="prose">{textOr(opinion['text'])}</p>
        </>
      )}
      {opinion === undefined && mode !== 'print' ? null : (
        <p className="signed">
          {opinion === undefined ? null : <span>{signed.join('　')}</span>}
          {mode === 'print' ? <span>{say('paperSeal')}</span> : null}
          <span>{day === undefined ? (mode === 'print' ? say('paperDay') : null) : formatDay(day, locale)}</span>
        </p>
      )}
    </div>
  );
}

function textOr(value: Json | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
