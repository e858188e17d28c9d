import type { Db, Document } from 'mongodb';
import { openCollection } from '@skillswap/kit/mongo';
import { collections } from './collections.ts';
import { circleSize, placeOnCircle } from './person.ts';
import { answersTo, type Skill } from './skill.ts';
import { toSkill, type SkillDocument } from './skill-document.ts';

/** The search for people who complement somebody. */
export type CandidateRepository = ReturnType<typeof createCandidateRepository>;

/** Index entries read for one list at most, shared out evenly among the viewer's skills. */
const entryLimit = 20_000;

/** Opens the store for the search of candidates. */
export function createCandidateRepository(db: Db) {
  const skills = openCollection<SkillDocument>(db, 'skills', collections.skills);
  return {
    /**
     * At most `limit` listed people who teach what these skills want or want what they teach:
     * those who do both first, then those who answer more of them, then those who follow the
     * viewer on the circle. It reads the index of sides alone and a bounded part of it, so the cost
     * grows with those who share a topic, up to a ceiling, and never with everybody.
     */
    async findPeople(
      viewerId: string,
      answered: readonly Skill[],
      without: readonly string[],
      limit: number,
    ): Promise<string[]> {
      if (answered.length === 0) return [];
      const pipeline = candidatePipeline(viewerId, answered, without, limit);
      const rows = await skills.aggregate<{ _id: string }>(pipeline, { hint: 'by_side' }).toArray();
      return rows.map(({ _id }) => _id);
    },

    /** What these people have that answers these skills, newest first. */
    async findAnswers(userIds: readonly string[], answered: readonly Skill[]): Promise<Skill[]> {
      const rows = await skills
        .find({
          userId: { $in: [...userIds] },
          sides: { $in: answered.flatMap(answersTo) },
          hiddenAt: null,
        })
        .hint('by_owner')
        .sort({ userId: 1, createdAt: -1, _id: -1 })
        .project<SkillDocument>({ sides: 0, searchLabel: 0, searchNames: 0, place: 0 })
        .toArray();
      return rows.map(toSkill);
    },
  };
}

/** The search for candidates as the store runs it. */
export function candidatePipeline(
  viewerId: string,
  answered: readonly Skill[],
  without: readonly string[],
  limit: number,
): Document[] {
  const start = placeOnCircle(viewerId);
  const [first = [], ...others] = answered.flatMap((skill) =>
    // Once round the circle: from the viewer's place on, and from its beginning.
    [{ $gte: start }, { $not: { $gte: start } }].map((circle) => [
      { $match: { sides: { $in: answersTo(skill) }, listed: true, circle } },
      { $limit: Math.ceil(entryLimit / (2 * answered.length)) },
      { $project: { _id: 0, userId: 1, type: 1, circle: 1 } },
    ]),
  );
  const ahead = { $mod: [{ $add: [{ $subtract: ['$circle', start] }, circleSize] }, circleSize] };
  return [
    ...first,
    ...others.map((pipeline) => ({ $unionWith: { coll: 'skills', pipeline } })),
    {
      $group: {
        _id: '$userId',
        teaches: count('TEACH'),
        learns: count('LEARN'),
        circle: { $first: '$circle' },
      },
    },
    { $match: { _id: { $nin: [...without] } } },
    { $set: { both: { $min: ['$teaches', '$learns', 1] }, ahead } },
    { $set: { answers: { $add: ['$teaches', '$learns'] } } },
    { $sort: { both: -1, answers: -1, ahead: 1, _id: -1 } },
    { $limit: limit },
    { $project: { _id: 1 } },
  ];
}

function count(type: Skill['type']): Document {
  return { $sum: { $cond: [{ $eq: ['$type', type] }, 1, 0] } };
}
