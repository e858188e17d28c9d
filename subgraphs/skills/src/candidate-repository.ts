import type { Db, Document } from 'mongodb';
import { openCollection } from '@skillswap/kit/mongo';
import { collections } from './collections.ts';
import { answersTo, type Skill } from './skill.ts';
import { toSkill, type SkillDocument } from './skill-document.ts';

/** The search for people who complement somebody. */
export type CandidateRepository = ReturnType<typeof createCandidateRepository>;

/** Index entries read for one list at most, so that crowded topics stay affordable. */
const entryLimit = 20_000;

/** Opens the store for the search of candidates. */
export function createCandidateRepository(db: Db) {
  const skills = openCollection<SkillDocument>(db, 'skills', collections.skills);
  return {
    /**
     * At most `limit` active people who teach what these skills want or want what they teach:
     * those who do both first, then those who answer more of them, then the newest. It reads the
     * index of sides alone, so the cost grows with those who share a topic, not with everybody.
     */
    async findPeople(
      answered: readonly Skill[],
      without: readonly string[],
      limit: number,
    ): Promise<string[]> {
      const rows = await skills
        .aggregate<{ _id: string }>(
          [
            { $match: { sides: { $in: answered.flatMap(answersTo) }, listed: true } },
            { $limit: entryLimit },
            { $project: { _id: 0, userId: 1, type: 1 } },
            { $group: { _id: '$userId', teaches: count('TEACH'), learns: count('LEARN') } },
            { $match: { _id: { $nin: [...without] } } },
            { $set: { both: { $min: ['$teaches', '$learns', 1] } } },
            { $set: { answers: { $add: ['$teaches', '$learns'] } } },
            { $sort: { both: -1, answers: -1, _id: -1 } },
            { $limit: limit },
            { $project: { _id: 1 } },
          ],
          { hint: 'by_side' },
        )
        .toArray();
      return rows.map(({ _id }) => _id);
    },

    /** What these people have that answers these skills, newest first. */
    async findAnswers(userIds: readonly string[], answered: readonly Skill[]): Promise<Skill[]> {
      const rows = await skills
        .find({ userId: { $in: [...userIds] }, sides: { $in: answered.flatMap(answersTo) } })
        .hint('by_owner')
        .sort({ userId: 1, createdAt: -1, _id: -1 })
        .project<SkillDocument>({ sides: 0, searchLabel: 0, searchNames: 0, place: 0 })
        .toArray();
      return rows.map(toSkill);
    },
  };
}

function count(type: Skill['type']): Document {
  return { $sum: { $cond: [{ $eq: ['$type', type] }, 1, 0] } };
}
