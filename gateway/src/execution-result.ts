import { GraphQLError } from 'graphql';
import type { Answered } from './answered.ts';
import { isObject } from './execution/json.ts';

/** An answer as graphql-js types it, for graphql-ws. */
export interface Result {
  readonly data: Record<string, unknown> | null;
  readonly errors?: readonly GraphQLError[];
}

/** Errors get their class back; `errors` is absent when there are none. */
export function toResult(answered: Answered): Result {
  const parsed: unknown = JSON.parse(answered.data);
  const data = isObject(parsed) ? parsed : null;
  if (answered.errors.length === 0) return { data };
  return {
    data,
    errors: answered.errors.map(
      ({ message, path, extensions }) => new GraphQLError(message, { path, extensions }),
    ),
  };
}
