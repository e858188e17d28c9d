import { toPage, type Page, type PageRequest } from '@skillswap/kit/connection';
import type { Blocks } from './block-repository.ts';
import type { CandidateRepository } from './candidate-repository.ts';
import { matchIdOf, otherOf, seenBy, type Match } from './match.ts';
import type { MatchRepository } from './match-repository.ts';
import { scoreMatch, type Candidate, type MatchScore } from './match-score.ts';
import { isOnOffer, unknownPerson, type Person } from './person.ts';
import type { PersonRepository } from './person-repository.ts';
import type { SkillRepository } from './skill-repository.ts';

/** Where matches come from: this subgraph's own store alone, so they outlive every other's outage. */
export interface MatchSources {
  readonly skills: SkillRepository;
  readonly candidates: CandidateRepository;
  readonly people: PersonRepository;
  readonly matches: MatchRepository;
  readonly now: () => Date;
  /** How many people at most are compared for one list. */
  readonly candidateLimit: number;
}

/** Whose matches they are. What is read of the viewer is read once for the whole operation. */
export interface MatchViewer {
  readonly id: string;
  readonly person: () => Promise<Person | null>;
  readonly blocks: () => Promise<Blocks>;
}

/** A place in the list of the best. */
export interface MatchKeyset {
  readonly score: number;
  readonly id: string;
}

interface RankedMatch extends MatchScore, MatchKeyset {
  readonly userId: string;
  /** False while the other person wants to be suggested to nobody. */
  readonly onOffer: boolean;
}

/** A page of the viewer's matches, the best first, without those the viewer has put aside or off. */
export async function listMatches(
  sources: MatchSources,
  viewer: MatchViewer,
  { limit, after }: PageRequest<MatchKeyset>,
): Promise<Page<Match>> {
  const { candidates, matches, candidateLimit, now } = sources;
  const at = now();
  const [self, around, putAside] = await Promise.all([
    findSelf(sources, viewer),
    viewer.blocks(),
    matches.findPutAside(viewer.id, at),
  ]);
  const without = [viewer.id, ...around.either, ...putAside];
  const people = await candidates.findPeople(viewer.id, self.skills, without, candidateLimit);
  const ranked = (await rank(sources, self, people))
    .filter(({ score, onOffer }) => score > 0 && onOffer)
    .sort(byRank)
    .filter((match) => after === null || byRank(match, after) > 0);
  const page = toPage(ranked.slice(0, limit + 1), limit);
  const pairs = await matches.ensure(
    viewer.id,
    page.rows.map(({ userId }) => userId),
    at,
  );
  const rows = page.rows.flatMap((match) => {
    const pair = pairs.get(match.userId);
    return pair === undefined ? [] : [{ ...match, ...seenBy(pair, viewer.id, at) }];
  });
  return { rows, hasNextPage: page.hasNextPage };
}

/**
 * The viewer's own matches among these ids, without those whose other person is not to be seen.
 * Who pauses stays known to those with whom interest is mutual.
 */
export async function findMatches(
  sources: MatchSources,
  viewer: MatchViewer,
  ids: readonly string[],
): Promise<Match[]> {
  const [self, around, pairs] = await Promise.all([
    findSelf(sources, viewer),
    viewer.blocks(),
    sources.matches.findOwnByIds(ids, viewer.id),
  ]);
  const visible = new Map(
    pairs
      .map((pair) => [otherOf(pair, viewer.id), pair] as const)
      .filter(([otherId]) => !around.either.has(otherId)),
  );
  const ranked = await rank(sources, self, [...visible.keys()]);
  const at = sources.now();
  return ranked.flatMap((match) => {
    const pair = visible.get(match.userId);
    if (pair === undefined || (!match.onOffer && pair.mutualAt === null)) return [];
    return [{ ...match, ...seenBy(pair, viewer.id, at) }];
  });
}

/** A total order: the best first, and a fixed one among equals. Negative when `a` comes first. */
export function byRank(a: MatchKeyset, b: MatchKeyset): number {
  if (a.score !== b.score) return b.score - a.score;
  return a.id < b.id ? -1 : Number(a.id > b.id);
}

async function findSelf({ skills }: MatchSources, viewer: MatchViewer): Promise<Candidate> {
  const [person, own] = await Promise.all([viewer.person(), skills.findByOwners([viewer.id])]);
  return {
    person: person ?? unknownPerson(viewer.id),
    skills: own.filter(({ hiddenAt }) => hiddenAt === null),
  };
}

/** Judges those of these people who are active. */
async function rank(
  { people, candidates, now }: MatchSources,
  viewer: Candidate,
  userIds: readonly string[],
): Promise<RankedMatch[]> {
  if (userIds.length === 0) return [];
  const [persons, answers] = await Promise.all([
    people.findActive(userIds),
    candidates.findAnswers(userIds, viewer.skills),
  ]);
  const skillsOf = Map.groupBy(answers, ({ userId }) => userId);
  const at = now();
  return persons.map((person) => ({
    id: matchIdOf(viewer.person.id, person.id),
    userId: person.id,
    onOffer: isOnOffer(person),
    ...scoreMatch(viewer, { person, skills: skillsOf.get(person.id) ?? [] }, at),
  }));
}
