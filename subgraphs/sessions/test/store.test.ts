import type { CommandStartedEvent } from 'mongodb';
import { recordCommands } from '@skillswap/kit/test/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { collections } from '../src/collections.ts';
import { startSessions, type TestSessions } from './start-sessions.ts';

let sessions: TestSessions;
beforeAll(async () => {
  sessions = await startSessions();
});
afterAll(() => sessions[Symbol.asyncDispose]());

describe('the store', () => {
  it.each(Object.entries(collections))('has the indexes of %s', async (name, { indexes }) => {
    const found = await sessions.runtime.store.db.collection(name).indexes();
    const names = found.map((index) => index.name);
    expect(names.toSorted()).toEqual(['_id_', ...indexes.map((index) => index.name)].toSorted());
  });

  it('commits sessions by majority', async () => {
    const { learner, skillId } = await sessions.aPair();
    const { client } = sessions.runtime.store;
    const commits: unknown[] = [];
    const record = ({ commandName, command }: CommandStartedEvent) => {
      if (commandName === 'commitTransaction') commits.push(command['writeConcern']);
    };
    client.on('commandStarted', record);
    const commands = await recordCommands(client, ['firstContacts', 'sessions'], () =>
      sessions.propose(learner, skillId),
    );
    client.off('commandStarted', record);
    expect(commits[0]).toMatchObject({ w: 'majority', j: true });
    const inTransaction = commands.filter(({ command }) => command['autocommit'] === false);
    expect(inTransaction[0]?.command).toMatchObject({ readConcern: { level: 'snapshot' } });
    expect(inTransaction.map(({ commandName }) => commandName)).toContain('insert');
  });

  it.each([
    ['sessions', 'majority', () => sessions.stores.sessions.findByIds(['ses_1'])],
    [
      'slotClaims',
      'majority',
      () =>
        sessions.stores.claims.isTaken({ userIds: ['usr_1'] }, { start: 0, end: 1 }, new Date(0)),
    ],
    ['sessionUpdates', 'majority', () => sessions.stores.updates.readAfter('usr_1', 0)],
    ['updateHeads', 'majority', () => sessions.stores.updates.findHead('usr_1')],
    ['availability', 'majority', () => sessions.stores.availability.findByUserIds(['usr_1'])],
    ['calendarFeeds', 'majority', () => sessions.stores.calendarFeeds.findByUserIds(['usr_1'])],
    ['reliability', 'majority', () => sessions.stores.reliability.findByUserIds(['usr_1'])],
    ['people', 'local', () => sessions.stores.people.findByIds(['usr_1'])],
    ['blocks', 'local', () => sessions.stores.people.findBlocked('usr_1', ['usr_2'])],
    ['timeCredits', 'local', () => sessions.stores.people.findTimeCredits('usr_1')],
  ])('reads %s with %s', async (name, level, read) => {
    const commands = await recordCommands(sessions.runtime.store.client, [name], read);
    expect(commands.map(({ command }): unknown => command['readConcern'])).toEqual([{ level }]);
  });

  it('marks reminders by majority', async () => {
    const commands = await recordCommands(sessions.runtime.store.client, ['remindersSent'], () =>
      sessions.stores.reminders.take('key', new Date()),
    );
    expect(commands[0]?.command['writeConcern']).toMatchObject({ w: 'majority', j: true });
  });
});
