import { GraphQLError } from 'graphql';
import type { Answered } from './answered.ts';
import type { CostReport } from './budgets/budgets.ts';
import { isObject } from './execution/json.ts';

/** An answer as graphql-js types it, for graphql-ws. */
export interface Result {
  readonly data: Record<string, unknown> | null;
  readonly errors?: readonly GraphQLError[];
  readonly extensions?: { readonly cost: CostReport };
}

/** Errors get their class back; `errors` is absent when there are none, `extensions` without cost. */
export function toResult(answered: Answered, cost?: CostReport): Result {
  const parsed: unknown = JSON.parse(answered.data);
  const data = isObject(parsed) ? parsed : null;
  const extended = cost === undefined ? {} : { extensions: { cost } };
  if (answered.errors.length === 0) return { data, ...extended };
  return {
    data,
    ...extended,
    errors: answered.errors.map(
      ({ message, path, extensions }) => new GraphQLError(message, { path, extensions }),
    ),
  };
}
