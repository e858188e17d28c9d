import type { GraphQLFormattedError } from 'graphql';

/** How a refusal is answered besides its errors. */
export interface RefusalOptions {
  readonly headers?: Readonly<Record<string, string>>;
  /**
   * The document or its variables are wrong by the GraphQL specification, which a client that
   * only knows `application/json` is told with status 200.
   */
  readonly isRequestError?: boolean;
}

/** The request is not run; nothing was asked of any subgraph. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly status: number;
  readonly errors: readonly GraphQLFormattedError[];
  readonly headers: Readonly<Record<string, string>>;
  readonly isRequestError: boolean;
  /** What the first error tells; one of a few. */
  readonly code: string;

  constructor(
    status: number,
    errors: readonly GraphQLFormattedError[],
    { headers = {}, isRequestError = false }: RefusalOptions = {},
  ) {
    super(errors[0]?.message ?? 'refused');
    this.status = status;
    this.errors = errors;
    this.headers = headers;
    this.isRequestError = isRequestError;
    const code = errors[0]?.extensions?.['code'];
    this.code = typeof code === 'string' ? code : 'INTERNAL_SERVER_ERROR';
  }
}

/** A refusal with one error. */
export function refuse(
  status: number,
  code: string,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): Refusal {
  return new Refusal(status, [{ message, extensions: { code } }], { headers });
}
