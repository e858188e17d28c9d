import { newId } from '@skillswap/kit/id';
import { eventStream } from '@skillswap/kit/outbox';
import type { MongoRuntime } from '@skillswap/kit/mongo-runtime';
import { startSubgraph, type RunningSubgraph } from '@skillswap/kit/server';
import type { Member, Viewer } from '@skillswap/kit/viewer';
import {
  aMember,
  callSubgraph,
  eventually,
  openTestRuntime,
  testLog,
  testSecret,
  type Answer,
} from '../../../kit/test/testkit.ts';
import { collections } from '../src/collections.ts';
import { createSkillsSubgraph, type SkillsLimits } from '../src/subgraph.ts';

/** The subgraph on a database of its own, and the others as far as they tell it things. */
export interface SkillsWorld extends AsyncDisposable {
  readonly runtime: MongoRuntime;
  readonly running: RunningSubgraph;
  /** Publishes another subgraph's event and waits until it is applied. */
  tell(producer: string, type: string, payload: Record<string, unknown>): Promise<void>;
  /** Somebody who has signed up. */
  signUp(profile?: { languages?: string[]; preferredLanguage?: string }): Promise<Member>;
  as(viewer: Viewer): { execute(query: string, variables?: object): Promise<Answer> };
}

/** Starts the subgraph for one test file. */
export async function openSkillsWorld(limits?: SkillsLimits): Promise<SkillsWorld> {
  await using opening = new AsyncDisposableStack();
  const runtime = opening.use(await openTestRuntime('skills', collections));
  const subgraph = await createSkillsSubgraph(runtime, limits);
  const running = opening.use(
    await startSubgraph(subgraph, { port: 0, identitySecret: testSecret, log: testLog }),
  );
  const inbox = runtime.store.db.collection<{ _id: string }>('inbox');
  const tell: SkillsWorld['tell'] = async (producer, type, payload) => {
    const event = { id: newId('evt'), type, at: new Date().toISOString(), payload };
    const stream = eventStream(runtime.prefix, producer);
    await runtime.redis.xadd(stream, '*', 'event', JSON.stringify(event));
    await eventually(async () => {
      if ((await inbox.countDocuments({ _id: event.id })) === 0) throw new Error('not applied yet');
    });
  };
  const everything = opening.move();
  return {
    runtime,
    running,
    tell,
    async signUp({ languages = ['en'], preferredLanguage } = {}) {
      const person = aMember();
      const payload = { userId: person.id, displayName: 'Somebody', timeZone: 'UTC', languages };
      await tell('users', 'user.registered', payload);
      if (preferredLanguage !== undefined) {
        const changed = { ...payload, version: 1, preferredLanguage, contactableBy: 'EVERYONE' };
        await tell('users', 'user.profileChanged', changed);
      }
      return person;
    },
    as: (viewer) => ({
      execute: (query, variables = {}) =>
        callSubgraph('skills', running.url)
          .as(viewer)
          .execute(query, { ...variables }),
    }),
    [Symbol.asyncDispose]: () => everything.disposeAsync(),
  };
}
