import { describe, expect, it } from 'vitest';
import {
  offerFingerprint,
  proposalExpiry,
  refuseProposal,
  refuseTime,
  type Proposal,
} from './proposal.ts';

const proposal = {
  idempotencyKey: 'one',
  skillId: 'skl_1',
  learnerId: null,
  startAt: new Date('2027-05-03T10:00:00Z'),
  endAt: new Date('2027-05-03T11:00:00Z'),
  mode: 'REMOTE',
  videoUrl: null,
  place: null,
  translatedChat: false,
} as const;
const place = { label: 'Library', latitude: 48.85, longitude: 2.35 };

describe('a proposal', () => {
  it.each([
    ['without a link', {}],
    ['with an https link', { videoUrl: 'https://meet.example/abc' }],
    ['at a place', { mode: 'ONSITE', place } as const],
  ])('is usable %s', (_title, over) => {
    expect(refuseProposal({ ...proposal, ...over })).toBeNull();
  });

  it.each([
    ['an empty key', { idempotencyKey: ' ' }, ['idempotencyKey']],
    ['an end before the start', { endAt: new Date('2027-05-03T09:00:00Z') }, ['endAt']],
    ['no length', { endAt: proposal.startAt }, ['endAt']],
    ['more than twelve hours', { endAt: new Date('2027-05-03T22:01:00Z') }, ['endAt']],
    ['a link that is not https', { videoUrl: 'http://meet.example' }, ['videoUrl']],
    ['a link that is a script', { videoUrl: 'javascript:alert(1)' }, ['videoUrl']],
    ['a link with a password', { videoUrl: 'https://a:b@meet.example' }, ['videoUrl']],
    ['a place though remote', { place }, ['place']],
    ['no place though on site', { mode: 'ONSITE' } as const, ['place']],
    [
      'a link though on site',
      { mode: 'ONSITE', place, videoUrl: 'https://meet.example' } as const,
      ['videoUrl'],
    ],
    [
      'a nameless place',
      { mode: 'ONSITE', place: { ...place, label: '' } } as const,
      ['place', 'label'],
    ],
    [
      'a place off the globe',
      { mode: 'ONSITE', place: { ...place, latitude: 91 } } as const,
      ['place', 'latitude'],
    ],
  ])('is refused with %s', (_title, over, path) => {
    expect(refuseProposal({ ...proposal, ...over })).toEqual({ code: 'INVALID_INPUT', path });
  });

  it('is refused in the past and more than a year ahead', () => {
    expect(refuseTime(proposal, proposal.startAt)?.code).toBe('IN_THE_PAST');
    expect(refuseTime(proposal, new Date('2026-05-01T00:00:00Z'))?.code).toBe('INVALID_INPUT');
    expect(refuseTime(proposal, new Date('2027-05-01T00:00:00Z'))).toBeNull();
  });

  it('waits for an answer until its start, and for seven days at most', () => {
    const now = new Date('2027-05-01T00:00:00Z');
    expect(proposalExpiry(proposal.startAt, now)).toEqual(proposal.startAt);
    const long = new Date('2027-06-01T00:00:00Z');
    expect(proposalExpiry(long, now)).toEqual(new Date('2027-05-08T00:00:00Z'));
  });

  it('is recognised by its content, not by its key', () => {
    const print = (kind: 'SERIES' | null, ...proposals: Proposal[]) =>
      offerFingerprint({ idempotencyKey: 'key', kind, proposals, pathOf: (_at, path) => path });
    const same = print(null, { ...proposal, idempotencyKey: 'two' });
    expect(print(null, proposal)).toBe(same);
    expect(print(null, { ...proposal, skillId: 'skl_2' })).not.toBe(same);
    expect(print('SERIES', proposal, proposal)).not.toBe(same);
  });
});
