import type { MongoRuntime } from '@skillswap/kit/mongo-runtime';
import type { Subgraph } from '@skillswap/kit/server';
import type { Booking } from './booking.ts';
import { calendarRoute } from './calendar-route.ts';
import { createContextMaker, type Context } from './context.ts';
import { createDueWorkHandlers } from './due-work-handlers.ts';
import { createEventHandlers } from './event-handlers.ts';
import type { People } from './people.ts';
import { resolvers } from './resolvers/index.ts';
import type { Skills } from './skills.ts';
import { createStores } from './stores.ts';
import { createTurns } from './turns.ts';

/** What this subgraph asks of others, and how the product is known outside. */
export interface SessionsOptions {
  readonly people: People;
  readonly skills: Skills;
  /** Where clients find the product. */
  readonly appUrl: string;
  /** The address that its mails come from. */
  readonly mailAddress: string;
}

/** Puts the subgraph together and starts its consumers and its timed work on the runtime. */
export async function sessionsSubgraph(
  runtime: MongoRuntime,
  { people, skills, appUrl, mailAddress }: SessionsOptions,
): Promise<Subgraph<Context>> {
  const { store, transact, dueWork, pubsub, prefix, sendMail } = runtime;
  const stores = createStores(store.db);
  const now = () => runtime.clock.now();
  const channelOf = (userId: string) => `${prefix}sessions:${userId}`;
  const wake = (userIds: readonly string[]) => {
    for (const userId of userIds) pubsub.publish(channelOf(userId), '').catch(() => undefined);
  };
  const inTurn = createTurns();
  const booking: Booking = { stores, transact, dueWork, people, skills, inTurn, now, wake };

  await runtime.consume(['users', 'payments'], createEventHandlers(stores.people));
  const mailing = { stores, people, now, sendMail, appUrl, mailAddress };
  runtime.workOff(createDueWorkHandlers(booking, mailing));
  return {
    name: 'sessions',
    schemaFile: new URL('../schema.graphql', import.meta.url),
    resolvers,
    createContext: createContextMaker(booking, { stores, pubsub, channelOf }, appUrl),
    routes: { 'GET /calendar/': calendarRoute(booking, { appUrl }) },
    ready: () => runtime.ready(),
    lag: () => runtime.lag(),
  };
}
