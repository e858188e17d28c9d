import type { Db, Document } from 'mongodb';
import { openCollection } from '@skillswap/kit/mongo';
import { bestCandidates, type Answering } from './best-candidates.ts';
import { collections } from './collections.ts';
import { placeOnCircle } from './person.ts';
import { answersTo, answerType, type Skill } from './skill.ts';
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
     * At most `limit` listed people who teach what these skills want or want what they teach, the
     * best first. It reads the index of sides alone and a bounded part of it, so the cost grows with
     * those who share a topic, up to a ceiling, and never with everybody.
     */
    async findPeople(
      viewerId: string,
      answered: readonly Skill[],
      without: readonly string[],
      limit: number,
    ): Promise<string[]> {
      // A command for each, because the store lets no part of a greater one name its index.
      const lists = await Promise.all(
        candidatePipelines(viewerId, answered).map((pipeline) =>
          skills.aggregate<Answering>(pipeline, { hint: 'by_side' }).toArray(),
        ),
      );
      return bestCandidates(lists.flat(), { viewerId, without, limit });
    },

    /** What these people have that answers these skills, newest first. */
    async findAnswers(userIds: readonly string[], answered: readonly Skill[]): Promise<Skill[]> {
      const rows = await skills
        .find({
          userId: { $in: [...userIds] },
          sides: { $in: answered.flatMap(answersTo) },
          hiddenAt: null,
        })
        .hint('one_topic_per_side')
        .sort({ userId: 1, createdAt: -1, _id: -1 })
        .project<SkillDocument>({ sides: 0, searchLabel: 0, searchNames: 0, place: 0 })
        .toArray();
      return rows.map(toSkill);
    },
  };
}

/**
 * The search for candidates as the store runs it, in parts. Each answers one list, because thousands of
 * entries cost most where every one is a document.
 */
export function candidatePipelines(viewerId: string, answered: readonly Skill[]): Document[][] {
  const start = placeOnCircle(viewerId);
  return answered.flatMap((skill) =>
    // Once round the circle: from the viewer's place on, and from its beginning.
    [{ $gte: start }, { $not: { $gte: start } }].map((circle) => [
      { $match: { sides: { $in: answersTo(skill) }, listed: true, circle } },
      { $limit: Math.ceil(entryLimit / (2 * answered.length)) },
      {
        $group: {
          _id: null,
          type: { $first: answerType(skill) },
          userIds: { $push: '$userId' },
          circles: { $push: { $ifNull: ['$circle', null] } },
        },
      },
    ]),
  );
}
