import type { GraphQLSchema } from 'graphql';
import { elementsOf } from './elements.ts';

/** Something that clients are to stop using. */
export interface Deprecation {
  readonly coordinate: string;
  readonly reason: string;
  /** The day until which it works, as YYYY-MM-DD; null when the reason does not say. */
  readonly removeAfter: string | null;
}

const form = /^Use `(?<replacement>[\w.():]+)`.*\bRemove after (?<day>\d{4}-\d{2}-\d{2})\.$/s;

/** Everything of the schema that is deprecated. */
export function deprecationsOf(schema: GraphQLSchema): Deprecation[] {
  return elementsOf(schema)
    .filter(({ deprecationReason }) => typeof deprecationReason === 'string')
    .map(({ coordinate, deprecationReason }) => ({
      coordinate,
      reason: deprecationReason ?? '',
      removeAfter: form.exec(deprecationReason ?? '')?.groups?.['day'] ?? null,
    }));
}

/** A deprecation tells clients what to use instead, which exists, and how long they have. */
export function lintDeprecations(schema: GraphQLSchema): string[] {
  const known = new Set(elementsOf(schema).map(({ coordinate }) => coordinate));
  return deprecationsOf(schema).flatMap(({ coordinate, reason }) => {
    const { replacement = '', day = '' } = form.exec(reason)?.groups ?? {};
    if (!isDay(day)) {
      const wanted = 'Use `Type.field`. Remove after YYYY-MM-DD.';
      return [`${coordinate}: is deprecated without replacement or date; say "${wanted}"`];
    }
    return known.has(replacement)
      ? []
      : [`${coordinate}: is deprecated in favour of ${replacement}, which does not exist`];
  });
}

function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
