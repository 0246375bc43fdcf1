/**
 * How FEEL values travel as JSON, in states, forms, messages and releases.
 *
 * | FEEL type (DMN 1.5, 10.3.2.2)   | wire form                                             |
 * | ------------------------------- | ----------------------------------------------------- |
 * | null, boolean, string, list, context | the JSON value                                   |
 * | number                          | a JSON number when it is a safe integer, else `{ "$decimal": "0.1" }` |
 * | date                            | `{ "$date": "2026-11-21" }`                           |
 * | time                            | `{ "$time": "08:30:00+08:00" }`                       |
 * | date and time                   | `{ "$dateTime": "2026-11-21T08:30:00+08:00" }`        |
 * | days and time duration, years and months duration | `{ "$duration": "P3D" }`            |
 *
 * A reader also takes a JSON number that is no safe integer, by its shortest decimal text.
 */
import type { Json, JsonObject } from './json.ts';

/** A number that is no safe integer, as exact decimal text. */
export type WireDecimal = { readonly $decimal: string };
/** A calendar day, `YYYY-MM-DD`. */
export type WireDate = { readonly $date: string };
/** A time of day, `HH:MM:SS`, with or without offset. */
export type WireTime = { readonly $time: string };
/** An instant, `YYYY-MM-DDTHH:MM:SS` with offset, or local without one. */
export type WireDateTime = { readonly $dateTime: string };
/** An ISO 8601 duration of one of FEEL's two kinds. */
export type WireDuration = { readonly $duration: string };

/** The tags of the wire forms; an object with one of them as its only key is that value. */
export const WIRE_TAGS = ['$decimal', '$date', '$time', '$dateTime', '$duration'] as const;

/** One of {@link WIRE_TAGS}. */
export type WireTag = (typeof WIRE_TAGS)[number];

/** The tag of a tagged wire value, or undefined when it is a plain JSON value. */
export function wireTag(value: Json | undefined): WireTag | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const keys = Object.keys(value);
  if (keys.length !== 1) return undefined;
  const tag = keys[0] as WireTag;
  return WIRE_TAGS.includes(tag) && typeof (value as JsonObject)[tag] === 'string' ? tag : undefined;
}

/** `2026-11-21` as a wire date. */
export function wireDate(day: string): WireDate {
  return { $date: day };
}

/** Decimal text as a wire number: a JSON number when it is a safe integer. */
export function wireNumber(text: string): number | WireDecimal {
  const asNumber = Number(text);
  return /^-?\d{1,16}$/.test(text) && Number.isSafeInteger(asNumber) ? asNumber : { $decimal: text };
}

/** The day of a wire date, or undefined when it is something else. */
export function dayOf(value: Json | undefined): string | undefined {
  return wireTag(value) === '$date' ? ((value as JsonObject)['$date'] as string) : undefined;
}
