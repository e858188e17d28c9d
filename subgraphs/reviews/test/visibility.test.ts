import { readSurface } from '@skillswap/kit/test/surface';
import { aMember, anAdmin, eventually } from '@skillswap/kit/test/testkit';
import { anonymous, type Viewer } from '@skillswap/kit/viewer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aModerator, reviewId, startReviews, type TestReviews } from './start-reviews.ts';

const surface = readSurface(new URL('../schema.graphql', import.meta.url));
let reviews: TestReviews;
let viewers: Readonly<Record<string, Viewer>>;
let sealed: string;
let published: string;
const as = (viewer: Viewer) => reviews.as(viewer);

beforeAll(async () => {
  reviews = await startReviews();
  const [reviewer, reviewee, blocked, moderator] = [
    aMember(),
    aMember(),
    aMember(),
    aModerator(),
  ] as const;
  const people = { teacherId: reviewee.id, learnerId: reviewer.id };
  const words = { comment: 'Clear and kind.', privateFeedback: 'For the platform.' };
  const { session } = reviews.aSession(people);
  published = reviewId(await reviews.submit(reviewer, session.id, words));
  await reviews.submit(reviewee, session.id);
  await reviews.reply(reviewee, published, 'Thank you.');
  await reviews.dispute(reviewee, published, 'It was another day.');
  await reviews.decide(moderator, published, 'REJECTED', 'It was that day.');
  const { session: later } = reviews.aSession(people);
  sealed = reviewId(await reviews.submit(reviewer, later.id, words));
  await reviews.tell('users', 'user.blocked', { blockerId: reviewer.id, blockedId: blocked.id });
  await eventually(async () => {
    const seen = await surface.seenBy(as, blocked, { __typename: 'Review', id: published });
    expect(seen).toBeNull();
  });
  viewers = {
    anonymous,
    partner: { kind: 'partner', id: 'acme', scopes: [] },
    stranger: aMember(),
    admin: anAdmin(),
    moderator,
    reviewer,
    reviewee,
    blocked,
  };
});
afterAll(() => reviews[Symbol.asyncDispose]());

const everybody = 'anonymous partner stranger admin moderator reviewer reviewee';

/** Who sees which field of a published review. */
const audiences: Readonly<Record<string, string>> = {
  id: everybody,
  session: everybody,
  reviewer: everybody,
  reviewee: everybody,
  stars: everybody,
  punctuality: everybody,
  pedagogy: everybody,
  engagement: everybody,
  communication: everybody,
  comment: everybody,
  createdAt: everybody,
  publishedAt: everybody,
  reply: everybody,
  state: everybody,
  dispute: 'moderator reviewee',
  moderation: 'moderator reviewer reviewee',
};

describe('every field of a review', () => {
  it('has its audience written down here', () => {
    expect(Object.keys(audiences).sort()).toEqual(surface.fieldsOf('Review').sort());
    expect(surface.entities().sort()).toEqual(['Review', 'Session', 'User']);
    expect(surface.fieldsOf('User')).toEqual(['id', 'reputation', 'reviewsReceived']);
  });

  it('is seen by its audience once it is published, and by nobody else', async () => {
    for (const [name, viewer] of Object.entries(viewers)) {
      const expected = Object.keys(audiences).filter((field) =>
        audiences[field]?.split(' ').includes(name),
      );
      const seen = await surface.seenBy(as, viewer, { __typename: 'Review', id: published });
      expect([name, seen?.sort() ?? null]).toEqual([
        name,
        name === 'blocked' ? null : expected.sort(),
      ]);
    }
  });

  it('is seen by its author alone while it is sealed', async () => {
    const seenBy: string[] = [];
    for (const [name, viewer] of Object.entries(viewers)) {
      const seen = await surface.seenBy(as, viewer, { __typename: 'Review', id: sealed });
      if (seen !== null) seenBy.push(name);
    }
    expect(seenBy).toEqual(['reviewer']);
  });
});

describe('every query and mutation', () => {
  const codesFor = async (viewer: Viewer, rules: readonly string[]) => {
    const asked = surface.rootFields().filter((field) => rules.includes(String(field.rules)));
    const codes = new Set<unknown>();
    for (const { operation } of asked) {
      const { errors } = await as(viewer).execute(operation);
      codes.add(errors[0]?.extensions?.['code']);
    }
    return [...codes];
  };

  it('has one rule', () => {
    for (const { name, rules } of surface.rootFields())
      expect([name, rules.length]).toEqual([name, 1]);
  });

  it('is refused to nobody in particular, by this subgraph itself', async () => {
    expect(await codesFor(anonymous, ['authenticated', 'requiresScopes'])).toEqual([
      'UNAUTHENTICATED',
    ]);
  });

  it('that is for moderators is refused to members', async () => {
    expect(await codesFor(aMember(), ['requiresScopes'])).toEqual(['FORBIDDEN']);
  });
});
