import { expect, test } from 'vitest';
import { serveLiveSubgraph } from './live-subgraph.ts';
import { subscribe } from './subscriber.ts';

/** Around the lengths at which WebSocket writes a frame's length in another way. */
const lengths = [0, 30, 31, 32, 33, 125, 126, 65_400, 65_535, 65_536, 300_000];

test('a subscriber hears every event, however long its message is', async () => {
  await using live = await serveLiveSubgraph();
  const heard = Promise.withResolvers<readonly string[]>();
  const messages: string[] = [];
  using subscriber = await subscribe({
    port: Number(new URL(live.url).port),
    query: `subscription { reviewAdded { body ${' '.repeat(200)} } }`,
    onEvent: (message) => {
      messages.push(message);
      if (messages.length === lengths.length) heard.resolve(messages);
    },
    onLoss: (reason) => {
      heard.reject(new Error(reason));
    },
  });
  await expect.poll(() => live.subscriptionsBegun()).toBe(1);

  const bodies = lengths.map((length) => 'x'.repeat(length));
  for (const body of bodies) {
    live.emit({ id: String(body.length), body, product: { upc: '1' } });
  }

  expect(await heard.promise).toEqual(
    bodies.map((body) =>
      JSON.stringify({ id: '1', type: 'next', payload: { data: { reviewAdded: { body } } } }),
    ),
  );
  expect(subscriber.count).toBe(lengths.length);
});

test('a subscriber whose socket is closed is told', async () => {
  const lost = Promise.withResolvers<string>();
  {
    await using live = await serveLiveSubgraph();
    await subscribe({
      port: Number(new URL(live.url).port),
      query: 'subscription { reviewAdded { id } }',
      onEvent: () => undefined,
      onLoss: lost.resolve,
    });
  }
  expect(await lost.promise).toMatch(/closed|ECONNRESET/);
});
