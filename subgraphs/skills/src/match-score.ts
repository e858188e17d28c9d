import { distanceKm, type Person } from './person.ts';
import { skillLevels, type SessionMode, type Skill } from './skill.ts';
import { baseLanguage } from './text-language.ts';
import { weeklyOverlapMinutes } from './weekly-overlap.ts';

/** A reason with what its sentence needs. */
export type MatchReason =
  | {
      readonly code: 'TEACHES_WHAT_YOU_LEARN' | 'LEARNS_WHAT_YOU_TEACH';
      readonly labels: readonly string[];
    }
  | { readonly code: 'RECIPROCAL' | 'SUITABLE_LEVEL' }
  | { readonly code: 'COMMON_LANGUAGE'; readonly languages: readonly string[] }
  | { readonly code: 'NEARBY'; readonly withinKm: number }
  | { readonly code: 'OVERLAPPING_AVAILABILITY'; readonly hoursPerWeek: number }
  | { readonly code: 'VERIFIED_BY_SESSIONS'; readonly sessions: number }
  | { readonly code: 'HIGH_REPUTATION'; readonly stars: number };

/** How well somebody fits the viewer, and why. */
export interface MatchScore {
  /** 0 to 100; whoever fits both ways is above everybody who fits one way. */
  readonly score: number;
  readonly reasons: readonly MatchReason[];
  readonly teachesViewer: readonly Skill[];
  readonly learnsFromViewer: readonly Skill[];
}

/** A person with the skills that take part in the comparison. */
export interface Candidate {
  readonly person: Person;
  readonly skills: readonly Skill[];
}

/** One skill taught and the wish it answers. */
interface Lesson {
  readonly teach: Skill;
  readonly learn: Skill;
}

/** Points and, when it is worth telling, the reason. */
interface Finding {
  readonly points: number;
  readonly reason?: MatchReason | undefined;
}

// One way and all extras stay below both ways without any: 19 + 40 < 60.
const oneWayPoints = 19;
const bothWaysPoints = 60;
const nothing: Finding = { points: 0 };

/** Judges one candidate. Symmetric rules, so both people see the same score bar reputation. */
export function scoreMatch(viewer: Candidate, other: Candidate, now: Date): MatchScore {
  const toViewer = lessons(other.skills, viewer.skills);
  const fromViewer = lessons(viewer.skills, other.skills);
  const teachesViewer = distinct(toViewer.map(({ teach }) => teach));
  const learnsFromViewer = distinct(fromViewer.map(({ learn }) => learn));
  const all = [...toViewer, ...fromViewer];
  if (all.length === 0) return { score: 0, reasons: [], teachesViewer, learnsFromViewer };

  const bothWays = toViewer.length > 0 && fromViewer.length > 0;
  const findings: Finding[] = [
    bothWays
      ? { points: bothWaysPoints, reason: { code: 'RECIPROCAL' } }
      : { points: oneWayPoints },
    told('TEACHES_WHAT_YOU_LEARN', teachesViewer),
    told('LEARNS_WHAT_YOU_TEACH', learnsFromViewer),
    { points: Math.min(2, distinctTopics(all) - (bothWays ? 2 : 1)) },
    judgeLanguage(all),
    judgeLevel(all),
    { points: all.some(({ teach, learn }) => sharesMode(teach, learn)) ? 2 : 0 },
    judgeEndorsements(all, teachesViewer),
    judgeDistance(all, viewer.person, other.person),
    judgeAvailability(viewer.person, other.person, now),
    judgeReputation(other.person),
  ];
  return {
    score: findings.reduce((sum, { points }) => sum + points, 0),
    reasons: findings.flatMap(({ reason }) => reason ?? []),
    teachesViewer,
    learnsFromViewer,
  };
}

function lessons(teaching: readonly Skill[], learning: readonly Skill[]): Lesson[] {
  const wishes = learning.filter(({ type }) => type === 'LEARN');
  return teaching
    .filter(({ type }) => type === 'TEACH')
    .flatMap((teach) =>
      wishes.filter((learn) => sharesTopic(teach, learn)).map((learn) => ({ teach, learn })),
    );
}

function sharesTopic(a: Skill, b: Skill): boolean {
  return a.topics.some((topic) => b.topics.includes(topic));
}

function distinct(skills: readonly Skill[]): Skill[] {
  return [...new Map(skills.map((skill) => [skill.id, skill])).values()];
}

function distinctTopics(all: readonly Lesson[]): number {
  return new Set(all.map(({ teach }) => teach.id)).size;
}

function told(
  code: 'TEACHES_WHAT_YOU_LEARN' | 'LEARNS_WHAT_YOU_TEACH',
  skills: readonly Skill[],
): Finding {
  if (skills.length === 0) return nothing;
  return { points: 0, reason: { code, labels: skills.map(({ label }) => label) } };
}

function judgeLanguage(all: readonly Lesson[]): Finding {
  const shared = all.flatMap(({ teach, learn }) => {
    const spoken = new Set(learn.languages.map(baseLanguage));
    return teach.languages.map(baseLanguage).filter((language) => spoken.has(language));
  });
  if (shared.length === 0) return nothing;
  return {
    points: 10,
    reason: { code: 'COMMON_LANGUAGE', languages: [...new Set(shared)].sort() },
  };
}

/** Somebody teaches up to a level; it suits everyone who is at most there. */
function judgeLevel(all: readonly Lesson[]): Finding {
  const suits = all.some(
    ({ teach, learn }) => skillLevels.indexOf(teach.level) >= skillLevels.indexOf(learn.level),
  );
  return suits ? { points: 8, reason: { code: 'SUITABLE_LEVEL' } } : nothing;
}

function sharesMode(a: Skill, b: Skill, wanted?: SessionMode): boolean {
  return a.modes.some(
    (mode) => b.modes.includes(mode) && (wanted === undefined || mode === wanted),
  );
}

/** Counts whoever of the two has taught; only the other person's sessions are worth telling. */
function judgeEndorsements(all: readonly Lesson[], teachesViewer: readonly Skill[]): Finding {
  if (all.every(({ teach }) => teach.endorsements === 0)) return nothing;
  const sessions = teachesViewer.reduce((sum, { endorsements }) => sum + endorsements, 0);
  if (sessions === 0) return { points: 2 };
  return { points: 2, reason: { code: 'VERIFIED_BY_SESSIONS', sessions } };
}

/** Nearness counts only where both are willing to meet on site. */
function judgeDistance(all: readonly Lesson[], viewer: Person, other: Person): Finding {
  const onsite = all.some(({ teach, learn }) => sharesMode(teach, learn, 'ONSITE'));
  if (!onsite || viewer.cell === null || other.cell === null) return nothing;
  const distance = distanceKm(viewer.cell, other.cell);
  // Cells are about 5 km wide, so anything finer would pretend.
  if (distance <= 10) return { points: 6, reason: { code: 'NEARBY', withinKm: 10 } };
  if (distance <= 25) return { points: 4, reason: { code: 'NEARBY', withinKm: 25 } };
  return { points: distance <= 100 ? 2 : 0 };
}

function judgeAvailability(viewer: Person, other: Person, now: Date): Finding {
  const plans = [viewer.availability, other.availability];
  // Two people without plans are free at all times, but nothing is known that is worth telling.
  if (plans.every((plan) => plan === null)) return { points: 6 };
  const minutes = weeklyOverlapMinutes(viewer.availability, other.availability, now);
  if (minutes < 30) return nothing;
  const hoursPerWeek = Math.max(1, Math.round(minutes / 60));
  return {
    points: minutes >= 240 ? 6 : minutes >= 120 ? 4 : 2,
    reason: { code: 'OVERLAPPING_AVAILABILITY', hoursPerWeek },
  };
}

/** Nobody is worse off for being new: no reviews count like average ones. */
function judgeReputation({ reputation }: Person): Finding {
  if (reputation === null || reputation.count === 0) return { points: 2 };
  if (reputation.score >= 4) {
    return { points: 4, reason: { code: 'HIGH_REPUTATION', stars: reputation.score } };
  }
  return { points: reputation.score >= 3 ? 2 : 0 };
}
