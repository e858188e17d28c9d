import { z } from 'zod';
import { newId } from '@skillswap/kit/id';
import { anAdmin } from '@skillswap/kit/test/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTown, type Person, type Town } from './start-town.ts';

let town: Town;
beforeAll(async () => {
  town = await startTown();
});
afterAll(() => town[Symbol.asyncDispose]());

const change = (mutation: 'blockUser' | 'unblockUser', person: Person, userId: string) =>
  town.as(person.viewer).execute(
    `mutation ($userId: ID!) {
      result: ${mutation}(input: { userId: $userId }) { userErrors { code path } }
    }`,
    { userId },
  );
const block = (person: Person, userId: string) => change('blockUser', person, userId);
const unblock = (person: Person, userId: string) => change('unblockUser', person, userId);

/** Every way in which somebody can come across a person here. */
const everyPath = (id: string) => `{
  user(id: "${id}") { id displayName viewerHasBlocked email }
  _entities(representations: [{ __typename: "User", id: "${id}" }]) {
    ... on User { id displayName photoUrl viewerHasBlocked }
  }
}`;

const blockedUsers = async ({ viewer }: Person) =>
  (
    await town
      .as(viewer)
      .execute('{ viewer { blockedUsers(first: 10) { edges { node { id } } } } }')
  ).data;

const done = { errors: [], data: { result: { userErrors: [] } } };
const refused = (code: string) => ({
  errors: [],
  data: { result: { userErrors: [{ code, path: ['userId'] }] } },
});

describe('a block', () => {
  it('makes the blocker nobody to the blocked person, on every path', async () => {
    const [ada, bob] = [await town.join(), await town.join()];
    expect(await block(ada, bob.id)).toMatchObject(done);
    const blocker = await town.as(bob.viewer).execute(everyPath(ada.id));
    const nobody = await town.as(bob.viewer).execute(everyPath(newId('usr')));
    expect(blocker).toEqual(nobody);
    expect(blocker.data).toEqual({ user: null, _entities: [null] });
  });

  it('is answered to the blocked person’s own mutations as nobody is', async () => {
    const [ada, bob] = [await town.join(), await town.join()];
    await block(ada, bob.id);
    const stranger = newId('usr');
    expect(await block(bob, ada.id)).toEqual(await block(bob, stranger));
    expect(await unblock(bob, ada.id)).toEqual(await unblock(bob, stranger));
    expect(await block(bob, ada.id)).toMatchObject(refused('NOT_FOUND'));
    expect(await blockedUsers(bob)).toMatchObject({ viewer: { blockedUsers: { edges: [] } } });
  });

  it('leaves the blocked person in sight of the blocker and of staff', async () => {
    const [ada, bob] = [await town.join(), await town.join()];
    await block(ada, bob.id);
    const query = `{ user(id: "${bob.id}") { id viewerHasBlocked } }`;
    expect((await town.as(ada.viewer).execute(query)).data).toEqual({
      user: { id: bob.id, viewerHasBlocked: true },
    });
    expect(await blockedUsers(ada)).toMatchObject({
      viewer: { blockedUsers: { edges: [{ node: { id: bob.id } }] } },
    });
    const asAdmin = await town.as(anAdmin()).execute(`{ user(id: "${ada.id}") { id } }`);
    expect(asAdmin.data).toEqual({ user: { id: ada.id } });
  });

  it('is known to the other subgraphs in both directions, and by its event once', async () => {
    const [ada, bob, carol] = [await town.join(), await town.join(), await town.join()];
    await block(ada, bob.id);
    await block(ada, bob.id);
    const ask = async (userId: string, ...otherIds: string[]) =>
      (
        await town.as({ kind: 'service', name: 'chat' }).execute(
          `query ($userId: ID!, $otherIds: [ID!]!) {
            internalBlocked(userId: $userId, otherIds: $otherIds)
          }`,
          { userId, otherIds },
        )
      ).data;
    expect(await ask(ada.id, bob.id, carol.id)).toEqual({ internalBlocked: [bob.id] });
    expect(await ask(bob.id, ada.id, carol.id)).toEqual({ internalBlocked: [ada.id] });
    expect(await town.events('user.blocked', bob.id, 1)).toEqual([
      { blockerId: ada.id, blockedId: bob.id },
    ]);
  });

  it('is taken back', async () => {
    const [ada, bob] = [await town.join(), await town.join()];
    await block(ada, bob.id);
    expect(await unblock(ada, bob.id)).toMatchObject(done);
    expect(await unblock(ada, bob.id)).toMatchObject(done);
    const query = `{ user(id: "${ada.id}") { id } }`;
    expect((await town.as(bob.viewer).execute(query)).data).toEqual({ user: { id: ada.id } });
    expect(await town.events('user.unblocked', bob.id, 1)).toHaveLength(1);
  });

  it('exists once however often it is set at the same moment', async () => {
    const [ada, bob] = [await town.join(), await town.join()];
    for (let round = 1; round <= 20; round += 1) {
      const answers = await Promise.all(Array.from({ length: 4 }, () => block(ada, bob.id)));
      for (const answer of answers) expect(answer).toMatchObject(done);
      expect(await blockedUsers(ada)).toMatchObject({
        viewer: { blockedUsers: { edges: [{ node: { id: bob.id } }] } },
      });
      await town.events('user.blocked', bob.id, round);
      await unblock(ada, bob.id);
    }
  });

  it('is refused of oneself, of nobody, and of a thing that is no person', async () => {
    const ada = await town.join();
    expect(await block(ada, ada.id)).toMatchObject(refused('CANNOT_BLOCK_YOURSELF'));
    for (const id of [newId('usr'), newId('skl'), '', '{"$gt":""}', 'x'.repeat(10_000)]) {
      expect(await block(ada, id)).toMatchObject(refused('NOT_FOUND'));
    }
    expect(await blockedUsers(ada)).toMatchObject({ viewer: { blockedUsers: { edges: [] } } });
  });

  it('lists the blocked people latest first, page by page', async () => {
    const ada = await town.join();
    const others: Person[] = [];
    for (let count = 0; count < 5; count += 1) {
      const other = await town.join();
      others.unshift(other);
      await block(ada, other.id);
    }
    const found: string[] = [];
    let after: string | null = null;
    do {
      const answer = await town.as(ada.viewer).execute(
        `query ($after: String) {
          viewer { blockedUsers(first: 2, after: $after) {
            edges { node { id } } pageInfo { hasNextPage endCursor }
          } }
        }`,
        { after },
      );
      const page = readPage(answer.data);
      found.push(...page.ids);
      after = page.after;
    } while (after !== null);
    expect(found).toEqual(others.map(({ id }) => id));
  });
});

function readPage(data: unknown): { ids: string[]; after: string | null } {
  const { blockedUsers: page } = blockedPage.parse(data).viewer;
  const { hasNextPage, endCursor } = page.pageInfo;
  return { ids: page.edges.map(({ node }) => node.id), after: hasNextPage ? endCursor : null };
}

const blockedPage = z.object({
  viewer: z.object({
    blockedUsers: z.object({
      edges: z.array(z.object({ node: z.object({ id: z.string() }) })),
      pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
    }),
  }),
});
