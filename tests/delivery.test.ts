import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { deliver } from './delivery/deliver.ts';
import { answered, insist } from './delivery/insist.ts';
import { ask } from './graph.ts';
import { SendMessage } from './journey/documents.ts';
import { Person, type Endpoint } from './journey/person.ts';
import { killRedis, killService } from './kill-process.ts';
import { startSecondNode, type SecondNode } from './second-node.ts';
import { endpointOf, somebody } from './stage.ts';

const first = endpointOf(inject('system'));
const dataDir = inject('dataDir');
let node: SecondNode;
let second: Endpoint;
beforeAll(async () => {
  node = await startSecondNode({ record: inject('system'), env: inject('env'), dataDir });
  second = endpointOf(node.record);
});
afterAll(() => node[Symbol.asyncDispose]());

it('each follower gets every message once and in order while sockets, Redis, a gateway and a chat are killed', async () => {
  const messages = 180;
  const { streams, unread, sent } = await deliver({
    nodes: [first, second],
    messages,
    senders: 3,
    slowBy: 40,
    faults: [
      { name: 'socket', after: 30, strike: ([reader]) => reader?.cut() },
      {
        name: 'Redis',
        after: 60,
        strike: () => {
          killRedis(dataDir);
        },
      },
      { name: 'gateway', after: 90, strike: () => killService(dataDir, 'gateway') },
      { name: 'chat', after: 130, strike: () => killService(dataDir, 'chat') },
    ],
  });
  const numbers = Array.from({ length: messages }, (_, at) => at + 1);
  for (const stream of streams) {
    expect(stream.map(({ seq }) => seq)).toEqual(numbers);
    expect(stream.map(({ text }) => Number(text)).toSorted((one, other) => one - other)).toEqual(
      numbers,
    );
    const told = stream.map(({ text }) => text);
    for (const own of sent) expect(told.filter((text) => own.includes(text))).toEqual(own);
  }
  expect(unread).toEqual(streams.map(() => ({ unreadCount: messages, lastSeq: messages })));
}, 180_000);

it('a message sent 50 times through two gateways and two chats, and again after a restart, is one', async () => {
  await using ada = new Person(first, somebody('Ada'));
  await using bob = new Person(first, somebody('Bob'));
  await Promise.all([ada.signUp(), bob.signUp()]);
  const open = `mutation { openDirectConversation(input: { userId: "${bob.id}" }) { conversation { id } userErrors { code } } }`;
  const opened = await ask(first, ada, open);
  const [conversationId = ''] = /cnv_\w+/.exec(JSON.stringify(opened.data)) ?? [];
  const input = { conversationId, clientMessageId: 'once', text: 'hello' };
  const sendFifty = () =>
    Promise.all(
      Array.from({ length: 50 }, (_, at) =>
        insist(async () => {
          const node = at % 2 === 0 ? first : second;
          const { sendMessage } = await answered(node, ada, SendMessage, { input });
          const told = JSON.stringify(sendMessage);
          if (!told.includes('"id":"msg_')) throw new Error(told);
          return told;
        }),
      ),
    );
  const told = await sendFifty();
  await Promise.all([killService(dataDir, 'chat'), killService(node.dataDir, 'chat')]);
  told.push(...(await sendFifty()));
  expect(new Set(told.map((answer) => /msg_\w+/.exec(answer)?.[0])).size).toBe(1);
  // One at most: its sender may have missed that answer and asked again.
  const fresh = told.filter((answer) => answer.includes('"deduplicated":false'));
  expect(fresh.length).toBeLessThanOrEqual(1);
  const { data } = await ask(
    first,
    bob,
    `{ conversation(id: "${conversationId}") { unreadCount lastSeq } }`,
  );
  expect(data).toEqual({ conversation: { unreadCount: 1, lastSeq: 1 } });
}, 90_000);
