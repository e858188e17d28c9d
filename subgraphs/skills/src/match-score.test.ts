import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchReasonText } from './match-reason-text.ts';
import { scoreMatch, type Candidate } from './match-score.ts';
import { unknownPerson, type Person } from './person.ts';
import { skillLevels, topicsOf, type Skill } from './skill.ts';
import { toWeeklyAvailability } from './weekly-overlap.ts';

const now = new Date('2026-01-14T12:00:00Z');
let skills = 0;

function skill(type: Skill['type'], label: string, over: Partial<Skill> = {}): Skill {
  skills += 1;
  return {
    id: `skl_${String(skills)}`,
    userId: 'usr_1',
    type,
    label,
    tagSlug: null,
    topics: topicsOf(label, null),
    level: 'BEGINNER',
    languages: ['en'],
    modes: ['REMOTE'],
    createdAt: now,
    confirmedAt: now,
    hiddenAt: null,
    endorsements: 0,
    ...over,
  };
}
const candidate = (own: readonly Skill[], person: Partial<Person> = {}): Candidate => ({
  person: { ...unknownPerson('usr_1'), ...person },
  skills: own,
});
const teaches = (label: string, over?: Partial<Skill>) => skill('TEACH', label, over);
const learns = (label: string, over?: Partial<Skill>) => skill('LEARN', label, over);
const score = (viewer: Candidate, other: Candidate) => scoreMatch(viewer, other, now);
const codes = (viewer: Candidate, other: Candidate) =>
  score(viewer, other).reasons.map(({ code }) => code);

const adaLearns = candidate([learns('Guitar')]);
const bobTeaches = candidate([teaches('guitar')]);

describe('skills complement each other', () => {
  it.each([
    ['when one teaches what the other learns', [learns('Guitar')], [teaches('GUITAR')], 1, 0],
    ['in the other direction', [teaches('Guitar')], [learns('guitar')], 0, 1],
    ['in both', [learns('Go'), teaches('Yoga')], [teaches('go'), learns('yoga')], 1, 1],
    ['not when both teach', [teaches('Go')], [teaches('Go')], 0, 0],
    ['not when both learn', [learns('Go')], [learns('Go')], 0, 0],
    ['not when the subjects differ', [learns('Go')], [teaches('Rust')], 0, 0],
    [
      'by their tag under different labels',
      [learns('Guitare', { topics: topicsOf('Guitare', 'guitar') })],
      [teaches('Strings', { topics: topicsOf('Strings', 'guitar') })],
      1,
      0,
    ],
    [
      'by equal labels when only one has a tag',
      [learns('Strings')],
      [teaches('strings', { topics: topicsOf('strings', 'guitar') })],
      1,
      0,
    ],
  ] as const)('%s', (_case, own, others, toViewer, fromViewer) => {
    const found = score(candidate(own), candidate(others));
    expect(found.teachesViewer).toHaveLength(toViewer);
    expect(found.learnsFromViewer).toHaveLength(fromViewer);
    expect(found.score > 0).toBe(toViewer + fromViewer > 0);
  });
});

describe('what else counts', () => {
  const paris = { latitude: 48.85, longitude: 2.35 };
  const versailles = { latitude: 48.8, longitude: 2.13 };
  const lyon = { latitude: 45.76, longitude: 4.84 };
  const onsite = { modes: ['ONSITE'] } as const;
  const mondays = (start: string, end: string) =>
    toWeeklyAvailability('UTC', [{ day: 'MONDAY', start, end }]);

  it.each([
    ['a common language', bobTeaches, 'COMMON_LANGUAGE', true],
    [
      'a regional form of it',
      candidate([teaches('guitar', { languages: ['en-GB'] })]),
      'COMMON_LANGUAGE',
      true,
    ],
    [
      'no common language',
      candidate([teaches('guitar', { languages: ['de'] })]),
      'COMMON_LANGUAGE',
      false,
    ],
    [
      'a teacher above the learner',
      candidate([teaches('guitar', { level: 'ADVANCED' })]),
      'SUITABLE_LEVEL',
      true,
    ],
    [
      'good reviews',
      candidate([teaches('guitar')], { reputation: { score: 4.2, count: 3 } }),
      'HIGH_REPUTATION',
      true,
    ],
    [
      'middling reviews',
      candidate([teaches('guitar')], { reputation: { score: 3.9, count: 3 } }),
      'HIGH_REPUTATION',
      false,
    ],
    [
      'a plan that overlaps an open one',
      candidate([teaches('guitar')], { availability: mondays('09:00', '12:00') }),
      'OVERLAPPING_AVAILABILITY',
      true,
    ],
    [
      'a plan without windows',
      candidate([teaches('guitar')], { availability: { timeZone: 'UTC', minutes: [] } }),
      'OVERLAPPING_AVAILABILITY',
      false,
    ],
    [
      'finished sessions of it',
      candidate([teaches('guitar', { endorsements: 2 })]),
      'VERIFIED_BY_SESSIONS',
      true,
    ],
    [
      'finished sessions of something else',
      candidate([teaches('guitar'), teaches('chess', { endorsements: 2 })]),
      'VERIFIED_BY_SESSIONS',
      false,
    ],
    ['no plans at all', bobTeaches, 'OVERLAPPING_AVAILABILITY', false],
  ] as const)('%s', (_case, other, code, told) => {
    expect(codes(adaLearns, other).includes(code)).toBe(told);
  });

  it('a teacher below the learner does not suit', () => {
    const ada = candidate([learns('guitar', { level: 'INTERMEDIATE' })]);
    expect(codes(ada, bobTeaches)).not.toContain('SUITABLE_LEVEL');
  });

  it.each([
    ['near and on site', paris, versailles, onsite, onsite, true],
    ['far away', paris, lyon, onsite, onsite, false],
    ['near, but one meets remotely only', paris, versailles, onsite, {}, false],
    ['somewhere unknown', paris, null, onsite, onsite, false],
  ] as const)('nearness when they are %s', (_case, here, there, mine, theirs, near) => {
    const ada = candidate([learns('guitar', mine)], { cell: here });
    const bob = candidate([teaches('guitar', theirs)], { cell: there });
    expect(codes(ada, bob).includes('NEARBY')).toBe(near);
  });
});

const anySkill = fc
  .record({
    type: fc.constantFrom('TEACH' as const, 'LEARN' as const),
    label: fc.constantFrom('go', 'yoga', 'chess', 'piano'),
    endorsements: fc.nat(3),
    level: fc.constantFrom(...skillLevels),
    languages: fc.subarray(['en', 'fr', 'de'], { minLength: 1 }),
    modes: fc.subarray(['REMOTE' as const, 'ONSITE' as const], { minLength: 1 }),
  })
  .map(({ type, label, ...over }) => skill(type, label, over));
const anyCandidate = fc
  .record({
    own: fc.array(anySkill, { maxLength: 6 }),
    reputation: fc.option(
      fc.record({ score: fc.double({ min: 1, max: 5, noNaN: true }), count: fc.nat(9) }),
    ),
    cell: fc.option(
      fc.record({
        latitude: fc.integer({ min: 40, max: 42 }),
        longitude: fc.integer({ min: 0, max: 2 }),
      }),
    ),
  })
  .map(({ own, ...person }) => candidate(own, person));

it('a score is a whole number from 0 to 100, and reciprocal ones are above all others', () => {
  fc.assert(
    fc.property(anyCandidate, anyCandidate, (viewer, other) => {
      const found = score(viewer, other);
      const reciprocal = found.reasons.some(({ code }) => code === 'RECIPROCAL');
      const fits = found.teachesViewer.length + found.learnsFromViewer.length > 0;
      expect(Number.isInteger(found.score)).toBe(true);
      expect(found.score).toBeGreaterThanOrEqual(reciprocal ? 60 : fits ? 19 : 0);
      expect(found.score).toBeLessThanOrEqual(reciprocal ? 100 : fits ? 59 : 0);
    }),
  );
});

it('both people see the same skills, from their own sides', () => {
  fc.assert(
    fc.property(anyCandidate, anyCandidate, (viewer, other) => {
      expect(new Set(score(viewer, other).teachesViewer)).toEqual(
        new Set(
          other.skills.filter((taught) => score(viewer, other).teachesViewer.includes(taught)),
        ),
      );
      const there = score(viewer, other);
      const back = score(other, viewer);
      expect(there.teachesViewer.length > 0).toBe(back.learnsFromViewer.length > 0);
    }),
  );
});

describe('reasons in words', () => {
  it.each([
    [
      { code: 'TEACHES_WHAT_YOU_LEARN', labels: ['Go', 'Yoga'] },
      'Teaches what you want to learn: Go and Yoga.',
      'Enseigne ce que vous voulez apprendre : Go et Yoga.',
    ],
    [
      { code: 'COMMON_LANGUAGE', languages: ['fr'] },
      'You have a language in common: French.',
      'Vous avez une langue en commun : français.',
    ],
    [
      { code: 'OVERLAPPING_AVAILABILITY', hoursPerWeek: 3 },
      'You are both free for about 3 hours a week.',
      'Vous êtes libres en même temps environ 3 heures par semaine.',
    ],
    [{ code: 'HIGH_REPUTATION', stars: 4.25 }, 'Rated 4.3 out of 5.', 'Note de 4,3 sur 5.'],
  ] as const)('%j', (reason, english, french) => {
    expect(matchReasonText(reason, 'en')).toBe(english);
    expect(matchReasonText(reason, 'fr').replaceAll(/[\u00A0\u202F]/g, ' ')).toBe(french);
  });
});
