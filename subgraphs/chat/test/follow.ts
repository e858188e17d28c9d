import { signIdentity, type Viewer } from '@skillswap/kit/viewer';
import { testSecret } from '@skillswap/kit/test/testkit';
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';

/** A subscription as a test reads it: one event at a time, when the test asks for it. */
export interface Followed extends AsyncDisposable {
  /** The data of the next event; fails after ten seconds, and when the subscription was refused. */
  next(): Promise<Readonly<Record<string, unknown>>>;
  /** The next `count` events. */
  take(count: number): Promise<Readonly<Record<string, unknown>>[]>;
}

/** Subscribes as a gateway does: the socket is the gateway's, the operation brings its viewer. */
export async function follow(
  url: string,
  viewer: Viewer,
  query: string,
  variables: Record<string, unknown>,
): Promise<Followed> {
  const service = { kind: 'service', name: 'gateway' } as const;
  const identity = await signIdentity(testSecret, 'chat', service);
  const client = createClient({
    url: url.replace('http', 'ws'),
    webSocketImpl: WebSocket,
    connectionParams: { identity },
    retryAttempts: 0,
  });
  const extensions = { identity: await signIdentity(testSecret, 'chat', viewer) };
  const events = client.iterate<Readonly<Record<string, unknown>>>({
    query,
    variables,
    extensions,
  });
  const next = async () => {
    const result = await within(10_000, events.next());
    if (result.done === true) throw new Error('the subscription has ended');
    const { data, errors } = result.value;
    if (errors !== undefined || data === null || data === undefined) throw new Refused(errors);
    return data;
  };
  return {
    next: () => next().catch(rethrowRefusal),
    async take(count) {
      const taken = [];
      while (taken.length < count) taken.push(await next().catch(rethrowRefusal));
      return taken;
    },
    async [Symbol.asyncDispose]() {
      await events.return?.();
      await client.dispose();
    },
  };
}

/** The subscription was answered with errors; `message` has them as JSON. */
export class Refused extends Error {
  override readonly name = 'Refused';
  constructor(errors: unknown) {
    super(JSON.stringify(errors));
  }
}

// graphql-ws rejects with the plain list of errors.
function rethrowRefusal(error: unknown): never {
  throw error instanceof Error ? error : new Refused(error);
}

async function within<Result>(milliseconds: number, work: Promise<Result>): Promise<Result> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    reject(new Error(`nothing within ${String(milliseconds)} ms`));
  }, milliseconds);
  try {
    return await Promise.race([work, promise]);
  } finally {
    clearTimeout(timer);
  }
}
