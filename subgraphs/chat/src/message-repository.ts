import { openCollection, type MongoTransaction } from '@skillswap/kit/mongo';
import type { Db } from 'mongodb';
import { collections } from './collections.ts';
import { toMessage, toMessageState, type MessageSentDocument } from './log-document.ts';
import type { Message } from './message.ts';

/** Queries on single messages, for those who change them. */
export type MessageRepository = ReturnType<typeof createMessageRepository>;

/** Opens the messages, which are rows of the conversations' logs. */
export function createMessageRepository(db: Db) {
  const messages = openCollection<MessageSentDocument>(
    db,
    'conversationEvents',
    collections.conversationEvents,
  );
  return {
    async find({ session }: MongoTransaction, id: string): Promise<Message | null> {
      const row = await messages.findOne({ _id: id, kind: 'MESSAGE_SENT' }, { session });
      return row && toMessage(row);
    },

    /**
     * Stores a message that was found in the same transaction; of two transactions that change it
     * at once the store lets one begin again.
     */
    async update({ session }: MongoTransaction, message: Message): Promise<void> {
      await messages.updateOne(
        { _id: message.id },
        {
          $set: Object.fromEntries(
            Object.entries(toMessageState(message)).map(([name, value]) => [
              `message.${name}`,
              value,
            ]),
          ),
        },
        { session },
      );
    },
  };
}
