import type { Db, Document } from 'mongodb';
import { openCollection } from '@skillswap/kit/mongo';
import { collections } from './collections.ts';
import type { Skill } from './skill.ts';
import { toSkill, type SkillDocument } from './skill-document.ts';

/** What somebody teaches and wants to learn, as topics. */
export interface Topics {
  readonly teach: readonly string[];
  readonly learn: readonly string[];
}

/** The topics of a person's skills. */
export function topicsByType(skills: readonly Skill[]): Topics {
  const of = (type: Skill['type']) =>
    skills.filter((skill) => skill.type === type).flatMap(({ topics }) => topics);
  return { teach: of('TEACH'), learn: of('LEARN') };
}

/** The search for people who complement somebody. */
export type CandidateRepository = ReturnType<typeof createCandidateRepository>;

/** Index entries read for one person at most, so that a crowded topic stays affordable. */
const entriesPerSide = 10_000;

/** Opens the store for the search of candidates. */
export function createCandidateRepository(db: Db) {
  const skills = openCollection<SkillDocument>(db, 'skills', collections.skills);
  return {
    /**
     * At most `limit` active people who teach what is wanted or want what is taught: those who do
     * both first, then those who answer more of it, then the newest. It reads the index of topics
     * alone, so the cost grows with those who share a topic and not with everybody.
     */
    async findPeople(
      { teach, learn }: Topics,
      without: readonly string[],
      limit: number,
    ): Promise<string[]> {
      const rows = await skills
        .aggregate<{ _id: string }>(
          [
            ...entries('TEACH', learn),
            { $unionWith: { coll: 'skills', pipeline: entries('LEARN', teach) } },
            { $group: { _id: '$userId', teaches: count('TEACH'), learns: count('LEARN') } },
            { $match: { _id: { $nin: [...without] } } },
            { $set: { both: { $min: ['$teaches', '$learns', 1] } } },
            { $set: { answers: { $add: ['$teaches', '$learns'] } } },
            { $sort: { both: -1, answers: -1, _id: -1 } },
            { $limit: limit },
            { $project: { _id: 1 } },
          ],
          { hint: 'by_topic' },
        )
        .toArray();
      return rows.map(({ _id }) => _id);
    },

    /** These people's skills that answer the topics, newest first. */
    async findAnswers(userIds: readonly string[], { teach, learn }: Topics): Promise<Skill[]> {
      const rows = await skills
        .find({
          userId: { $in: [...userIds] },
          $or: [
            { type: 'TEACH', topics: { $in: [...learn] } },
            { type: 'LEARN', topics: { $in: [...teach] } },
          ],
        })
        .hint('by_owner')
        .sort({ userId: 1, createdAt: -1, _id: -1 })
        .toArray();
      return rows.map(toSkill);
    },
  };
}

function entries(type: Skill['type'], topics: readonly string[]): Document[] {
  return [
    { $match: { topics: { $in: [...topics] }, type, listed: true } },
    { $limit: entriesPerSide },
    { $project: { _id: 0, userId: 1, type: 1 } },
  ];
}

function count(type: Skill['type']): Document {
  return { $sum: { $cond: [{ $eq: ['$type', type] }, 1, 0] } };
}
