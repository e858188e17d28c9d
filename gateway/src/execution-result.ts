import { GraphQLError } from 'graphql';
import type { Projected } from './execution/project.ts';

/** An answer as graphql-js types it, for Apollo Server and graphql-ws. */
export interface Result {
  readonly data: Record<string, unknown> | null;
  readonly errors?: readonly GraphQLError[];
}

/** Errors get their class back; `errors` is absent when there are none. */
export function toResult({ data, errors }: Projected): Result {
  if (errors.length === 0) return { data };
  return {
    data,
    errors: errors.map(
      ({ message, path, extensions }) => new GraphQLError(message, { path, extensions }),
    ),
  };
}
