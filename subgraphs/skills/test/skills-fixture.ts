import { newId } from '@skillswap/kit/id';
import { eventStream } from '@skillswap/kit/outbox';
import { openCollection } from '@skillswap/kit/mongo';
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
import type { Mail } from '@skillswap/kit/mail';
import type { Clock } from '@skillswap/kit/clock';
import type { Addressee } from '../src/addressees.ts';
import { collections } from '../src/collections.ts';
import { createSkillsSubgraph, defaultLimits, type SkillsLimits } from '../src/subgraph.ts';

/** The subgraph on a database of its own, and the others as far as they tell it things. */
export interface SkillsWorld extends AsyncDisposable {
  readonly runtime: MongoRuntime;
  readonly running: RunningSubgraph;
  /** What has been mailed. */
  readonly mails: Mail[];
  /** Those to whom something can be mailed, by id. */
  readonly addresses: Map<string, Addressee>;
  /** Publishes another subgraph's events and waits until they are applied. */
  tell(producer: string, type: string, ...payloads: Record<string, unknown>[]): Promise<void>;
  /** So many people who have signed up. */
  signUps(count: number): Promise<Member[]>;
  /** Somebody who has signed up. */
  signUp(profile?: { languages?: string[]; preferredLanguage?: string }): Promise<Member>;
  as(viewer: Viewer): { execute(query: string, variables?: object): Promise<Answer> };
}

/** Starts the subgraph for one test file. */
export async function openSkillsWorld(
  limits: Partial<SkillsLimits> = {},
  clock?: Clock,
): Promise<SkillsWorld> {
  await using opening = new AsyncDisposableStack();
  const runtime = opening.use(await openTestRuntime('skills', collections, clock));
  const mails: Mail[] = [];
  const addresses = new Map<string, Addressee>();
  const sendMail = (mail: Mail) => Promise.resolve(void mails.push(mail));
  const addressees = { find: (id: string) => Promise.resolve(addresses.get(id) ?? null) };
  const subgraph = await createSkillsSubgraph(
    { ...runtime, sendMail },
    { addressees, appUrl: 'https://app.example' },
    { ...defaultLimits, ...limits },
  );
  const running = opening.use(
    await startSubgraph(subgraph, { port: 0, identitySecret: testSecret, log: testLog }),
  );
  // As sure as the reads that follow: an event that is seen here is seen by them.
  const inbox = openCollection<{ _id: string }>(runtime.store.db, 'inbox', collections.inbox);
  const tell: SkillsWorld['tell'] = async (producer, type, ...payloads) => {
    const stream = eventStream(runtime.prefix, producer);
    let last = '';
    for (const payload of payloads) {
      last = newId('evt');
      const event = { id: last, type, at: new Date().toISOString(), payload };
      await runtime.redis.xadd(stream, '*', 'event', JSON.stringify(event));
    }
    // They are applied in their order, so the last is applied last.
    await eventually(async () => {
      if ((await inbox.countDocuments({ _id: last })) === 0) throw new Error('not applied yet');
    });
  };
  const everything = opening.move();
  return {
    runtime,
    running,
    mails,
    addresses,
    tell,
    async signUps(count) {
      const members = Array.from({ length: count }, () => aMember());
      const payloads = members.map(({ id }) => ({ userId: id, languages: ['en'] }));
      await tell('users', 'user.registered', ...payloads);
      return members;
    },
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
