import type { Db } from 'mongodb';
import { createBlockRepository } from '../src/block-repository.ts';
import { candidatePipelines, createCandidateRepository } from '../src/candidate-repository.ts';
import { listMatches, type MatchSources } from '../src/find-matches.ts';
import { createMatchRepository } from '../src/match-repository.ts';
import { createPersonRepository } from '../src/person-repository.ts';
import { answersTo } from '../src/skill.ts';
import { createSkillRepository } from '../src/skill-repository.ts';
import { indexesOf, measure, rounds, type Comparison } from './measure.ts';

const candidateLimit = 200;

/** The first page of matches of people all over the community. */
export async function compareMatches(db: Db, ids: readonly string[]): Promise<Comparison[]> {
  const sources: MatchSources = {
    skills: createSkillRepository(db),
    candidates: createCandidateRepository(db),
    people: createPersonRepository(db),
    matches: createMatchRepository(db),
    now: () => new Date(),
    candidateLimit,
  };
  const blocks = createBlockRepository(db);
  const viewer = (round: number) => ids[(round * 7_919) % ids.length] ?? '';
  const page = (id: string) => {
    const person = sources.people.findByIds([id]).then(([found]) => found ?? null);
    const asking = { id, person: () => person, blocks: () => blocks.findAround(id) };
    return listMatches(sources, asking, { limit: 10, after: null });
  };
  const first = await measure((round) => page(viewer(round)));
  const again = await measure((round) => page(viewer(round)));
  const found = await findCandidates(
    sources,
    Array.from({ length: rounds }, (_, at) => viewer(at)),
  );
  const bare = await measure((round) => readMatches(db, viewer(round), found[round] ?? []));
  const own = await sources.skills.findByOwners([viewer(rounds)]);
  const [pipeline] = candidatePipelines(viewer(rounds), own);
  const plan = await db.collection('skills').aggregate(pipeline, { hint: 'by_side' }).explain();
  const indexes = indexesOf(plan);
  return [
    { title: '`matches(first: 10)`, seen for the first time', ours: first, bare, indexes },
    { title: '`matches(first: 10)`', ours: again, bare, indexes },
  ];
}

/** Whom each viewer is compared with. */
async function findCandidates(
  { skills, candidates }: MatchSources,
  viewers: readonly string[],
): Promise<string[][]> {
  const found: string[][] = [];
  for (const id of viewers) {
    const own = await skills.findByOwners([id]);
    found.push(await candidates.findPeople(id, own, [id], candidateLimit));
  }
  return found;
}

/** What a page of matches reads, without a line of the product in between. */
async function readMatches(db: Db, id: string, candidates: readonly string[]): Promise<void> {
  const [skills, people] = [db.collection('skills'), db.collection<{ _id: string }>('people')];
  const [own] = await Promise.all([
    createSkillRepository(db).findByOwners([id]),
    people.findOne({ _id: id }),
    db.collection('blocks').find({ blockerId: id, active: true }).toArray(),
    db.collection('matches').find({ passedBy: id }).toArray(),
  ]);
  await Promise.all(
    candidatePipelines(id, own).map((pipeline) =>
      skills.aggregate(pipeline, { hint: 'by_side' }).toArray(),
    ),
  );
  await Promise.all([
    people.find({ _id: { $in: [...candidates] }, 'state.value': 'ACTIVE' }).toArray(),
    skills
      .find({ userId: { $in: [...candidates] }, sides: { $in: own.flatMap(answersTo) } })
      .hint('one_topic_per_side')
      .toArray(),
    db
      .collection('matches')
      .find({ $or: [{ low: id }, { high: id }] })
      .limit(10)
      .toArray(),
  ]);
}
