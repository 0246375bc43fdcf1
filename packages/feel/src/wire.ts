/** Values from and to their wire forms; see `model/wire.ts` for the forms. */
import { type Json, type JsonObject, type WireDateTime, wireNumber, wireTag } from '@tongban/model';
import { numberOf, numberText, parseNumber } from './decimal.ts';
import { dateTimeAt, parseDate, parseDateTime, parseDuration, parseTime, temporalText } from './temporal.ts';
import { type FeelContext, type FeelValue, isContext, isList, isNumber } from './value.ts';

/** The value of a wire form; a tagged text that is no such value becomes null. */
export function fromWire(wire: Json): FeelValue {
  if (typeof wire === 'number') return numberOf(wire);
  if (typeof wire !== 'object' || wire === null) return wire;
  if (Array.isArray(wire)) return wire.map(fromWire);
  const tag = wireTag(wire);
  if (tag === undefined) return new Map(Object.entries(wire as JsonObject).map(([name, value]) => [name, fromWire(value)]));
  const text = (wire as JsonObject)[tag] as string;
  switch (tag) {
    case '$decimal':
      return parseNumber(text);
    case '$date':
      return parseDate(text);
    case '$time':
      return parseTime(text);
    case '$dateTime':
      return parseDateTime(text);
    case '$duration':
      return parseDuration(text);
  }
}

/** The wire form of a value. Ranges and functions have none: `refuse` hears of them, and null stands for them. */
export function toWire(value: FeelValue, refuse?: (kind: string) => void): Json {
  if (value === null || typeof value !== 'object') return value;
  if (isNumber(value)) return wireNumber(numberText(value));
  if (isList(value)) return value.map((item) => toWire(item, refuse));
  if (isContext(value)) return wireObject(value, refuse);
  switch (value.kind) {
    case 'date':
      return { $date: temporalText(value) };
    case 'time':
      return { $time: temporalText(value) };
    case 'date and time':
      return { $dateTime: temporalText(value) };
    case 'days and time duration':
    case 'years and months duration':
      return { $duration: temporalText(value) };
    default:
      refuse?.(value.kind);
      return null;
  }
}

/** An instant as a date and time on the wire, read on a clock `offsetMinutes` east of UTC, to the second. */
export function wireInstant(epochMs: number, offsetMinutes: number): WireDateTime {
  return { $dateTime: temporalText(dateTimeAt(Math.floor(epochMs / 1000) * 1000, offsetMinutes)) };
}

function wireObject(context: FeelContext, refuse: ((kind: string) => void) | undefined): JsonObject {
  // fromEntries defines own properties: a key named __proto__ stays data
  return Object.fromEntries([...context].map(([name, value]) => [name, toWire(value, refuse)]));
}
