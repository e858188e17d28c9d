import { toPage, type Page, type PageRequest } from '@skillswap/kit/connection';
import type { BlockRepository } from './block-repository.ts';
import { topicsByType, type CandidateRepository } from './candidate-repository.ts';
import { matchIdOf, otherOf, statusFor, type Match } from './match.ts';
import type { MatchRepository } from './match-repository.ts';
import { scoreMatch, type Candidate, type MatchScore } from './match-score.ts';
import { unknownPerson } from './person.ts';
import type { PersonRepository } from './person-repository.ts';
import type { SkillRepository } from './skill-repository.ts';

/** Where matches come from: this subgraph's own store alone, so they outlive every other's outage. */
export interface MatchSources {
  readonly skills: SkillRepository;
  readonly candidates: CandidateRepository;
  readonly people: PersonRepository;
  readonly blocks: BlockRepository;
  readonly matches: MatchRepository;
  readonly now: () => Date;
  /** How many people at most are compared for one list. */
  readonly candidateLimit: number;
}

/** A place in the list of the best. */
export interface MatchKeyset {
  readonly score: number;
  readonly id: string;
}

interface RankedMatch extends MatchScore, MatchKeyset {
  readonly userId: string;
}

/** A page of the viewer's matches, the best first, without those the viewer has put aside. */
export async function listMatches(
  sources: MatchSources,
  viewerId: string,
  { limit, after }: PageRequest<MatchKeyset>,
): Promise<Page<Match>> {
  const { candidates, blocks, matches, candidateLimit, now } = sources;
  const [viewer, around, passed] = await Promise.all([
    findViewer(sources, viewerId),
    blocks.findAround(viewerId),
    matches.findPassedBy(viewerId),
  ]);
  const without = [viewerId, ...around.either, ...passed];
  const people = await candidates.findPeople(topicsByType(viewer.skills), without, candidateLimit);
  const ranked = (await rank(sources, viewer, people))
    .filter(({ score }) => score > 0)
    .sort(byRank)
    .filter((match) => after === null || byRank(match, after) > 0);
  const page = toPage(ranked.slice(0, limit + 1), limit);
  const pairs = await matches.ensure(
    viewerId,
    page.rows.map(({ userId }) => userId),
    now(),
  );
  const rows = page.rows.flatMap((match) => {
    const pair = pairs.get(match.userId);
    return pair === undefined ? [] : [{ ...match, status: statusFor(pair, viewerId) }];
  });
  return { rows, hasNextPage: page.hasNextPage };
}

/** The viewer's own matches among these ids, without those whose other person is not to be seen. */
export async function findMatches(
  sources: MatchSources,
  viewerId: string,
  ids: readonly string[],
): Promise<Match[]> {
  const [viewer, around, pairs] = await Promise.all([
    findViewer(sources, viewerId),
    sources.blocks.findAround(viewerId),
    sources.matches.findOwnByIds(ids, viewerId),
  ]);
  const visible = new Map(
    pairs
      .map((pair) => [otherOf(pair, viewerId), pair] as const)
      .filter(([otherId]) => !around.either.has(otherId)),
  );
  const ranked = await rank(sources, viewer, [...visible.keys()]);
  return ranked.flatMap((match) => {
    const pair = visible.get(match.userId);
    return pair === undefined ? [] : [{ ...match, status: statusFor(pair, viewerId) }];
  });
}

/** A total order: the best first, and a fixed one among equals. Negative when `a` comes first. */
export function byRank(a: MatchKeyset, b: MatchKeyset): number {
  if (a.score !== b.score) return b.score - a.score;
  return a.id < b.id ? -1 : Number(a.id > b.id);
}

async function findViewer({ people, skills }: MatchSources, viewerId: string): Promise<Candidate> {
  const [[person = unknownPerson(viewerId)], own] = await Promise.all([
    people.findByIds([viewerId]),
    skills.findByOwners([viewerId]),
  ]);
  return { person, skills: own };
}

/** Judges those of these people who are active. */
async function rank(
  { people, candidates, now }: MatchSources,
  viewer: Candidate,
  userIds: readonly string[],
): Promise<RankedMatch[]> {
  if (userIds.length === 0) return [];
  const [persons, answers] = await Promise.all([
    people.findByIds(userIds),
    candidates.findAnswers(userIds, topicsByType(viewer.skills)),
  ]);
  const skillsOf = Map.groupBy(answers, ({ userId }) => userId);
  const at = now();
  return persons
    .filter(({ state }) => state === 'ACTIVE')
    .map((person) => ({
      id: matchIdOf(viewer.person.id, person.id),
      userId: person.id,
      ...scoreMatch(viewer, { person, skills: skillsOf.get(person.id) ?? [] }, at),
    }));
}
