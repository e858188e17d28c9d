import { newId } from '@skillswap/kit/id';
import { eventStream } from '@skillswap/kit/outbox';
import { startSubgraph } from '@skillswap/kit/server';
import type { Viewer } from '@skillswap/kit/viewer';
import {
  aMember,
  callSubgraph,
  createManualClock,
  openTestRuntime,
  testLog,
  testSecret,
  type Answer,
} from '@skillswap/kit/test/testkit';
import { collections } from '../src/collections.ts';
import type { ReviewableSession } from '../src/review.ts';
import { reviewsSubgraph } from '../src/subgraph.ts';

/** When the tests' time begins. */
export const start = new Date('2026-03-02T10:00:00.000Z');

/** The reviews subgraph on stores of its own, beside a list in place of the sessions subgraph. */
export type TestReviews = Awaited<ReturnType<typeof startReviews>>;

/** Starts the subgraph with a clock that is moved by hand. */
export async function startReviews() {
  const clock = createManualClock(start);
  await using opening = new AsyncDisposableStack();
  const runtime = opening.use(await openTestRuntime('reviews', collections, clock));
  const sessions = new Map<string, ReviewableSession>();
  const subgraph = await reviewsSubgraph({
    runtime,
    sessions: { find: (id) => Promise.resolve(sessions.get(id) ?? null) },
    windowDays: 14,
  });
  const options = { port: 0, identitySecret: testSecret, log: testLog };
  const running = opening.use(await startSubgraph(subgraph, options));
  const { as } = callSubgraph('reviews', running.url);

  /** Tells the subgraph what happened elsewhere. */
  const tell = async (producer: string, type: string, payload: Record<string, unknown>) => {
    const event = { id: newId('evt'), type, at: clock.now().toISOString(), payload };
    const stream = eventStream(runtime.prefix, producer);
    await runtime.redis.xadd(stream, '*', 'event', JSON.stringify(event));
  };

  /** A session between two people whom no other test knows, done just now unless told otherwise. */
  const aSession = (over: Partial<ReviewableSession> = {}) => {
    const teacher = aMember();
    const learner = aMember();
    const session: ReviewableSession = {
      id: newId('ses'),
      teacherId: teacher.id,
      learnerId: learner.id,
      status: 'DONE',
      doneAt: clock.now(),
      noShowUserIds: [],
      ...over,
    };
    sessions.set(session.id, session);
    return { session, teacher, learner };
  };

  const disposable = opening.move();
  return {
    ...running,
    runtime,
    clock,
    sessions,
    as,
    tell,
    aSession,
    submit: (viewer: Viewer, sessionId: string, over: Record<string, unknown> = {}) =>
      as(viewer).execute(submitReview, { input: { sessionId, ...fullMarks, ...over } }),
    reply: (viewer: Viewer, reviewId: string, text: string) =>
      as(viewer).execute(replyToReview, { input: { reviewId, text } }),
    dispute: (viewer: Viewer, reviewId: string, reason: string) =>
      as(viewer).execute(disputeReview, { input: { reviewId, reason } }),
    decide: (viewer: Viewer, reviewId: string, outcome: string, statement: string | null = null) =>
      as(viewer).execute(decideReviewDispute, { input: { reviewId, outcome, statement } }),
    [Symbol.asyncDispose]: () => disposable.disposeAsync(),
  };
}

/** A review that finds nothing wanting. */
export const fullMarks = { stars: 5, punctuality: 5, pedagogy: 4, engagement: 5, communication: 5 };

const submitReview = `mutation ($input: SubmitReviewInput!) {
  submitReview(input: $input) {
    review { id stars comment publishedAt }
    userErrors { code message path }
  }
}`;

const replyToReview = `mutation ($input: ReplyToReviewInput!) {
  replyToReview(input: $input) {
    review { id reply }
    userErrors { code message path }
  }
}`;

const disputeReview = `mutation ($input: DisputeReviewInput!) {
  disputeReview(input: $input) {
    review: dispute { review { id } reason openedAt moderation { outcome } }
    userErrors { code message path }
  }
}`;

const decideReviewDispute = `mutation ($input: DecideReviewDisputeInput!) {
  decideReviewDispute(input: $input) {
    review: dispute { review { id state } reason moderation { outcome statement decidedAt } }
    userErrors { code message path }
  }
}`;

/** Somebody who decides disputes. */
export const aModerator = () => aMember({ roles: ['MODERATOR'], scopes: ['moderation'] });

/** The codes with which a mutation was refused. */
export function refusalCodes(answer: Answer, mutation = 'submitReview'): unknown {
  const { review, userErrors } = payloadOf(answer, mutation);
  if (review !== null) return [];
  return userErrors.map(({ code }) => code);
}

/** The id of the review that was stored. */
export function reviewId(answer: Answer): string {
  const { review, userErrors } = payloadOf(answer, 'submitReview');
  if (review === null) throw new Error(`refused: ${JSON.stringify(userErrors)}`);
  return review.id;
}

interface ReviewPayload {
  readonly review: { readonly id: string } | null;
  readonly userErrors: readonly { readonly code: string; readonly path: readonly string[] }[];
}

function payloadOf(answer: Answer, mutation: string): ReviewPayload {
  const payload = answer.data?.[mutation];
  if (!isReviewPayload(payload)) throw new Error(`no payload: ${JSON.stringify(answer)}`);
  return payload;
}

function isReviewPayload(payload: unknown): payload is ReviewPayload {
  return typeof payload === 'object' && payload !== null && 'userErrors' in payload;
}
