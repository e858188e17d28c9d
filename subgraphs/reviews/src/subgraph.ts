import type { MongoRuntime } from '@skillswap/kit/mongo-runtime';
import type { Subgraph } from '@skillswap/kit/server';
import { createBlockRepository } from './block-repository.ts';
import { createContext, type Context } from './context.ts';
import type { Deciding } from './decide-review-dispute.ts';
import { createEventHandlers } from './event-handlers.ts';
import { createModerationRepository } from './moderation-repository.ts';
import { closeReviewWindowKind } from './open-review-window.ts';
import { publishReviews } from './publish-reviews.ts';
import { resolvers } from './resolvers/index.ts';
import { createReviewRepository } from './review-repository.ts';
import { createReviewWindowRepository } from './review-window-repository.ts';
import { createReviewedPersonRepository } from './reviewed-person-repository.ts';
import type { Sessions } from './sessions.ts';
import type { Submission } from './submit-review.ts';

/** What the subgraph is made of. */
export interface ReviewsOptions {
  readonly runtime: MongoRuntime;
  readonly sessions: Sessions;
  /** How long both sides may review after a session was done. */
  readonly windowDays: number;
}

/** Puts the subgraph together and begins to follow events and the clock. */
export async function reviewsSubgraph(options: ReviewsOptions): Promise<Subgraph<Context>> {
  const { runtime, sessions, windowDays } = options;
  const { clock, dueWork, transact } = runtime;
  const { db } = runtime.store;
  const submission: Submission & Deciding = {
    reviews: createReviewRepository(db),
    moderation: createModerationRepository(db),
    windows: createReviewWindowRepository(db),
    people: createReviewedPersonRepository(db),
    dueWork,
    transact,
    clock,
    sessions,
    windowDays,
  };
  await runtime.consume(
    ['users', 'sessions'],
    createEventHandlers(submission, createBlockRepository(db)),
  );
  runtime.workOff({
    [closeReviewWindowKind]: ({ payload }) =>
      transact((tx) => publishReviews(submission, tx, String(payload['sessionId']), clock.now())),
  });
  return {
    name: 'reviews',
    schemaFile: new URL('../schema.graphql', import.meta.url),
    resolvers,
    createContext: (request) => createContext(submission, request),
    ready: () => runtime.ready(),
    lag: () => runtime.lag(),
  };
}
