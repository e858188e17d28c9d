import type { z } from 'zod';
import { serviceUnavailable } from './errors.ts';
import type { Log } from './log.ts';
import { currentTrace, traceHeaders } from './tracing.ts';
import { identityHeader, identityLifeSeconds, signIdentity } from './viewer.ts';

/** Asks one other subgraph, as a service; see {@link createInternalClient}. */
export interface InternalClient {
  /**
   * Runs an internal query and returns its checked `data`. SERVICE_UNAVAILABLE when the owner does
   * not answer in time or answers with errors, so that a decision is never taken on a guess.
   */
  query<Data>(
    schema: z.ZodType<Data>,
    document: string,
    variables: Readonly<Record<string, unknown>>,
  ): Promise<Data>;
}

/** What {@link createInternalClient} needs. */
export interface InternalClientOptions {
  /** The asking subgraph. */
  readonly self: string;
  /** The subgraph that is asked, and where its GraphQL endpoint is. */
  readonly subgraph: string;
  readonly url: string;
  readonly secret: string;
  readonly log: Log;
  readonly timeoutMilliseconds?: number;
}

/**
 * A client for questions whose answer must not be stale (a block, a session's status). It signs
 * itself as a service and keeps its signature for most of the signature's life.
 */
export function createInternalClient(options: InternalClientOptions): InternalClient {
  const { self, subgraph, url, secret, log, timeoutMilliseconds = 2_000 } = options;
  let identity: { readonly token: Promise<string>; readonly until: number } | null = null;

  const identify = (): Promise<string> => {
    if (identity === null || identity.until < Date.now()) {
      identity = {
        token: signIdentity(secret, subgraph, { kind: 'service', name: self }),
        until: Date.now() + (identityLifeSeconds - 15) * 1000,
      };
    }
    return identity.token;
  };

  return {
    async query(schema, document, variables) {
      try {
        const response = await fetch(url, {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            [identityHeader]: await identify(),
            ...traceHeaders(currentTrace()),
          },
          body: JSON.stringify({ query: document, variables }),
          signal: AbortSignal.timeout(timeoutMilliseconds),
        });
        const body: unknown = await response.json();
        if (!isAnswer(body)) throw new Error(`answered ${String(response.status)} without data`);
        if (body.errors !== undefined) throw new Error(JSON.stringify(body.errors));
        return schema.parse(body.data);
      } catch (cause) {
        log.warn({ err: cause, subgraph }, 'an internal query failed');
        throw serviceUnavailable();
      }
    },
  };
}

function isAnswer(body: unknown): body is { data?: unknown; errors?: unknown } {
  return typeof body === 'object' && body !== null && ('data' in body || 'errors' in body);
}
