import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { aMember } from '@skillswap/kit/test/testkit';
import { z } from 'zod';
import { percentiles, toRow } from './percentiles.ts';
import { identityOf, openPlainClient, type PlainClient } from './plain-client.ts';

const pairs = 20;
/** What a process that has just started compiles on its way is no message's cost. */
const warmUpSeconds = 15;
const seconds = 30;
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
  await using started = new AsyncDisposableStack();
  const server = fork(join(import.meta.dirname, 'serve-chat.ts'));
  const ended = once(server, 'exit');
  started.defer(async () => {
    server.disconnect();
    await ended;
  });
  const { url } = listening.parse((await once(server, 'message'))[0]);
  const client = started.use(openPlainClient(url));

  const total = perSecond * (warmUpSeconds + seconds);
  const dueTimes = new Float64Array(total);
  const acknowledged = new Float64Array(total);
  const delivered = new Float64Array(total);
  let missing = total;
  const all = Promise.withResolvers<undefined>();
  const hear = (event: string) => {
    const [, number] = /"message (\d+)"/.exec(event) ?? [];
    const index = Number(number);
    delivered[index] = performance.now() - (dueTimes[index] ?? Number.NaN);
    if (--missing === 0) all.resolve(undefined);
  };
  const homes = await Promise.all(Array.from({ length: pairs }, () => openHome(client, hear)));

  const sending = new Set<Promise<void>>();
  const begin = performance.now() + 100;
  for (let index = 0; index < total; index++) {
    const dueAt = begin + (index * 1_000) / perSecond;
    dueTimes[index] = dueAt;
    const wait = dueAt - performance.now();
    if (wait > 1) await pause(wait);
    while (sending.size >= mostAtOnce) await Promise.race(sending);
    const send = async () => {
      await homes[index % pairs]?.(`message ${String(index)}`);
      acknowledged[index] = performance.now() - dueAt;
    };
    const sent = send().finally(() => sending.delete(sent));
    sending.add(sent);
  }
  await Promise.all([all.promise, ...sending]);
  const rate = (total / (performance.now() - begin)) * 1_000;
  const measured = (times: Float64Array) => [...times.subarray(perSecond * warmUpSeconds)];
  return [
    toRow(
      `${String(perSecond)} messages/s due, ${rate.toFixed(0)} came: acknowledged`,
      percentiles(measured(acknowledged)),
    ),
    toRow(
      `${String(perSecond)} messages/s due: delivered to a socket`,
      percentiles(measured(delivered)),
    ),
  ];
}

/** Opens a conversation whose other member follows it, and answers what sends a text there. */
async function openHome(
  client: PlainClient,
  hear: (event: string) => void,
): Promise<(text: string) => Promise<void>> {
  const [ada, bob] = [aMember(), aMember()];
  const identity = await identityOf(ada);
  const execute = (query: string, variables: object) =>
    client.post(identity, JSON.stringify({ query, variables }));
  const opened = await execute(openMutation, { userId: bob.id });
  const [conversationId = ''] = /cnv_\w+/.exec(opened) ?? [];
  await client.follow(bob, { query: followQuery, variables: { conversationId } }, hear);
  return async (text) => {
    const input = { conversationId, clientMessageId: text, text };
    const answer = await execute(sendMutation, { input });
    if (!answer.includes('"id"')) throw new Error(answer);
  };
}
