/** Where the value of a field was taken over from, and what other sources say: theirs is one click away. */
import { CHINA_OFFSET_MINUTES, formatDay } from '@tongban/element-kit';
import { type CarriedFrom, type CarriedValue, type FormField, type Json, type Locale, textIn } from '@tongban/model';
import type { JSX } from 'react';
import { dayAt } from '../day-math.ts';
import { useScope } from '../view/scope.ts';
import { plainText } from '../view/value-text.tsx';
import { carriedMessages } from './carried-messages.ts';

/** See the module comment. */
export function CarriedNote({
  field,
  carried,
  value,
  id,
  onUse,
}: {
  readonly field: FormField;
  readonly carried: CarriedValue;
  /** What stands in the field now. */
  readonly value: Json;
  readonly id: string;
  /** Undefined where the field cannot be written. */
  readonly onUse: ((value: Json) => void) | undefined;
}): JSX.Element {
  const { locale } = useScope();
  const say = carriedMessages.in(locale);
  const text = (of: Json): string => plainText(field, of, locale);
  const now = text(value);
  const sources = [...(carried.chosen === undefined ? [] : [carried.chosen]), ...carried.others];
  const same = sources.find((source) => text(source.value) === now);
  const others = sources.filter((source) => text(source.value) !== now);
  return (
    <div className="carried small muted" id={id}>
      {same === undefined ? null : <span>{say('carried', { source: nameOf(same.from, locale) })}</span>}
      {others.map((other) => {
        const source = nameOf(other.from, locale);
        return (
          <span key={source + text(other.value)}>
            {say('other', { source, value: text(other.value) })}
            {onUse === undefined ? null : (
              <button
                className="link-button"
                type="button"
                aria-label={say('useFor', { label: textIn(field.label, locale), source })}
                onClick={() => onUse(other.value)}
              >
                {say('use')}
              </button>
            )}
          </span>
        );
      })}
    </div>
  );
}

function nameOf(from: CarriedFrom, locale: Locale): string {
  const say = carriedMessages.in(locale);
  if (from.kind === 'register') return say('register');
  if (from.kind === 'host') return from.name;
  if (from.kind === 'form') return textIn(from.title, locale);
  return say('ofCase', { title: from.title, day: formatDay(dayAt(from.at, CHINA_OFFSET_MINUTES), locale) });
}
