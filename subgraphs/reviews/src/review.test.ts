import { describe, expect, it } from 'vitest';
import { refuseDraft, refuseReview, type ReviewDraft, type ReviewableSession } from './review.ts';

const doneAt = new Date('2026-03-02T10:00:00.000Z');
const session: ReviewableSession = {
  id: 'ses_1',
  teacherId: 'usr_ada',
  learnerId: 'usr_bob',
  status: 'DONE',
  doneAt,
  noShowUserIds: [],
};
const days = (count: number) => new Date(doneAt.getTime() + count * 86_400_000);

describe('a session is reviewed', () => {
  const refuse = (over: Partial<ReviewableSession>, reviewerId = 'usr_ada', now = doneAt) =>
    refuseReview({ ...session, ...over }, reviewerId, now, 14);

  it('by its participants, from done on for fourteen days', () => {
    expect(refuse({})).toBeNull();
    expect(refuse({}, 'usr_bob', new Date(days(14).getTime() - 1))).toBeNull();
    expect(refuse({}, 'usr_bob', days(14))).toBe('WINDOW_CLOSED');
  });

  it('by nobody else, whatever its status', () => {
    expect(refuseReview(null, 'usr_ada', doneAt, 14)).toBe('NOT_FOUND');
    for (const status of ['DONE', 'CONFIRMED', 'NO_SHOW']) {
      expect(refuse({ status }, 'usr_carol', days(20))).toBe('NOT_FOUND');
    }
  });

  it('not before it is done', () => {
    expect(refuse({ status: 'CONFIRMED', doneAt: null })).toBe('NOT_DONE');
    expect(refuse({ status: 'DISPUTED' })).toBe('NOT_DONE');
  });

  it('never by who missed it', () => {
    const missed = { status: 'NO_SHOW', doneAt: null, noShowUserIds: ['usr_bob'] };
    expect(refuse(missed, 'usr_bob')).toBe('NOT_ALLOWED');
    expect(refuse(missed, 'usr_ada')).toBe('NOT_DONE');
  });
});

describe('a draft', () => {
  const draft: ReviewDraft = {
    stars: 1,
    punctuality: 5,
    pedagogy: 3,
    engagement: 2,
    communication: 4,
    comment: null,
    privateFeedback: null,
  };

  it('is fine with ratings from 1 to 5 and without texts', () => {
    expect(refuseDraft(draft)).toEqual([]);
  });

  it.each([0, 6, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('cannot rate %s', (engagement) => {
    expect(refuseDraft({ ...draft, engagement })).toEqual([
      { code: 'OUT_OF_RANGE', field: 'engagement' },
    ]);
  });

  it('may have 2000 characters, counted as people count them', () => {
    expect(refuseDraft({ ...draft, comment: '😀'.repeat(2_000) })).toEqual([]);
    expect(refuseDraft({ ...draft, comment: '😀'.repeat(2_001) })).toEqual([
      { code: 'INVALID_TEXT', field: 'comment' },
    ]);
  });
});
