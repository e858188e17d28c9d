import { testSecret } from '@skillswap/kit/test/testkit';
import { signIdentity, type Viewer } from '@skillswap/kit/viewer';
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';

/** Follows a payment over a socket of its own, as the gateway does for its viewers. */
export async function followPayment(url: string, viewer: Viewer, id: string) {
  const gateway: Viewer = { kind: 'service', name: 'gateway' };
  const client = createClient({
    url: url.replace('http', 'ws'),
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    connectionParams: { identity: await signIdentity(testSecret, 'payments', gateway) },
  });
  const events = client.iterate<{ paymentIntentUpdated: unknown }>({
    query:
      'subscription ($id: ID!) { paymentIntentUpdated(id: $id) { id status invoice { number } } }',
    variables: { id },
    extensions: { identity: await signIdentity(testSecret, 'payments', viewer) },
  });
  return {
    /** The payment as the next event shows it; a refusal is thrown as text. */
    async next(): Promise<unknown> {
      const event = await events.next().catch((error: unknown) => {
        throw new Error(JSON.stringify(error));
      });
      if (event.done === true) throw new Error('the subscription has ended');
      if (event.value.errors !== undefined) throw new Error(JSON.stringify(event.value.errors));
      return event.value.data?.paymentIntentUpdated;
    },
    async [Symbol.asyncDispose]() {
      await events.return?.();
      await client.dispose();
    },
  };
}
