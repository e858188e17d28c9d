import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordCommands } from '@skillswap/kit/test/testkit';
import { collections } from '../src/collections.ts';
import { startTown, type Town } from './start-town.ts';

let town: Town;
beforeAll(async () => {
  town = await startTown();
});
afterAll(() => town[Symbol.asyncDispose]());

const own = ['users', 'credentials', 'registrations', 'consents', 'authSessions', 'refreshTokens'];

describe('the collections', () => {
  it.each(Object.entries(collections))('%s has the declared indexes', async (name, declared) => {
    const existing = await town.runtime.store.db.collection(name).indexes();
    for (const index of declared.indexes) expect(existing).toContainEqual({ v: 2, ...index });
  });

  it('are read and written by majority', async () => {
    const commands = await recordCommands(
      town.runtime.store.client,
      [...own, 'blocks'],
      async () => {
        const [ada, bob] = [await town.join(), await town.join()];
        await town
          .as(ada.viewer)
          .execute(
            `mutation { blockUser(input: { userId: "${bob.id}" }) { userErrors { code } } }`,
          );
        await town.refresh(ada.refreshToken);
        await town.as(bob.viewer).execute(`{ user(id: "${ada.id}") { id } }`);
      },
    );
    const outside = commands.map(({ command }) => command).filter(({ txnNumber }) => !txnNumber);
    const starts = commands
      .map(({ command }) => command)
      .filter(({ startTransaction }) => startTransaction);
    for (const command of outside.filter(({ find }) => find)) {
      expect(command).toMatchObject({ readConcern: { level: 'majority' } });
    }
    for (const command of outside.filter(({ insert, update }) => insert ?? update)) {
      expect(command).toMatchObject({ writeConcern: { w: 'majority', j: true } });
    }
    expect(starts.length).toBeGreaterThan(2);
    for (const command of starts)
      expect(command).toMatchObject({ readConcern: { level: 'snapshot' } });
  });
});
