import { encodeCursor } from '@skillswap/kit/connection';
import { newId } from '@skillswap/kit/id';
import type { LogDocument } from '../src/log-document.ts';
import type { TestChat } from '../test/start-chat.ts';
import { measure, toRow } from './percentiles.ts';

const rounds = 300;
const pageSize = 50;
const batch = 10_000;

const pageQuery = `query ($id: ID!, $first: Int, $after: String, $last: Int, $before: String) {
  conversation(id: $id) {
    messages(first: $first, after: $after, last: $last, before: $before) {
      edges { cursor node { id seq text createdAt sender { id } } }
      pageInfo { hasNextPage hasPreviousPage }
    }
  }
}`;

/** Pages of fifty messages at every depth of a long conversation, forwards and backwards. */
export async function measureHistory(chat: TestChat, messages: number): Promise<string[]> {
  const { ada, bob, conversationId } = await chat.aPair();
  const { db } = chat.runtime.store;
  const log = db.collection<LogDocument>('conversationEvents');
  for (let first = 1; first <= messages; first += batch) {
    const length = Math.min(batch, messages - first + 1);
    const rows = Array.from({ length }, (_, index) =>
      aMessage(conversationId, first + index, (first + index) % 2 === 0 ? ada.id : bob.id),
    );
    await log.insertMany(rows, { ordered: false, writeConcern: { w: 1 } });
  }
  const sentCounts = { [ada.id]: Math.floor(messages / 2), [bob.id]: Math.ceil(messages / 2) };
  const progress = { lastSeq: messages, messageCount: messages, sentCounts };
  const conversations = db.collection<{ _id: string }>('conversations');
  await conversations.updateOne({ _id: conversationId }, { $set: progress });

  // Steps of a prime walk through all depths.
  const depth = (round: number) => (Math.abs(round) * 7_919_777) % (messages - pageSize);
  const cursor = (seq: number) => encodeCursor('message', [conversationId, seq]);
  const page = async (window: object) => {
    const answer = await chat.as(ada).execute(pageQuery, { id: conversationId, ...window });
    const count = JSON.stringify(answer.data).match(/"cursor"/g)?.length;
    if (count !== pageSize) throw new Error(`a page of ${String(count)}`);
  };
  const forwards = await measure(rounds, (round) =>
    page({ first: pageSize, after: cursor(depth(round)) }),
  );
  const backwards = await measure(rounds, (round) =>
    page({ last: pageSize, before: cursor(messages - depth(round)) }),
  );
  const bare = await measure(rounds, (round) =>
    log
      .find({ conversationId, kind: 'MESSAGE_SENT', seq: { $gt: depth(round) } })
      .sort({ seq: 1 })
      .limit(pageSize)
      .toArray(),
  );
  const size = messages.toLocaleString('en');
  return [
    toRow(`a page of ${size} messages, forwards`, forwards),
    toRow(`a page of ${size} messages, backwards`, backwards),
    toRow('the same rows by the bare driver', bare),
  ];
}

function aMessage(conversationId: string, seq: number, senderId: string): LogDocument {
  return {
    _id: newId('msg'),
    conversationId,
    seq,
    kind: 'MESSAGE_SENT',
    at: new Date('2026-03-01T10:00:00.000Z'),
    message: {
      senderId,
      clientMessageId: String(seq),
      fingerprint: '',
      language: 'en',
      replyToId: null,
      text: `What was said at place ${String(seq)} of a long conversation.`,
      editedAt: null,
      deletedAt: null,
      reactions: [],
    },
  };
}
