import { createManualClock } from '@skillswap/kit/clock';
import { newId } from '@skillswap/kit/id';
import type { Mail, SendMail } from '@skillswap/kit/mail';
import { openMongoRuntime, type MongoRuntime } from '@skillswap/kit/mongo-runtime';
import { eventStream } from '@skillswap/kit/outbox';
import { startSubgraph } from '@skillswap/kit/server';
import {
  aMember,
  callSubgraph,
  engineUrl,
  eventually,
  openTestRuntime,
  testLog,
  testSecret,
} from '@skillswap/kit/test/testkit';
import type { Member, Viewer } from '@skillswap/kit/viewer';
import { expect } from 'vitest';
import { collections } from '../src/collections.ts';
import type { Person } from '../src/people.ts';
import { createStores } from '../src/stores.ts';
import { sessionsSubgraph } from '../src/subgraph.ts';
import { follow } from './follow.ts';
import { accepted, payloadFields, readPayload, type AnsweredSession } from './payloads.ts';
import { createTown, type Town } from './town.ts';

/** The sessions subgraph on stores of its own, beside a town in place of users and skills. */
export type TestSessions = Awaited<ReturnType<typeof startSessions>>;

/** When the tests' time begins: a Monday. */
export const start = new Date('2027-03-01T10:00:00.000Z');

/** A moment after the start of the tests' time. */
export const later = (hours: number) => new Date(start.getTime() + hours * 3_600_000);

/** What instances of the subgraph have in common. */
interface Shared {
  readonly clock: ReturnType<typeof createManualClock>;
  readonly town: Town;
  readonly mails: Mail[];
  readonly runtime: MongoRuntime;
}

interface StartOptions {
  /** An instance whose stores, town and mailbox this one shares. */
  readonly beside?: Shared;
  /** Loses all wake-ups that this instance sends. */
  readonly losesWakeUps?: boolean;
  /** Where mails go besides `mails`. */
  readonly sendMail?: SendMail;
}

/** What a person asks for, where it is not the usual. */
export type Wish = Readonly<Record<string, unknown>>;

const inputTypes: Readonly<Record<string, string>> = {
  proposeSession: 'ProposeSessionInput',
  counterProposeSession: 'CounterProposeSessionInput',
  requestReschedule: 'RequestRescheduleInput',
  respondToReschedule: 'RespondToRescheduleInput',
};

/** The time that is proposed instead of the usual one, where it is not said. */
export const atAnotherTime = {
  startAt: later(72).toISOString(),
  endAt: later(73).toISOString(),
};

const usualInputs: Readonly<Record<string, Wish>> = {
  counterProposeSession: atAnotherTime,
  requestReschedule: atAnotherTime,
  respondToReschedule: { accept: true },
};

/** What people do at an instance of the subgraph. */
export function callSessions(url: string) {
  const { as } = callSubgraph('sessions', url);
  const act = async (viewer: Viewer, mutation: string, input: Wish) => {
    const type = inputTypes[mutation] ?? 'SessionActionInput';
    const query = `mutation ($input: ${type}!) { ${mutation}(input: $input) ${payloadFields} }`;
    const usual = usualInputs[mutation] ?? {};
    return readPayload(await as(viewer).execute(query, { input: { ...usual, ...input } }));
  };
  return { as, act };
}

/** Starts an instance of the subgraph. */
export async function startSessions({ beside, losesWakeUps = false, sendMail }: StartOptions = {}) {
  const clock = beside?.clock ?? createManualClock(start);
  const town: Town = beside?.town ?? createTown();
  const mails: Mail[] = beside?.mails ?? [];
  await using opening = new AsyncDisposableStack();
  const opened = opening.use(
    beside === undefined
      ? await openTestRuntime('sessions', collections, clock)
      : await openSameRuntime(beside),
  );
  const runtime: MongoRuntime = {
    ...opened,
    ...(losesWakeUps && { pubsub: withoutPublishing(opened) }),
    sendMail: async (mail) => {
      mails.push(mail);
      await sendMail?.(mail);
    },
  };
  const outside = { appUrl: 'http://localhost:4000', mailAddress: 'no-reply@skillswap.example' };
  const options = { people: town.people, skills: town.skills, ...outside };
  const subgraph = await sessionsSubgraph(runtime, options);
  const running = opening.use(
    await startSubgraph(subgraph, { port: 0, identitySecret: testSecret, log: testLog }),
  );
  const { as, act } = callSessions(running.url);
  const stores = createStores(runtime.store.db);
  const disposable = opening.move();

  const propose = (viewer: Viewer, skillId: string, wish: Wish = {}) =>
    act(viewer, 'proposeSession', {
      idempotencyKey: crypto.randomUUID(),
      skillId,
      startAt: later(48).toISOString(),
      endAt: later(49).toISOString(),
      mode: 'REMOTE',
      ...wish,
    });
  /** Somebody with an account, known here and in the town. */
  const aPerson = async (over: Partial<Person> = {}): Promise<Member> => {
    const member = aMember();
    town.settle({ id: member.id, ...over });
    await runtime.transact((tx) =>
      stores.people.saveProfile(tx, member.id, over.timeZone ?? 'UTC', 1),
    );
    return member;
  };
  /** A teacher with a skill, and a learner. */
  const aPair = async () => {
    const [teacher, learner] = await Promise.all([aPerson(), aPerson()]);
    return { teacher, learner, skillId: town.teach(teacher.id) };
  };

  /** The mails of this kind so far. */
  const mailsOf = (kind: string) => mails.filter((mail) => mail.kind === kind);

  return {
    ...running,
    runtime,
    stores,
    clock,
    town,
    mails,
    as,
    act,
    propose,
    aPerson,
    aPair,
    /** A pair with a session that the learner has proposed and the teacher has confirmed. */
    async aConfirmedSession(wish: Wish = {}) {
      const pair = await aPair();
      const { id } = accepted(await propose(pair.learner, pair.skillId, wish));
      const session: AnsweredSession = accepted(
        await act(pair.teacher, 'confirmSession', { sessionId: id }),
      );
      return { ...pair, session };
    },
    mailsOf,
    /** Goes back to the start of the tests' time, where nothing is planned of what there is. */
    async startOver() {
      await runtime.store.db.collection('dueWork').deleteMany({});
      clock.advance(start.getTime() - clock.now().getTime());
      mails.length = 0;
    },
    /**
     * Lets time pass until so many hours after the start and waits until all that was due by then is
     * done; answers whom it reminded of a session.
     */
    async goTo(hours: number): Promise<string[]> {
      const before = mailsOf('SESSION_REMINDER').length;
      clock.advance(later(hours).getTime() - clock.now().getTime());
      // As the product reads it: a plain read sees a commit before those who read by majority do.
      await eventually(async () => {
        expect(await runtime.dueWork.dueSince(clock.now())).toBeNull();
      });
      return mailsOf('SESSION_REMINDER')
        .slice(before)
        .map(({ to }) => to);
    },
    /** The status and version of a session as a viewer reads them; null when they cannot. */
    async read(viewer: Viewer, id: string): Promise<unknown> {
      const query = 'query ($id: ID!) { session(id: $id) { status version } }';
      return (await as(viewer).execute(query, { id })).data?.['session'];
    },
    /** Tells the subgraph what happened elsewhere. */
    async tell(producer: string, type: string, payload: Wish) {
      const event = { id: newId('evt'), type, at: clock.now().toISOString(), payload };
      const stream = eventStream(runtime.prefix, producer);
      await runtime.redis.xadd(stream, '*', 'event', JSON.stringify(event));
    },
    follow: (viewer: Viewer, query: string, variables: Record<string, unknown> = {}) =>
      follow(running.url, viewer, query, variables),
    [Symbol.asyncDispose]: () => disposable.disposeAsync(),
  };
}

function openSameRuntime({ runtime, clock }: Shared): Promise<MongoRuntime> {
  return openMongoRuntime({
    subgraph: 'sessions',
    environment: 'development',
    mongodbUri: engineUrl('MONGODB_URI'),
    redisUrl: engineUrl('REDIS_URL'),
    collections,
    log: testLog,
    database: runtime.store.db.databaseName,
    prefix: runtime.prefix,
    clock,
  });
}

function withoutPublishing({ pubsub }: MongoRuntime): MongoRuntime['pubsub'] {
  return new Proxy(pubsub, {
    get: (target, property, receiver): unknown =>
      property === 'publish'
        ? () => Promise.reject(new Error('lost'))
        : Reflect.get(target, property, receiver),
  });
}
