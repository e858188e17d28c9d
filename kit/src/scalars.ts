import { GraphQLScalarType, Kind } from 'graphql';
import { badUserInput } from './errors.ts';

const rfc3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/;

/** An instant from RFC 3339 text, or null; a day that the month lacks is none. */
export function parseInstant(text: string): Date | null {
  if (!rfc3339.test(text)) return null;
  const instant = new Date(text);
  if (Number.isNaN(instant.getTime())) return null;
  // Date rolls 30 February over into March; the day must come back as it was written.
  const day = new Date(`${text.slice(0, 10)}T00:00:00Z`);
  return day.toISOString().slice(0, 10) === text.slice(0, 10) ? instant : null;
}

function toInstant(value: unknown): Date {
  const instant = typeof value === 'string' ? parseInstant(value) : null;
  if (instant === null) throw badUserInput('A DateTime is RFC 3339 text with a zone or Z.');
  return instant;
}

/** RFC 3339 in, UTC with milliseconds out; a `Date` inside. */
export const DateTime = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  serialize(value) {
    if (value instanceof Date) return value.toISOString();
    throw new TypeError('A DateTime is answered from a Date');
  },
  parseValue: toInstant,
  parseLiteral: (node) => toInstant(node.kind === Kind.STRING ? node.value : null),
});

/**
 * Scalars that are text with a stated form. Whether the text has the form is the domain's
 * question, so that the answer is a user error which names the field.
 */
function textScalar(name: string) {
  const toText = (value: unknown): string => {
    if (typeof value === 'string') return value;
    throw badUserInput(`${name} must be text.`);
  };
  return new GraphQLScalarType<string, string>({
    name,
    serialize: toText,
    parseValue: toText,
    parseLiteral: (node) => toText(node.kind === Kind.STRING ? node.value : null),
  });
}

/** An IANA time zone name; see `isTimeZone`. */
export const TimeZone = textScalar('TimeZone');
/** Hours and minutes of a day, HH:MM, 00:00 to 24:00. */
export const LocalTime = textScalar('LocalTime');
/** A day of the calendar, YYYY-MM-DD. */
export const LocalDate = textScalar('LocalDate');
/** A BCP 47 language tag; see `canonicalLanguage`. */
export const LanguageTag = textScalar('LanguageTag');
