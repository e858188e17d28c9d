import { describe, expect, it } from 'vitest';
import { afterDeed } from './after-deed.ts';
import { afterExpiry, afterSilence } from './after-time.ts';
import { refuseDeed, type PersonalAction } from './session-change.ts';
import type { Session } from './session.ts';
import { nextStatus, sessionStatuses, type SessionStatus } from './session-status.ts';

const startAt = new Date('2027-05-03T10:00:00Z');
const endAt = new Date('2027-05-03T11:00:00Z');
const minutes = (count: number) => count * 60_000;
const before = (time: Date, count: number) => new Date(time.getTime() - minutes(count));
const after = (time: Date, count: number) => new Date(time.getTime() + minutes(count));

function aSession(over: Partial<Session> = {}): Session {
  return {
    ...{ id: 'ses_1', version: 1, teacherId: 'ada', learnerId: 'bob', createdById: 'bob' },
    offeredById: 'bob',
    suitsOfferer: false,
    ...{ skillId: 'skl_1', startAt, endAt, mode: 'REMOTE', videoUrl: null, place: null },
    ...{ translatedChat: false, status: 'PROPOSED', createdAt: before(startAt, 3_000) },
    ...{ expiresAt: startAt, doneByIds: [], firstDoneAt: null, doneAt: null, absentIds: [] },
    ...{ reason: null, cancelledById: null, cancelledLate: false, reschedule: null },
    ...{ reportedAt: null, dispute: null, group: null },
    ...over,
  };
}

const actions = [
  'confirm',
  'counter',
  'decline',
  'cancel',
  'expire',
  'markDone',
  'completeBySilence',
  'reportNoShow',
  'requestReschedule',
  'acceptReschedule',
  'declineReschedule',
  'letRescheduleLapse',
  'contest',
  'decideDone',
  'decideNoShow',
] as const;

describe('the state machine', () => {
  const answers = [
    ...['confirm CONFIRMED', 'counter COUNTERED', 'decline DECLINED'],
    ...['cancel CANCELLED', 'expire EXPIRED'],
  ];
  const possible: Partial<Record<SessionStatus, string[]>> = {
    PROPOSED: answers,
    COUNTERED: answers,
    CONFIRMED: [
      'cancel CANCELLED',
      'markDone DONE',
      'completeBySilence DONE',
      'reportNoShow NO_SHOW',
      'requestReschedule RESCHEDULE_PENDING',
    ],
    RESCHEDULE_PENDING: [
      'cancel CANCELLED',
      'acceptReschedule CONFIRMED',
      'declineReschedule CONFIRMED',
      'letRescheduleLapse CONFIRMED',
    ],
    NO_SHOW: ['contest DISPUTED'],
    DISPUTED: ['decideDone DONE', 'decideNoShow NO_SHOW'],
  };

  it.each(sessionStatuses)('knows what is possible from %s', (status) => {
    const found = actions.flatMap((action) => {
      const next = nextStatus(status, action);
      return next === null ? [] : [`${action} ${next}`];
    });
    expect(found).toEqual(possible[status] ?? []);
  });
});

describe('a deed', () => {
  type Case = readonly [PersonalAction, string, Partial<Session>, Date, string | null];
  const confirmed = { status: 'CONFIRMED' } as const;
  const early = before(startAt, 60);

  it.each<Case>([
    ['confirm', 'ada', {}, early, null],
    ['confirm', 'bob', {}, early, 'NOT_ALLOWED'],
    ['confirm', 'eve', {}, early, 'NOT_FOUND'],
    ['confirm', 'ada', {}, startAt, 'IN_THE_PAST'],
    ['confirm', 'ada', { expiresAt: before(startAt, 120) }, early, 'WRONG_STATUS'],
    ['confirm', 'ada', confirmed, early, 'WRONG_STATUS'],
    ['decline', 'ada', {}, early, null],
    ['decline', 'bob', {}, early, 'NOT_ALLOWED'],
    ['cancel', 'bob', {}, early, null],
    ['cancel', 'ada', {}, early, 'NOT_ALLOWED'],
    ['cancel', 'ada', confirmed, early, null],
    ['cancel', 'bob', confirmed, early, null],
    ['cancel', 'bob', confirmed, startAt, 'IN_THE_PAST'],
    ['markDone', 'ada', confirmed, before(endAt, 1), 'TOO_EARLY'],
    ['markDone', 'ada', confirmed, endAt, null],
    ['markDone', 'ada', {}, endAt, 'WRONG_STATUS'],
    ['reportNoShow', 'ada', confirmed, after(startAt, 14), 'TOO_EARLY'],
    ['reportNoShow', 'ada', confirmed, after(startAt, 15), null],
    ['reportNoShow', 'ada', { ...confirmed, doneByIds: ['ada'] }, endAt, 'NOT_ALLOWED'],
    ['reportNoShow', 'bob', { ...confirmed, doneByIds: ['ada'] }, endAt, null],
  ])('%s by %s of %j at %s answers %s', (action, actorId, over, now, code) => {
    expect(refuseDeed(aSession(over), { action, actorId, now })?.code ?? null).toBe(code);
  });

  it('is refused with a reason that cannot be shown', () => {
    const deed = { action: 'cancel', actorId: 'bob', now: early, reason: 'x'.repeat(501) } as const;
    expect(refuseDeed(aSession(), deed)).toEqual({ code: 'INVALID_INPUT', path: ['reason'] });
  });

  it('makes a new version', () => {
    const deed = { action: 'confirm', actorId: 'ada', now: early } as const;
    expect(afterDeed(aSession(), deed)).toMatchObject({ status: 'CONFIRMED', version: 2 });
  });

  it.each([
    [1_440, false],
    [1_439, true],
  ])('of cancelling %s minutes ahead is late: %s', (ahead, late) => {
    const deed = { action: 'cancel', actorId: 'ada', now: before(startAt, ahead) } as const;
    expect(afterDeed(aSession(confirmed), deed)).toMatchObject({
      status: 'CANCELLED',
      cancelledById: 'ada',
      cancelledLate: late,
    });
  });

  it('of taking a proposal back is never late', () => {
    const deed = { action: 'cancel', actorId: 'bob', now: before(startAt, 5) } as const;
    expect(afterDeed(aSession(), deed).cancelledLate).toBe(false);
  });

  it('of marking done needs both', () => {
    const first = afterDeed(aSession(confirmed), {
      action: 'markDone',
      actorId: 'ada',
      now: endAt,
    });
    expect(first).toMatchObject({ status: 'CONFIRMED', doneAt: null, firstDoneAt: endAt });
    const later = after(endAt, 30);
    const second = afterDeed(first, { action: 'markDone', actorId: 'bob', now: later });
    expect(second).toMatchObject({ status: 'DONE', doneAt: later, version: 3 });
  });
});

describe('time', () => {
  it('ends a proposal that nobody answered', () => {
    expect(afterExpiry(aSession(), before(startAt, 1))).toBeNull();
    expect(afterExpiry(aSession(), startAt)).toMatchObject({ status: 'EXPIRED', version: 2 });
    expect(afterExpiry(aSession({ status: 'CONFIRMED' }), startAt)).toBeNull();
  });

  it('takes 48 hours of silence after one mark for agreement', () => {
    const marked = aSession({ status: 'CONFIRMED', doneByIds: ['ada'], firstDoneAt: endAt });
    expect(afterSilence(marked, after(endAt, 48 * 60 - 1))).toBeNull();
    expect(afterSilence(marked, after(endAt, 48 * 60))).toMatchObject({ status: 'DONE' });
    expect(afterSilence(aSession({ status: 'CONFIRMED' }), after(endAt, 10_000))).toBeNull();
  });
});
