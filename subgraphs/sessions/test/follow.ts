import { testSecret } from '@skillswap/kit/test/testkit';
import { signIdentity, type Viewer } from '@skillswap/kit/viewer';
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';

/** A subscription whose events a test takes one by one. */
export interface Followed extends AsyncDisposable {
  /** The next event's data; fails when there is none within ten seconds or the answer is an error. */
  next(): Promise<unknown>;
}

/** Subscribes at a subgraph like the gateway: its own socket, the viewer beside the operation. */
export async function follow(
  url: string,
  viewer: Viewer,
  query: string,
  variables: Record<string, unknown>,
): Promise<Followed> {
  const sign = (who: Viewer) => signIdentity(testSecret, 'sessions', who);
  const client = createClient({
    url: url.replace('http', 'ws'),
    webSocketImpl: WebSocket,
    connectionParams: { identity: await sign({ kind: 'service', name: 'gateway' }) },
    retryAttempts: 0,
  });
  const extensions = { identity: await sign(viewer) };
  const events = client.iterate({ query, variables, extensions });
  return {
    async next() {
      const event = await Promise.race([events.next(), tooLate()]).catch(toError);
      if (event.done === true) throw new Error('the subscription has ended');
      if (event.value.errors !== undefined) throw new Error(JSON.stringify(event.value.errors));
      return event.value.data;
    },
    async [Symbol.asyncDispose]() {
      await events.return?.();
      await client.dispose();
    },
  };
}

function tooLate(): Promise<never> {
  return new Promise((_resolve, reject) => {
    setTimeout(() => {
      reject(new Error('no event within ten seconds'));
    }, 10_000).unref();
  });
}

/** graphql-ws rejects with a plain list of errors. */
function toError(error: unknown): never {
  throw error instanceof Error ? error : new Error(JSON.stringify(error));
}
