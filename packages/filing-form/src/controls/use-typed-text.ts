/**
 * Text being typed. Input methods write pinyin into the input before they write the word; what stands there between
 * compositionstart and compositionend is shown and goes nowhere.
 */
import type { Json } from '@tongban/model';
import { type CompositionEvent, type FormEvent, useRef, useState } from 'react';

/** The properties of the input that is typed into. */
export interface TypedText {
  readonly value: string;
  readonly onChange: (event: FormEvent<HTMLInputElement | HTMLTextAreaElement>) => void;
  readonly onCompositionStart: () => void;
  readonly onCompositionEnd: (event: CompositionEvent<HTMLInputElement | HTMLTextAreaElement>) => void;
  readonly onBlur: () => void;
}

/** How text and value belong together. */
export interface TextReading {
  readonly value: Json;
  /** The value as text. */
  readonly show: (value: Json) => string;
  /** The value of a text; a text that is no value is its own value, and the verdict says why it is none. */
  readonly read: (text: string) => Json;
  readonly onChange: (value: Json) => void;
  readonly onLeave: () => void;
}

/** Holds the text beside its value, so that `1.` stays `1.` while it is typed. On leaving it is written in its one way. */
export function useTypedText({ value, show, read, onChange, onLeave }: TextReading): TypedText {
  const composing = useRef(false);
  const [typed, setTyped] = useState({ text: show(value), value });
  const current = sameValue(typed.value, value) || composing.current ? typed : { text: show(value), value };
  if (current !== typed) setTyped(current);

  const take = (text: string): void => {
    const next = read(text);
    setTyped({ text, value: next });
    if (!sameValue(next, value)) onChange(next);
  };
  return {
    value: current.text,
    onChange: ({ currentTarget }) => {
      if (composing.current) setTyped({ text: currentTarget.value, value: typed.value });
      else take(currentTarget.value);
    },
    onCompositionStart: () => {
      composing.current = true;
    },
    onCompositionEnd: ({ currentTarget }) => {
      composing.current = false;
      take(currentTarget.value);
    },
    onBlur: () => {
      composing.current = false;
      if (typeof current.value !== 'string') setTyped({ text: show(current.value), value: current.value });
      onLeave();
    },
  };
}

function sameValue(a: Json, b: Json): boolean {
  return a === b || (a ?? '') === (b ?? '') || (typeof a === 'object' && JSON.stringify(a) === JSON.stringify(b));
}
