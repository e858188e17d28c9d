import { aMember, openTestRuntime, recordCommands } from '@skillswap/kit/test/testkit';
import { createConversationLog } from '../src/conversation-log.ts';
import { createConversationRepository } from '../src/conversation-repository.ts';
import { createInboxBacklog } from '../src/inbox-backlog.ts';
import { createInboxRepository } from '../src/inbox-repository.ts';
import { createMembershipRepository } from '../src/membership-repository.ts';
import { expect, it } from 'vitest';
import { collections } from '../src/collections.ts';

it('every declared index exists', async () => {
  await using runtime = await openTestRuntime('chat', collections);
  for (const [name, { indexes }] of Object.entries(collections)) {
    const existing = await runtime.store.db.collection(name).indexes();
    const names = existing.map((index) => index.name);
    expect(names, name).toEqual(expect.arrayContaining(indexes.map((index) => index.name)));
  }
});

it('every read and write carries the declared concern', async () => {
  await using runtime = await openTestRuntime('chat', collections);
  const { store, transact } = runtime;
  const conversations = createConversationRepository(store.db);
  const log = createConversationLog(store.db);
  const ada = aMember();
  const bob = aMember();
  const names = ['conversations', 'conversationEvents', 'memberships', 'inboxHeads'];
  const commands = await recordCommands(store.client, names, async () => {
    const memberIds = [ada.id, bob.id] as const;
    await transact((tx) => conversations.open(tx, { kind: 'DIRECT', memberIds }, new Date()));
    const backlog = createInboxBacklog(store.db);
    await backlog.remove(await backlog.list(10));
    await conversations.findByIds(['cnv_1'], ada.id);
    await conversations.countUnread(ada.id);
    await log.listAfter([{ conversationId: 'cnv_1', afterSeq: 0 }], 10);
    await log.findMessagesByIds(['msg_1']);
    await createMembershipRepository(store.db).findByConversationIds(ada.id, ['cnv_1']);
    await createInboxRepository(store.db).head(ada.id);
  });
  expect(commands.length).toBeGreaterThanOrEqual(9);
  for (const { command, commandName } of commands) {
    if (command['txnNumber'] !== undefined && command['autocommit'] === false) {
      // A transaction has its concerns as a whole: the read's on its first command.
      if (command['startTransaction'] === true) {
        expect(command['readConcern'], commandName).toMatchObject({ level: 'snapshot' });
      }
    } else if (['insert', 'update', 'delete', 'findAndModify'].includes(commandName)) {
      expect(command['writeConcern'], commandName).toEqual({ w: 'majority', j: true });
    } else {
      expect(command['readConcern'], commandName).toMatchObject({ level: 'majority' });
    }
  }
});
