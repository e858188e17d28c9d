import { newId } from '@skillswap/kit/id';
import { majority } from '@skillswap/kit/mongo';
import { createConversationLog } from '../src/conversation-log.ts';
import { createConversationRepository } from '../src/conversation-repository.ts';
import { createHomes } from '../src/homes.ts';
import { createAdmission } from '../src/rate.ts';
import { sendMessage, type Sending } from '../src/send-message.ts';
import { appendDirectly } from '../test/append-directly.ts';
import type { TestChat } from '../test/start-chat.ts';
import { measure, toRow } from './percentiles.ts';

const rounds = 500;

/** One message after the other: as a mutation, as the use case alone, and what the driver needs. */
export async function measureSend(chat: TestChat): Promise<string[]> {
  const { db } = chat.runtime.store;
  const conversationLog = createConversationLog(db);
  const freely = { name: 'bench-rate', perSecond: 1_000_000, burst: 1_000_000 };
  const sending: Sending = {
    homes: createHomes(createConversationRepository(db)),
    conversationLog,
    contacts: chat.town.contacts,
    admitSend: createAdmission(chat.runtime, freely),
    append: appendDirectly(chat),
  };
  const { writeConcern } = majority;
  const bare = db.collection<{ _id: string; [field: string]: unknown }>('bareMessages', {
    writeConcern,
  });
  await bare.createIndexes([{ key: { conversationId: 1, seq: 1 }, unique: true }]);
  const { ada, conversationId } = await chat.aPair();
  const others = await Promise.all(Array.from({ length: 10 }, () => chat.aPair()));

  const insert = await measure(rounds, (round) =>
    bare.insertOne({
      _id: newId('msg'),
      conversationId,
      seq: round,
      kind: 'MESSAGE_SENT',
      at: new Date(),
      message: { senderId: ada.id, text: 'hello', clientMessageId: crypto.randomUUID() },
    }),
  );
  const useCase = await measure(rounds, () =>
    sendMessage(sending, ada.id, {
      conversationId,
      clientMessageId: crypto.randomUUID(),
      text: 'hello',
      replyToId: null,
      mentionedUserIds: [],
    }),
  );
  const mutation = await measure(rounds, (round) => {
    const pair = others[Math.abs(round) % others.length];
    if (pair === undefined) throw new Error('no pair');
    return chat.send(pair.ada, { conversationId: pair.conversationId, text: 'hello' });
  });
  return [
    toRow('one insert by the bare driver, majority and journal', insert),
    toRow(
      `one send, the use case (${(useCase.p50 / insert.p50).toFixed(1)} times the insert)`,
      useCase,
    ),
    toRow('one send, the mutation over HTTP', mutation),
  ];
}
