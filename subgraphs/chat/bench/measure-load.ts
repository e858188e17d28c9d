import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { aMember, callSubgraph } from '@skillswap/kit/test/testkit';
import { z } from 'zod';
import { follow } from '../test/follow.ts';
import { percentiles, toRow } from './percentiles.ts';

const pairs = 20;
const seconds = 10;
/** More than these wait before they are sent, which their times include. */
const mostAtOnce = 100;

const followQuery = `subscription ($conversationId: ID!) {
  conversationEvents(conversationId: $conversationId, afterSeq: 0) { seq message { id text } }
}`;

const openMutation = `mutation ($userId: ID!) {
  openDirectConversation(input: { userId: $userId }) { conversation { id } userErrors { code } }
}`;

const sendMutation = `mutation ($input: SendMessageInput!) {
  sendMessage(input: $input) { message { id seq } deduplicated userErrors { code } }
}`;

const listening = z.object({ url: z.string() });

/**
 * Messages arrive at a steady rate, whatever happened to those before them, in conversations whose
 * other member follows over a socket. Times count from the moment at which a message was due.
 */
export async function measureLoad(perSecond: number): Promise<string[]> {
  const total = perSecond * seconds;
  await using sockets = new AsyncDisposableStack();
  const server = fork(join(import.meta.dirname, 'serve-chat.ts'));
  const ended = once(server, 'exit');
  sockets.defer(async () => {
    server.disconnect();
    await ended;
  });
  const { url } = listening.parse((await once(server, 'message'))[0]);
  const { as } = callSubgraph('chat', url);
  const due = new Map<string, number>();
  const delivered: number[] = [];
  const conversations = await Promise.all(
    Array.from({ length: pairs }, async () => {
      const [ada, bob] = [aMember(), aMember()];
      const { data } = await as(ada).execute(openMutation, { userId: bob.id });
      const [conversationId = ''] = /cnv_\w+/.exec(JSON.stringify(data)) ?? [];
      return { ada, bob, conversationId };
    }),
  );
  const reading = await Promise.all(
    conversations.map(async ({ bob, conversationId }) => {
      const followed = sockets.use(await follow(url, bob, followQuery, { conversationId }));
      return async () => {
        for (let count = 0; count < total / pairs; count++) {
          const [, text = ''] =
            /"text":"([^"]+)"/.exec(JSON.stringify(await followed.next())) ?? [];
          delivered.push(performance.now() - (due.get(text) ?? Number.NaN));
        }
      };
    }),
  );
  const arrived = Promise.all(reading.map((read) => read()));
  const acknowledged: number[] = [];
  const sending = new Set<Promise<void>>();
  const begin = performance.now() + 100;
  for (let index = 0; index < total; index++) {
    const dueAt = begin + (index * 1_000) / perSecond;
    const wait = dueAt - performance.now();
    if (wait > 1) await pause(wait);
    while (sending.size >= mostAtOnce) await Promise.race(sending);
    const pair = conversations[index % pairs];
    if (pair === undefined) continue;
    const text = `message ${String(index)}`;
    due.set(text, dueAt);
    const send = async () => {
      const input = { conversationId: pair.conversationId, clientMessageId: text, text };
      const answer = await as(pair.ada).execute(sendMutation, { input });
      if (!JSON.stringify(answer.data).includes('"id"')) throw new Error(JSON.stringify(answer));
      acknowledged.push(performance.now() - dueAt);
    };
    const sent = send().finally(() => sending.delete(sent));
    sending.add(sent);
  }
  await Promise.all([arrived, ...sending]);
  const rate = (total / (performance.now() - begin)) * 1_000;
  return [
    toRow(
      `${String(perSecond)} messages/s due, ${rate.toFixed(0)} came: acknowledged`,
      percentiles(acknowledged),
    ),
    toRow(`${String(perSecond)} messages/s due: delivered to a socket`, percentiles(delivered)),
  ];
}
