import type { Viewer } from '@skillswap/kit/viewer';
import type { TestReviews } from './start-reviews.ts';

const everyPath = `query ($reviews: [_Any!]!, $sessions: [_Any!]!, $users: [_Any!]!) {
  byId: _entities(representations: $reviews) { ... on Review { ...all } }
  ofSessions: _entities(representations: $sessions) { ... on Session { reviews { ...all } } }
  ofUsers: _entities(representations: $users) {
    ... on User {
      reputation {
        score count confidence punctuality pedagogy engagement communication
        criteria { criterion score count confidence }
      }
      reviewsReceived(first: 10) {
        edges { cursor node { ...all } }
        pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      }
    }
  }
}
fragment all on Review {
  id session { id } reviewer { id } reviewee { id }
  stars punctuality pedagogy engagement communication comment createdAt publishedAt reply
  state dispute { reason } moderation { outcome statement }
}`;

/** What there is to look for. */
export interface Targets {
  readonly reviewId: string;
  readonly sessionId: string;
  readonly userIds: readonly string[];
}

/** Reads a review in every way that there is, as somebody. */
export async function readEverywhere(reviews: TestReviews, viewer: Viewer, targets: Targets) {
  const answer = await reviews.as(viewer).execute(everyPath, {
    reviews: [{ __typename: 'Review', id: targets.reviewId }],
    sessions: [{ __typename: 'Session', id: targets.sessionId }],
    users: targets.userIds.map((id) => ({ __typename: 'User', id })),
  });
  if (answer.errors.length > 0) throw new Error(JSON.stringify(answer.errors));
  return answer.data;
}
