import { ask } from '../graph.ts';
import { SendMessage } from '../journey/documents.ts';
import { Person, type Endpoint } from '../journey/person.ts';
import { somebody } from '../stage.ts';
import { answered, insist } from './insist.ts';
import { startReader, type Received, type Reader } from './reader.ts';

/** Something that breaks once so many messages were acknowledged. */
export interface Fault {
  readonly name: string;
  readonly after: number;
  readonly strike: (readers: readonly Reader[]) => void | Promise<void>;
}

/** What is delivered, by which gateways, and what breaks meanwhile. */
export interface DeliveryPlan {
  /** The same gateway's endpoint, or one of each; all lead to one system. */
  readonly nodes: readonly [Endpoint, ...Endpoint[]];
  readonly messages: number;
  readonly senders: number;
  /** How far one of the readers stays behind what was sent. */
  readonly slowBy: number;
  readonly faults: readonly Fault[];
}

/** What came of it. */
export interface Delivery {
  /** Each reader's stream; the first one's socket is cut by faults, the last one reads slowly. */
  readonly streams: readonly (readonly Received[])[];
  readonly sockets: readonly number[];
  /** What each reader is told they have not read. */
  readonly unread: readonly unknown[];
  /** The texts of each sender in the order in which they were sent. */
  readonly sent: readonly (readonly string[])[];
  /** By fault: the longest time without an acknowledged message from it on, in seconds. */
  readonly gaps: readonly { readonly fault: string; readonly gapSeconds: number }[];
}

const readersOfGroup = ['Bob', 'Carol', 'Dave'];
const filler = ' and so on'.repeat(30);

/** Sends messages in a group while things break and everybody follows, and tells who got what. */
export async function deliver(plan: DeliveryPlan): Promise<Delivery> {
  const { nodes, messages, faults, slowBy } = plan;
  await using people = new AsyncDisposableStack();
  const join = async (name: string) => {
    const person = people.use(new Person(nodes[0], somebody(name)));
    await person.signUp();
    return person;
  };
  const writers = await Promise.all(
    Array.from({ length: plan.senders }, (_, place) => join(`Sender${String(place)}`)),
  );
  const followers = await Promise.all(readersOfGroup.map(join));
  const conversationId = await openGroup(nodes[0], writers, followers);

  const acknowledgedAt: number[] = [];
  let progress = Promise.withResolvers<undefined>();
  const advance = () => {
    acknowledgedAt.push(performance.now());
    progress.resolve(undefined);
    progress = Promise.withResolvers();
  };
  const untilSent = async (count: number) => {
    while (acknowledgedAt.length < Math.min(count, messages)) await progress.promise;
  };
  const lagging = (seq: number) => (seq % slowBy === 0 ? untilSent(seq + 2 * slowBy) : null);
  const readers = followers.map((person, place) =>
    startReader({
      person,
      // Not all begin at the same node.
      nodes: [...nodes.slice(place % nodes.length), ...nodes.slice(0, place % nodes.length)],
      conversationId,
      count: messages,
      ...(place === followers.length - 1 && { pace: lagging }),
    }),
  );

  const sent = writers.map((): string[] => []);
  let next = 0;
  const write = async (writer: Person, own: string[]) => {
    while (next < messages) {
      next += 1;
      const text = `${String(next)}${filler}`;
      own.push(text);
      await sendUntilAcknowledged(nodes, writer, { conversationId, text });
      advance();
    }
  };
  const breaking = async () => {
    const struckAt: { readonly fault: string; readonly at: number }[] = [];
    for (const { name, after, strike } of faults) {
      await untilSent(after);
      struckAt.push({ fault: name, at: performance.now() });
      await strike(readers);
    }
    return struckAt;
  };
  const writing = Promise.all(writers.map((writer, place) => write(writer, sent[place] ?? [])));
  const [struckAt] = await Promise.all([breaking(), writing]);
  await Promise.all(readers.map(({ done }) => done));

  const unread = await Promise.all(
    followers.map(async (person) => {
      const query = `{ conversation(id: "${conversationId}") { unreadCount lastSeq } }`;
      return (await insist(() => answered(nodes[0], person, query)))['conversation'];
    }),
  );
  const gaps = struckAt.map(({ fault, at }, place) => {
    const until = struckAt[place + 1]?.at ?? Infinity;
    return { fault, gapSeconds: longestGap(acknowledgedAt, at, until) };
  });
  return {
    streams: readers.map(({ received }) =>
      received.map(({ seq, text }) => ({ seq, text: text.replace(filler, '') })),
    ),
    sockets: readers.map(({ sockets }) => sockets),
    unread,
    sent: sent.map((texts) => texts.map((text) => text.replace(filler, ''))),
    gaps,
  };
}

const createGroup = `mutation ($input: CreateGroupConversationInput!) {
  createGroupConversation(input: $input) { conversation { id } userErrors { code } }
}`;

async function openGroup(
  node: Endpoint,
  [owner, ...others]: readonly Person[],
  followers: readonly Person[],
): Promise<string> {
  if (owner === undefined) throw new Error('nobody sends');
  const memberIds = [...others, ...followers].map(({ id }) => id);
  const input = { idempotencyKey: crypto.randomUUID(), title: 'Delivery', memberIds };
  const { data, errors } = await ask(node, owner, createGroup, { input });
  const [id] = /cnv_\w+/.exec(JSON.stringify(data)) ?? [];
  if (id === undefined) throw new Error(JSON.stringify({ data, errors }));
  return id;
}

/** Sends as an app with an outbox does: the same message again until the graph has taken it. */
function sendUntilAcknowledged(
  nodes: readonly [Endpoint, ...Endpoint[]],
  writer: Person,
  message: { readonly conversationId: string; readonly text: string },
): Promise<void> {
  const input = { ...message, clientMessageId: crypto.randomUUID() };
  let attempts = Math.floor(Math.random() * nodes.length);
  return insist(async () => {
    const node = nodes[attempts++ % nodes.length] ?? nodes[0];
    const data = await answered(node, writer, SendMessage, { input });
    if (!JSON.stringify(data).includes('"id":"msg_')) throw new Error(JSON.stringify(data));
  });
}

function longestGap(acknowledgedAt: readonly number[], since: number, until: number): number {
  const later = [since, ...acknowledgedAt.filter((at) => at >= since && at <= until)];
  return Math.max(...later.map((at, place) => at - (later[place - 1] ?? at))) / 1000;
}
